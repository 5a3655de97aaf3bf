import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Id, isId, KepilError } from '../base/index.ts';
import type { StaffRole } from '../gate/index.ts';
import type {
  BoardKeeper,
  Clerk,
  OpenedFile,
  ServiceRecord,
  SessionRecord,
  SessionRole,
  Staff,
  VisitKeeper,
  World,
} from '../system/index.ts';
import type { Speaker } from '../words/index.ts';
import type { RouteKind } from './allowances.ts';
import type { Certificate } from './listener.ts';
import type { FormFile } from './multipart.ts';
import type { Frame, Page, Renderer } from './pages.ts';
import type { Reach } from './reach.ts';

/** What a handler of a page is given. `service` is there on routes under `/s/:key` and `/console/s/:key`. */
export interface Call {
  readonly world: World;
  readonly boards: BoardKeeper;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly speaker: Speaker;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The form, when there is one: each field with all its values, in order. */
  readonly form: ReadonlyMap<string, readonly string[]>;
  /** The file of a form, on routes that take one, where one was chosen; unread. */
  readonly file?: FormFile;
}

/** A call on a page of a service. */
export interface ServiceCall extends Call {
  readonly service: ServiceRecord;
}

/**
 * A call by a subject who is signed in. Every transaction of its `world` holds `session`: what it does
 * happens before the session ends or not at all.
 */
export interface SubjectCall extends ServiceCall {
  readonly me: { readonly service: ServiceRecord; readonly subject: Id };
  readonly session: SessionRecord;
}

/** Roles that a route admits: at least one, each by name. */
export type Admitted = readonly [StaffRole, ...StaffRole[]];

/**
 * A call by a staff member who is signed in and holds a role that the route admits; `world` holds `session`,
 * as a subject's does.
 */
export interface StaffCall extends Call {
  readonly staff: Staff;
  /** The same person with the roles in which they may come here. */
  readonly clerk: Clerk;
  readonly session: SessionRecord;
}

/** A call by a staff member on the way in: the password was right, `session` is good for this step alone. */
export interface EnteringCall extends Call {
  readonly session: SessionRecord;
}

/** A call by a staff member on a page of a service. */
export type StaffServiceCall = StaffCall & ServiceCall;

/** A page with its status, a redirect, or bytes of another type. */
export type Answer =
  | { readonly page: Page; readonly status?: number; readonly frame?: Partial<Frame> }
  | {
      readonly to: string;
      readonly flash?: string;
      /** The form goes there too, as it was sent (307). */
      readonly again?: true;
    }
  | { readonly body: string | Uint8Array; readonly type: string; readonly filename?: string }
  /** A file of somebody, as it is read: to be saved, never to be shown in a page. */
  | { readonly file: OpenedFile };

/**
 * Whether an act matters so much that one proves anew who one is, unless one did a while ago: what changes
 * how people get in, what they may do, or what is in force.
 */
export type Fresh = (call: Call) => boolean;

/** Everything that a row takes wants fresh proof. */
export const always: Fresh = () => true;

/**
 * A row of the route table: every page of the server stands in one, with who may come. A handler is given the
 * call of its kind of visitor.
 *
 * A row for staff names the roles it admits. Default deny: no row can be written without, and at a service a
 * role counts when it was granted there or for the whole house. On a page of the house `held` says where it
 * must have been granted.
 */
export type Route = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** How much it bears; absent: what a page or a form bears. */
  readonly kind?: RouteKind;
  /** Whatever body comes is left unread: the address says all. */
  readonly bare?: true;
  /** A form of it may carry a file. */
  readonly files?: true;
} & (
  | { readonly who: 'anyone'; readonly scope: 'house'; readonly handle: (call: Call) => Promise<Answer> }
  | {
      readonly who: 'anyone';
      readonly scope: 'service';
      readonly handle: (call: ServiceCall) => Promise<Answer>;
    }
  | {
      readonly who: 'subject';
      readonly scope: 'service';
      readonly fresh?: Fresh;
      readonly handle: (call: SubjectCall) => Promise<Answer>;
    }
  | {
      readonly who: 'entering';
      readonly scope: 'house';
      /** The kind of session it takes. */
      readonly step: Extract<SessionRole, 'staff-factor' | 'staff-enrol'>;
      readonly handle: (call: EnteringCall) => Promise<Answer>;
    }
  | {
      readonly who: 'staff';
      readonly scope: 'house';
      readonly roles: Admitted;
      readonly held: 'anywhere' | 'house';
      readonly fresh?: Fresh;
      readonly handle: (call: StaffCall) => Promise<Answer>;
    }
  | {
      readonly who: 'staff';
      readonly scope: 'service';
      readonly roles: Admitted;
      readonly fresh?: Fresh;
      readonly handle: (call: StaffServiceCall) => Promise<Answer>;
    }
);

/** What the server is made of. */
export interface ServerParts {
  readonly world: World;
  readonly boards: BoardKeeper;
  /** Where visits are noted; absent: nowhere. */
  readonly visits?: VisitKeeper;
  readonly renderer: Renderer;
  /** Folder of hashed assets, served under `/assets/`. */
  readonly assets: string;
  /** A file of a service's public log; undefined when there is none. */
  readonly readLog: (service: ServiceRecord, path: string) => Promise<Uint8Array | undefined>;
  /** How it is reached; absent: from this machine, in the clear. */
  readonly reach?: Reach;
  /** For TLS of our own. */
  readonly certificate?: Certificate;
  /** Measurements only: no limit on requests a minute. */
  readonly unlimited?: boolean;
  /** Told of errors that are ours (5xx); for the process's own log, which gets no values. */
  readonly onFault?: (error: Error) => void;
}

/**
 * The only value of a field, trimmed of nothing; empty when absent.
 *
 * @throws KepilError `ERR_BAD_REQUEST` when it was sent more than once: nobody can say which was meant
 */
export function field(form: Call['form'], name: string): string {
  const [value = '', ...more] = form.get(name) ?? [];
  if (more.length > 0) throw malformed();
  return value;
}

/** The error of a request that no page of ours sends. */
export function malformed(): KepilError {
  return new KepilError('ERR_BAD_REQUEST', 'bad-request');
}

/**
 * Whether a box of a form is ticked.
 *
 * @throws KepilError `ERR_BAD_REQUEST` when it says anything but `yes`: no other word is a yes, or a no
 */
export function ticked(form: Call['form'], name: string): boolean {
  return chosen(form, name, ['yes']) === 'yes';
}

/**
 * The one of `choices` that a field says; undefined when it is absent or empty.
 *
 * @throws KepilError `ERR_BAD_REQUEST` when it says anything else
 */
export function chosen<T extends string>(
  form: Call['form'],
  name: string,
  choices: readonly T[],
): T | undefined {
  const value = field(form, name);
  const choice = choices.find((known) => known === value);
  if (choice === undefined && value !== '') throw malformed();
  return choice;
}

/**
 * Where a list goes on: the id after which, from the address.
 *
 * @throws KepilError `ERR_BAD_REQUEST` when it is no id
 */
export function cursorOf(query: Call['query']): { readonly after?: Id } {
  const { after } = query;
  if (after === undefined) return {};
  if (!isId(after)) throw malformed();
  return { after };
}

/** The whole number a field says in digits; `NaN` when it says anything else, such as `-1` or `1e3`. */
export function numberIn(form: Call['form'], name: string): number {
  const value = field(form, name).trim();
  return /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
}
