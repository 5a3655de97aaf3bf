/** How much of one kind may be asked. */
export interface Allowance {
  /** Requests a minute from one address, IPv6 counted by /64. */
  readonly perAddress: number;
  /** Requests a minute by one who is signed in, or with one key, from wherever. */
  readonly perAccount: number;
  /** Bytes of a body at most. */
  readonly body: number;
}

const kib = 1024;

/** The kinds of routes and how much each bears. A route names its kind in its row. */
export const allowances = {
  /** Styles, fonts, scripts. */
  asset: { perAddress: 1200, perAccount: 1200, body: kib },
  /** Tiles and checkpoints of the public log: a verifier reads thousands. */
  log: { perAddress: 3000, perAccount: 3000, body: kib },
  /** Pages to look at. */
  page: { perAddress: 600, perAccount: 300, body: kib },
  /** A copy of everything: dear to make. */
  copy: { perAddress: 30, perAccount: 10, body: kib },
  /** Forms. The longest is a registration with every field filled. */
  form: { perAddress: 120, perAccount: 60, body: 128 * kib },
  /** A form with the text of a document in each language. */
  document: { perAddress: 60, perAccount: 30, body: 1024 * kib },
  /** A form that anyone may send and that makes us send a message. */
  registration: { perAddress: 30, perAccount: 30, body: 128 * kib },
  /** Codes and passwords; besides, tries are counted by account (`system/attempts.ts`). */
  secret: { perAddress: 30, perAccount: 30, body: 16 * kib },
  /** Calls of programs. */
  call: { perAddress: 1200, perAccount: 600, body: 16 * kib },
} as const satisfies Readonly<Record<string, Allowance>>;

/** Bytes of a form with a file: the largest file that is taken, and what stands around it. */
export const fileFormBytes = 12 * 1024 * kib;

/** A kind of route. */
export type RouteKind = keyof typeof allowances;
