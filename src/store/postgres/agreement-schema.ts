import type { DocumentKind } from '../../agreements/index.ts';
import type { CivilDate, Id, Language } from '../../base/index.ts';
import type { AcceptanceRecord, Texts } from '../store.ts';

interface OfService {
  service_id: Id;
}

/** Tables of documents that people accept. */
export interface AgreementSchema {
  agreement: OfService & {
    agreement_id: Id;
    kind: DocumentKind;
    texts: Texts;
    sha256: string;
    effective_on: CivilDate;
    number: number | null;
    proposed_by: Id;
    proposed_at: number;
    approved_by: Id | null;
    approved_at: number | null;
    ended_at: number | null;
    told_at: number | null;
  };
  acceptance: OfService & {
    subject_id: Id;
    agreement_id: Id;
    told_at: number | null;
    accepted_at: number | null;
    language: Language | null;
    channel: NonNullable<AcceptanceRecord['channel']> | null;
    entry_id: Id | null;
  };
}
