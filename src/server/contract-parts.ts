import type { FieldError } from './page-parts.ts';
import type { Option } from './request-parts.ts';

/** How a value was confirmed. */
export type WayView = 'code' | 'document' | 'comparison';

/** A contract as it is listed; names are said. */
export interface ContractView {
  readonly id: string;
  readonly number: string;
  readonly concludedAt: number;
  readonly endedAt?: number;
  /** What was confirmed of the party; no value. */
  readonly confirmed: readonly { readonly name: string; readonly way: WayView; readonly at: number }[];
  readonly entry: string;
}

/** A comparison with a source that a law names. */
export interface CheckView {
  readonly id: string;
  readonly law: string;
  readonly categories: readonly string[];
  readonly askedAt: number;
  /** Absent while the source has not answered. */
  readonly matched?: boolean;
  readonly answeredAt?: number;
}

/** Pages of contracts and of who their parties are. */
export type ContractPage =
  | {
      readonly page: 'contracts';
      readonly rows: readonly (ContractView & { readonly href: string })[];
      readonly more?: string;
    }
  | {
      readonly page: 'person-contracts';
      readonly person: string;
      /** Clauses by which the party is identified; absent: the policy does not say so. */
      readonly asked?: readonly string[];
      /** Of each group one is enough. */
      readonly needed: readonly (readonly {
        readonly name: string;
        readonly held: boolean;
        readonly way?: WayView;
        readonly at?: number;
      }[])[];
      /** Said: what is missing, each a list of which one is enough. */
      readonly lacking: readonly string[];
      /** Said: why the gate lets nothing be looked at. */
      readonly refused: readonly string[];
      readonly rows: readonly ContractView[];
      readonly checks: readonly CheckView[];
      readonly sources: readonly Option[];
      readonly categories: readonly Option[];
      readonly values: {
        readonly recipient: string;
        readonly law: string;
        readonly categories: readonly string[];
      };
      readonly errors: readonly FieldError[];
    }
  | { readonly page: 'my-contracts'; readonly rows: readonly ContractView[] };
