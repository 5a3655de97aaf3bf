import type { Id } from '../base/index.ts';
import type { ControlTest, StorageNode } from '../incidents/index.ts';

/** A test of a measure, with who entered it. */
export interface ControlTestRecord extends ControlTest {
  readonly service: Id;
  readonly id: Id;
  readonly by: Id;
  readonly enteredAt: number;
}

/** A place of storage as its card stands; closed cards stay. */
export interface StorageNodeRecord extends StorageNode {
  readonly service: Id;
  readonly id: Id;
  readonly owner: string;
  readonly address: string;
  /** Empty: none. */
  readonly certificate: string;
  readonly closed: boolean;
  readonly changedAt: number;
  readonly changedBy: Id;
}

/** @see Tx.registers */
export interface RegisterTable {
  addTest(row: ControlTestRecord): Promise<void>;
  /** Newest first. */
  tests(service: Id, limit: number): Promise<readonly ControlTestRecord[]>;
  putNode(row: StorageNodeRecord): Promise<void>;
  node(service: Id, id: Id): Promise<StorageNodeRecord | undefined>;
  /** In the order in which they were entered; those that are closed too. */
  nodes(service: Id): Promise<readonly StorageNodeRecord[]>;
  /** Of every service those in use where the base itself lies. */
  primaries(): Promise<readonly StorageNodeRecord[]>;
}
