import type { Installation } from '../../src/cli/installation.ts';

/** What came back. */
export interface Got {
  readonly status: number;
  readonly location: string;
  readonly body: string;
}

/** Values of a form; a list is sent under the same name several times. */
export type Form = Readonly<Record<string, string | readonly string[]>>;

/** Sends what a browser or a program would send, without a network between. */
export async function send(
  { server }: Pick<Installation, 'server'>,
  ask: {
    readonly url: string;
    readonly form?: Form;
    readonly json?: unknown;
    readonly cookie?: string;
    bearer?: string;
  },
): Promise<Got> {
  const { url, form, json, cookie, bearer } = ask;
  const type = form
    ? 'application/x-www-form-urlencoded'
    : json === undefined
      ? undefined
      : 'application/json';
  const reply = await server.inject({
    url,
    method: type === undefined ? 'GET' : 'POST',
    remoteAddress: '127.0.0.1',
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(type !== undefined && { 'content-type': type }),
      ...(cookie !== undefined && { cookie }),
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    },
    ...(form && { payload: encoded(form) }),
    ...(json !== undefined && { payload: JSON.stringify(json) }),
  });
  return { status: reply.statusCode, location: String(reply.headers.location ?? ''), body: reply.body };
}

function encoded(form: Form): string {
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as [string, string]),
  );
  return new URLSearchParams(pairs).toString();
}
