/** How sure we are of an act: never asked for, asked without an answer, acknowledged. */
export type Known = 'no' | 'asked' | 'yes';

/** A request somebody made, and what the desk said to it. */
export interface Request {
  readonly kind: string;
  readonly words: string;
  answer: string;
  known: Known;
  answered: Known;
  busy: boolean;
}

/** A mailing that was sent: who must be looked at, and who must get nothing. */
export interface Mailing {
  readonly id: string;
  /** Stands in every letter of it. */
  readonly mark: string;
  /** Subjects who had agreed before it was written. */
  readonly owed: readonly string[];
  /** Addresses of those who had refused before it was written. */
  readonly barred: readonly string[];
  known: Known;
}

/** An address somebody sent, with the civil dates between which it was stored. */
export interface Address {
  readonly value: string;
  readonly askedOn: string;
  knownOn: string;
  known: Known;
}

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
  addresses: Address[];
  readonly requests: Request[];
  blocked: Known;
  agreed: Known;
  optedOut: Known;
  /** How often their data were handed on. */
  handed: number;
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
  requests: number;
  answers: number;
  blocks: number;
  disclosures: number;
  mailings: number;
  refusedMailings: number;
  turns: number;
}

/** Nothing acknowledged yet. */
export function nothingYet(): Acknowledged {
  const old = { registrations: 0, reads: 0, refusals: 0, corrections: 0, withdrawals: 0, destructions: 0 };
  const desk = { requests: 0, answers: 0, blocks: 0, disclosures: 0 };
  return { ...old, ...desk, mailings: 0, refusedMailings: 0, turns: 0 };
}

const surname = 'Сынақова';
let made = 0;
let numbered = 0;

/** A number that stands in one text only. */
export function nextNumber(): number {
  numbered += 1;
  return numbered;
}

/** What no file and no line of output may hold: a part of everything that was given. */
export const marks = [surname, '@kill.example', 'улица Сынақ', 'Сынақ өтініші', 'Сынақ жауабы'];

/** What the client side saw: the truth that the server is held against after a kill. */
export class Witness {
  readonly people: Person[] = [];
  readonly acknowledged = nothingYet();
  /** Entries named in answers: each must stand in the log. */
  readonly entries: string[] = [];
  readonly mailings: Mailing[] = [];
  /** The newest key epoch whose turn was acknowledged as through. */
  epoch = 0;
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
    const fresh = { subject: '', session: '', act: '', addresses: [], requests: [], handed: 0, busy: true };
    const none = { registered: 'no', withdrawn: 'no', destroyed: 'no' } as const;
    const desk = { blocked: 'no', agreed: 'no', optedOut: 'no' } as const;
    const person: Person = { ...fresh, ...none, ...desk, fields };
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
