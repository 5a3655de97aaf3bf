import type { Kind } from './kinds.ts';
import type { IdKind, Place, Who } from './place.ts';

/** A field of a form: what may stand in it. */
export interface Field {
  readonly kind: Kind;
  /** What a good request says. */
  readonly value: string;
  /** Whether the form is refused without it. */
  readonly must?: boolean;
  /** Whether it may be sent several times, as boxes of one name are. */
  readonly many?: boolean;
  /** Never comes back on a page, not even in its own field. */
  readonly secret?: boolean;
}

/** The fields of a form, by name, in a place. */
export type Fields = Readonly<Record<string, Field>>;

/** A body of the API: a good one, and who may judge another. */
export interface Call {
  readonly good: Readonly<Record<string, unknown>>;
  /** As `Kind.allows`, of the whole body. */
  readonly allows: (body: unknown) => boolean | undefined;
}

/**
 * What a good request to a route looks like. From it everything else is made: each way to spoil it, and the
 * judgement whether what came of it is still good.
 */
export interface Exemplar {
  readonly method: 'GET' | 'POST';
  /** As in the route table. */
  readonly url: string;
  /** Told apart from other forms at the same address. */
  readonly name?: string;
  readonly who: Who;
  /** At the second service, the draft, rather than at the first. */
  readonly at?: 'draft';
  /** What stands in the address. */
  readonly params: Readonly<Record<string, IdKind>>;
  readonly query?: (place: Place) => Fields;
  readonly form?: (place: Place) => Fields;
  /** Whether a spoiled form, by its fields as read, is another one of its address, and judged there. */
  readonly other?: (sent: ReadonlyMap<string, string>) => boolean;
  readonly call?: (place: Place) => Call;
  /** Whether a field nobody asked for is a fault. */
  readonly strict?: boolean;
  /** Whether any body is taken and none read. */
  readonly bare?: boolean;
  /** Whether its form may carry a file: such a form is no other type, and is tried in its own tests. */
  readonly files?: true;
  /** Bytes of a body at most. */
  readonly bears: number;
  /** How a good one is answered. */
  readonly ok: number;
  /** How a bad field is answered. */
  readonly refuses: readonly number[];
  /** Whether a bad field may leave an entry: the page reads the person's data again, or the gate is asked. */
  readonly recorded?: boolean;
  /** Whether what is not there is refused as what is wrong, so that nobody can tell them apart. */
  readonly hides?: boolean;
  /** Whether tries are counted, so that the trial must forget them. */
  readonly limited?: boolean;
  /** Where the text of a good one can be read again: in this field, or in this class of element. */
  readonly back?: { readonly url: string; readonly field: string };
  /** One in so many is enough where every one would cost too much: what is behind the form is slow. */
  readonly costs?: number;
  /** What becomes of a good one: nothing, something each time (`changes`), or something once. */
  readonly effect: 'none' | 'changes' | 'once';
  /** How often it is drawn, against the others. */
  readonly weight: number;
}

const kib = 1024;

/** What forms and calls with a secret bear, in bytes. */
export const secretBytes = 16 * kib;

/** How an exemplar is called in messages. */
export function nameOf({ method, url, name }: Exemplar): string {
  return `${method} ${url}${name === undefined ? '' : ` (${name})`}`;
}

type Row = Partial<Omit<Exemplar, 'method' | 'url' | 'params'>>;

type Kinds = Readonly<Record<string, IdKind>>;

/** The kinds of ids in an address, by the names the routes give them; the rest is said beside. */
function paramsOf(url: string, said: Kinds): Exemplar['params'] {
  const kinds: Kinds = {
    key: 'service',
    category: 'category',
    draft: 'draft',
    entry: 'entry',
    version: 'version',
    ...said,
  };
  return Object.fromEntries(
    [...url.matchAll(/:(\w+)|(\*)/g)].map(([, part, rest]) => {
      const name = part ?? rest ?? '';
      const kind = kinds[name];
      if (kind === undefined) throw new Error(`say what ${name} of ${url} is the id of`);
      return [name, kind];
    }),
  );
}

/** A page: it only shows. */
export function page(url: string, row: Row & { ids?: Kinds } = {}): Exemplar {
  const { ids = {}, ...rest } = row;
  const params = paramsOf(url, ids);
  return {
    method: 'GET',
    url,
    params,
    who: 'guest',
    ok: 200,
    refuses: [404, 400],
    bears: kib,
    effect: 'none',
    weight: 1,
    ...rest,
  };
}

/** A form, which changes something when it is good. */
export function form(url: string, row: Row & { ids?: Kinds } = {}): Exemplar {
  const { ids = {}, ...rest } = row;
  const params = paramsOf(url, ids);
  return {
    method: 'POST',
    url,
    params,
    who: 'guest',
    ok: 303,
    refuses: [422, 400],
    bears: 128 * kib,
    effect: 'changes',
    weight: 6,
    ...rest,
  };
}
