import type { Id } from '../../base/index.ts';
import type { RepresentationState } from '../store.ts';

/** The table of who may act for whom. */
export interface RepresentationSchema {
  representation: {
    service_id: Id;
    subject_id: Id;
    representation_id: Id;
    representative_id: Id;
    state: RepresentationState;
    request_id: Id | null;
    asked_at: number;
    expires_at: number | null;
    began_at: number | null;
    ended_at: number | null;
    told_at: number | null;
    waiting: Uint8Array | null;
    birth: Uint8Array | null;
    claim: Uint8Array;
  };
}
