import type { Id } from '../../src/base/index.ts';
import type { ServiceRecord } from '../../src/system/index.ts';

/** What every name, address and e-mail that is given holds: nothing personal may stand readable. */
export const marks = { surname: 'Жылқыбаев', host: '@year.example', street: 'улица Жылдық' };

/** A value somebody gave, with the civil date it was stored on. */
export interface Given {
  readonly value: string;
  readonly on: string;
}

/** A made-up person and what must be true of them. */
export interface Believed {
  readonly service: ServiceRecord;
  readonly id: Id;
  /** E-mail, or a number where the service knows no e-mail. */
  readonly address: string;
  readonly values: Map<string, Given>;
  /** Purposes agreed to with a box of their own, and not withdrawn since. */
  readonly optional: Set<string>;
  /** Whether the consent of the registration stands. */
  consents: boolean;
  /** Who turned mailings off. */
  optedOut: boolean;
  /** The request their data are blocked for. */
  blocked?: Id;
  /** The order to keep what is theirs. */
  held?: Id;
  readonly obligations: Set<Id>;
  /** What they agreed to of recipients: `to.<card>`, and `over.<card>` where it lies abroad. */
  readonly agreed: Set<string>;
  /** When a deletion that may be taken back was asked for. */
  deleting?: number;
  /** Whether everything of theirs was destroyed. */
  gone: boolean;
  /** Since when nobody may lock them out by a claim for a child. */
  claimRefusedOn?: string;
}

/** A request that runs on a clock. */
export interface Claimed {
  readonly service: ServiceRecord;
  readonly id: Id;
  readonly kind: string;
  readonly person: Believed;
  readonly dueOn: string;
  /** It speaks for a child: who asks is not known. */
  readonly forChild: boolean;
  closedOn?: string;
}

/** Something that ought not to be. */
export interface Surprise {
  readonly on: string;
  readonly what: string;
}

const day = 86_400_000;

/** Whether something stops the deletion of somebody. */
export const isStopped = ({ blocked, held, obligations }: Believed): boolean =>
  blocked !== undefined || held !== undefined || obligations.size > 0;

/** What must be true of everybody, and what was found not to be. */
export class Belief {
  readonly people: Believed[] = [];
  readonly claims: Claimed[] = [];
  readonly surprises: Surprise[] = [];
  /** Acts that were answered, by kind and status. */
  readonly acts = new Map<string, number>();
  /** People about whom an act broke off without an answer. */
  readonly unsure = new Set<Believed>();

  count(act: string): void {
    this.acts.set(act, (this.acts.get(act) ?? 0) + 1);
  }

  /** Deletions whose day to take back is over are carried out, unless something stops them. */
  passDeletions(now: number): void {
    for (const person of this.people)
      if (person.deleting !== undefined && person.deleting + day <= now && !isStopped(person)) {
        person.gone = true;
        delete person.deleting;
      }
  }

  /** People of a service who are there. */
  living(service: ServiceRecord): readonly Believed[] {
    return this.people.filter((one) => one.service === service && !one.gone);
  }

  /** Requests of a service that are not answered. */
  open(service: ServiceRecord): readonly Claimed[] {
    return this.claims.filter(
      (one) => one.service === service && one.closedOn === undefined && !one.person.gone,
    );
  }
}
