import type { CivilDate, Id, Language } from '../../base/index.ts';
import type { PaperState } from '../../consent/index.ts';
import type { PaperRecord } from '../store.ts';

/** The table of consents on paper. */
export interface PaperSchema {
  paper: {
    service_id: Id;
    subject_id: Id;
    paper_id: Id;
    offer: string;
    state: PaperState;
    policy_hash: string;
    language: Language;
    purposes: string[];
    categories: string[];
    made_at: number;
    ends_on: CivilDate | null;
    way: NonNullable<PaperRecord['way']> | null;
    sent_at: number | null;
    due_on: CivilDate | null;
    decided_at: number | null;
    consents: Id[];
    sealed: Uint8Array;
  };
}
