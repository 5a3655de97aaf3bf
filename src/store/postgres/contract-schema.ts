import type { Id } from '../../base/index.ts';
import type { ConfirmedPart } from '../store.ts';

interface OfSubject {
  service_id: Id;
  subject_id: Id;
}

/** Tables of contracts with people and of comparisons of who they are. */
export interface ContractSchema {
  contract: OfSubject & {
    contract_id: Id;
    concluded_at: number;
    concluded_by: Id;
    confirmed: readonly ConfirmedPart[];
    entry_id: Id;
    ended_at: number | null;
    ended_by: Id | null;
  };
  identity_check: OfSubject & {
    check_id: Id;
    disclosure_id: Id;
    law: string;
    categories: string[];
    asked_at: number;
    asked_by: Id;
    matched: boolean | null;
    answered_at: number | null;
    answered_by: Id | null;
  };
}
