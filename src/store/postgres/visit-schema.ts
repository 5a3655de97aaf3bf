import type { CivilDate, Id } from '../../base/index.ts';

interface OfService {
  service_id: Id;
}

interface OfSubject extends OfService {
  subject_id: Id;
}

/** Tables of visits. */
export interface VisitSchema {
  visit_term: OfService & { days: number; set_at: number };
  visit_day: OfService & { day: CivilDate; epoch: number; bytes: Uint8Array; ends_on: CivilDate };
  visit: OfSubject & { day: CivilDate; visit_id: Id; n: number; entry_id: Id; sealed: Uint8Array };
  visit_count: OfService & { day: CivilDate; page: string; n: number };
}
