import type { CivilDate, Id } from '../base/index.ts';
import type { IncidentScope, IncidentSource, IncidentState, Telling, Threat } from '../incidents/index.ts';

/** An incident; what happened, what was done and who is responsible is sealed. Knows people by ids alone. */
export interface IncidentRecord {
  readonly service: Id;
  readonly id: Id;
  readonly state: IncidentState;
  readonly source: IncidentSource;
  readonly kinds: readonly Threat[];
  readonly detectedAt: number;
  readonly registeredAt: number;
  /** Until when the authorised body must have the notice. */
  readonly dueOn: CivilDate;
  readonly scope: IncidentScope;
  /** Who registered it, changed it or decided about it. */
  readonly handledBy: readonly Id[];
  /** When it was last computed whom it touches, and how many entries of people destroyed since it touches. */
  readonly countedAt?: number;
  readonly unnamed?: number;
  /** When and how the notice went to the authorised body. */
  readonly noticeAt?: number;
  readonly noticeBy?: string;
  readonly telling: Telling;
  readonly closedAt?: number;
  readonly sealed: Uint8Array;
}

/** A step of an incident, for its timeline: a rule with a sentence, who, and a number where there is one. */
export interface IncidentStep {
  readonly service: Id;
  readonly incident: Id;
  readonly id: Id;
  readonly at: number;
  readonly rule: string;
  readonly by?: Id;
  readonly n?: number;
}

/** How a person was told of an incident; `none`: there is no address · `refused`: the gate said no */
export type TellingOutcome = 'email' | 'sms' | 'none' | 'refused';

/** Somebody whom an incident touches. */
export interface AffectedRecord {
  readonly service: Id;
  readonly subject: Id;
  readonly incident: Id;
  /** How many acts on their data it touches, the first and the last; none where everybody is touched. */
  readonly acts: number;
  readonly firstAt?: number;
  readonly lastAt?: number;
  readonly outcome?: TellingOutcome;
  readonly message?: Id;
  readonly toldAt?: number;
}

/** A stop of a staff member, who can do nothing until somebody else lifts it. */
export interface StopRecord {
  /** The house. */
  readonly service: Id;
  readonly subject: Id;
  readonly id: Id;
  /** The alert it was made by, and the service of that. */
  readonly incident: Id;
  readonly place: Id;
  readonly since: number;
}

/** @see Tx.incidents */
export interface IncidentTable {
  insert(row: IncidentRecord): Promise<void>;
  /** `update` locks the row until the transaction ends. */
  get(service: Id, id: Id, mode: 'look' | 'update'): Promise<IncidentRecord | undefined>;
  /** Newest first. */
  list(
    service: Id,
    page: { readonly after?: Id; readonly limit: number },
  ): Promise<readonly IncidentRecord[]>;
  /** Replaces everything but its id. */
  put(row: IncidentRecord): Promise<void>;
  /** Alerts, open incidents whose notice is not out, among them those late on that day. */
  waiting(
    service: Id,
    today: CivilDate,
  ): Promise<{ readonly alerts: number; readonly due: number; readonly late: number }>;
  /** Whether an incident of this source is open, or was closed after an instant. */
  alerted(service: Id, source: IncidentSource, since: number): Promise<boolean>;
  /** Incidents whose people are being told, of every service. */
  telling(): Promise<readonly IncidentRecord[]>;
  addStep(row: IncidentStep): Promise<void>;
  /** In order. */
  steps(service: Id, incident: Id): Promise<readonly IncidentStep[]>;
  /** Entries made in a time, in order; `after` goes on behind an id. */
  entriesBetween(
    service: Id,
    within: { readonly from: Id; readonly to: Id; readonly limit: number },
  ): Promise<readonly { readonly id: Id; readonly leaf: Uint8Array }[]>;
  /** Whose entries are; those of people who were destroyed are nobody's. */
  ownersOf(
    service: Id,
    entries: readonly Id[],
  ): Promise<readonly { readonly id: Id; readonly subject: Id }[]>;
  /** Adds people; of whoever stands there already the counts are replaced. */
  affect(rows: readonly AffectedRecord[]): Promise<void>;
  /** Removes whoever was not told and whom the last computation did not find. */
  unaffect(service: Id, incident: Id, keep: readonly Id[]): Promise<number>;
  isAffected(service: Id, incident: Id, subject: Id): Promise<boolean>;
  /** By id of the person. */
  affected(
    service: Id,
    incident: Id,
    page: { readonly after?: Id; readonly limit: number; readonly untold?: boolean },
  ): Promise<readonly AffectedRecord[]>;
  /** Reads and locks. */
  lockAffected(service: Id, incident: Id, subject: Id): Promise<AffectedRecord | undefined>;
  told(row: AffectedRecord): Promise<void>;
  /** How many it touches, by how they were told; `waiting`: not yet. */
  tally(service: Id, incident: Id): Promise<Readonly<Record<TellingOutcome | 'waiting', number>>>;
  /** People of a service who were there at an instant, by id. */
  peopleAt(
    service: Id,
    page: { readonly at: number; readonly after?: Id; readonly limit: number },
  ): Promise<readonly Id[]>;
  removeAll(service: Id, subject: Id): Promise<number>;
  /** Officers are reminded of something once a day. @returns whether this call is the first */
  claimReminder(service: Id, topic: string, day: CivilDate): Promise<boolean>;
}

/** @see Tx.reading */
export interface ReadingTable {
  /** Notes that a staff member saw data of somebody. */
  note(service: Id, subject: Id, by: { readonly staff: Id; readonly at: number }): Promise<void>;
  /** Of how many others than `but` data were seen since then. */
  countOthers(service: Id, staff: Id, since: { readonly at: number; readonly but: Id }): Promise<number>;
  /** When the first of those was seen. */
  firstSince(service: Id, staff: Id, at: number): Promise<number | undefined>;
  sweep(before: number): Promise<number>;
  /** Forgets whose data a staff member saw. */
  forget(service: Id, staff: Id): Promise<void>;
  /** @returns false when a stop stands already */
  stop(row: StopRecord): Promise<boolean>;
  stopOf(house: Id, staff: Id): Promise<StopRecord | undefined>;
  stopBy(incident: Id): Promise<StopRecord | undefined>;
  lift(house: Id, staff: Id, what: { readonly at: number; readonly by: Id }): Promise<number>;
}
