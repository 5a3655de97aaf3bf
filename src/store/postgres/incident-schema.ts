import type { CivilDate, Id } from '../../base/index.ts';
import type { IncidentRecord, StorageNodeRecord } from '../store.ts';

interface OfService {
  service_id: Id;
}

interface OfSubject extends OfService {
  subject_id: Id;
}

/** Tables of incidents, of what staff read lately and of the stops that come of it. */
export interface IncidentSchema {
  incident: OfService & {
    incident_id: Id;
    state: IncidentRecord['state'];
    source: IncidentRecord['source'];
    kinds: string[];
    detected_at: number;
    registered_at: number;
    due_on: CivilDate;
    scope: IncidentRecord['scope'];
    handled_by: Id[];
    counted_at: number | null;
    unnamed: number | null;
    notice_at: number | null;
    notice_by: string | null;
    telling: IncidentRecord['telling'];
    closed_at: number | null;
    sealed: Uint8Array;
  };
  incident_step: OfService & {
    incident_id: Id;
    step_id: Id;
    at: number;
    rule: string;
    by_id: Id | null;
    n: number | null;
  };
  incident_subject: OfSubject & {
    incident_id: Id;
    acts: number;
    first_at: number | null;
    last_at: number | null;
    outcome: string | null;
    message_id: Id | null;
    told_at: number | null;
  };
  incident_reminder: OfService & { topic: string; day: CivilDate };
  control_test: OfService & {
    test_id: Id;
    control: string;
    tested_on: CivilDate;
    passed: boolean;
    by_id: Id;
    entered_at: number;
  };
  storage_node: OfService & {
    node_id: Id;
    kind: StorageNodeRecord['kind'];
    owner: string;
    address: string;
    country: string;
    certificate: string;
    certificate_until: CivilDate | null;
    closed: boolean;
    changed_at: number;
    changed_by: Id;
  };
  recent_read: OfSubject & { staff_id: Id; at: number };
  staff_stop: OfSubject & {
    stop_id: Id;
    incident_id: Id;
    place_id: Id;
    since: number;
    lifted_at: number | null;
    lifted_by: Id | null;
  };
}
