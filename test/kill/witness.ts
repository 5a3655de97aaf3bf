/** How sure we are of an act: never asked for, asked without an answer, acknowledged. */
export type Known = 'no' | 'asked' | 'yes';

/** A made-up person and what the server has acknowledged about them. */
export interface Person {
  readonly fields: { full_name: string; birth_date: string; email: string; phone: string };
  subject: string;
  session: string;
  registered: Known;
  withdrawn: Known;
  destroyed: Known;
  /** The address page of the act, once the account is destroyed. */
  act: string;
  /** Postal addresses sent; the acknowledged one is the newest of them or one asked for after it. */
  addresses: { readonly value: string; known: Known }[];
  busy: boolean;
}

/** Kinds of writes that were acknowledged, counted. */
export interface Acknowledged {
  registrations: number;
  reads: number;
  refusals: number;
  corrections: number;
  withdrawals: number;
  destructions: number;
}

/** Nothing acknowledged yet. */
export function nothingYet(): Acknowledged {
  return { registrations: 0, reads: 0, refusals: 0, corrections: 0, withdrawals: 0, destructions: 0 };
}

const surname = 'Сынақова';
let made = 0;

/** What no file and no line of output may hold: a part of every name, address and e-mail given. */
export const marks = [surname, '@kill.example', 'улица Сынақ'];

/** What the client side saw: the truth that the server is held against after a kill. */
export class Witness {
  readonly people: Person[] = [];
  readonly acknowledged = nothingYet();
  /** Entries named in answers: each must stand in the log. */
  readonly entries: string[] = [];
  /** Answers that are wrong whatever was killed. */
  readonly faults: string[] = [];
  /** How often each status was answered; `none` where the connection broke. */
  readonly statuses = new Map<string, number>();

  /** Someone new, with values nobody else has. */
  newPerson(): Person {
    made += 1;
    const fields = {
      full_name: `Айгүл ${surname}-${made}`,
      birth_date: '1985-05-15',
      email: `p${made}.${process.pid}@kill.example`,
      phone: `+7701${String(1_000_000 + made)}`,
    };
    const fresh = { subject: '', session: '', act: '', addresses: [], busy: true };
    const person: Person = { ...fresh, fields, registered: 'no', withdrawn: 'no', destroyed: 'no' };
    this.people.push(person);
    return person;
  }

  /** Somebody registered whom nobody else works with just now, marked busy. */
  take(pick: (all: readonly Person[]) => Person | undefined): Person | undefined {
    const person = pick(
      this.people.filter((one) => one.registered === 'yes' && one.destroyed === 'no' && !one.busy),
    );
    if (person) person.busy = true;
    return person;
  }

  /** Notes an answer's status. A fault of ours is never all right, nor is a conflict nobody made. */
  saw(what: string, status: number | 'none'): void {
    this.statuses.set(String(status), (this.statuses.get(String(status)) ?? 0) + 1);
    if (status === 500 || status === 409 || status === 429) this.faults.push(`${what} answered ${status}`);
  }
}
