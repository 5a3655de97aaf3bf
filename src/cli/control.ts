import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { KepilError } from '../base/index.ts';
import { socketPath, withSocket } from './control-path.ts';
import { ownVersion } from './version.ts';

/** Says on both sides which version speaks: two of different versions understand each other in nothing. */
export const versionHeader = 'x-kepil-version';

/** The largest question taken, in bytes: the text of a policy and what stands around it. */
const largestQuestion = 64 * 1024 * 1024;

/** How long the last answers may take on their way out, in milliseconds. */
const farewellMs = 1_000;

/** What the holder of the socket answers: by name, from the question's JSON to the answer's. */
export type Answers = Readonly<Record<string, (question: unknown) => Promise<unknown>>>;

/** An open control socket. */
export interface Control {
  /** Takes no further question and waits for the answers under way. */
  close(): Promise<void>;
}

/**
 * Opens the control socket of a running installation, for the owner of the data folder alone. Questions are
 * answered one after the other.
 */
export async function openControl(data: string, answers: Answers): Promise<Control> {
  const desk = new Desk(answers);
  const server = createServer((asked, reply) => void desk.serve(asked, reply));
  rmSync(socketPath(data), { force: true });
  await withSocket(data, (path) => listen(server, path));
  return {
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      await desk.close();
      const patience = setTimeout(() => server.closeAllConnections(), farewellMs);
      await closed;
      clearTimeout(patience);
      rmSync(socketPath(data), { force: true });
    },
  };
}

/** INVARIANT: the socket is never open to others, not even between its birth and a change of its mode. */
function listen(server: Server, path: string): Promise<void> {
  const mask = process.umask(0o177);
  try {
    return new Promise((resolve, reject) => server.once('error', reject).listen(path, resolve));
  } finally {
    process.umask(mask);
  }
}

/** What came of a question, on its way through the socket. */
type Answer = { readonly status: number; readonly body: unknown };

class Desk {
  readonly #answers: Answers;
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  async serve(asked: IncomingMessage, reply: ServerResponse): Promise<void> {
    const { status, body } = await this.#answer(asked);
    reply
      .writeHead(status, { 'content-type': 'application/json', [versionHeader]: ownVersion })
      .end(JSON.stringify(body));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#turn;
  }

  async #answer(asked: IncomingMessage): Promise<Answer> {
    try {
      const question = await questionOf(asked);
      const name = (asked.url ?? '').replace(/^\//, '');
      const answer = Object.hasOwn(this.#answers, name) ? this.#answers[name] : undefined;
      if (!answer) throw new KepilError('ERR_NOT_FOUND', 'not-found');
      if (this.#closed) throw new KepilError('ERR_STORE_UNAVAILABLE', 'control-stopping');
      const turn = this.#turn.then(() => answer(question));
      this.#turn = turn.catch(() => undefined);
      return { status: 200, body: await turn };
    } catch (error) {
      const failed = error instanceof KepilError ? error : new KepilError('ERR_STORE_UNAVAILABLE', 'bug');
      const { code, reason, params } = failed;
      return { status: 500, body: { code, reason, params } };
    }
  }
}

async function questionOf(asked: IncomingMessage): Promise<unknown> {
  const theirs = asked.headers[versionHeader];
  if (theirs !== ownVersion) {
    const params = { running: ownVersion, asking: String(theirs ?? '—') };
    throw new KepilError('ERR_USAGE', 'control-version', params);
  }
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of asked as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > largestQuestion) throw new KepilError('ERR_BAD_REQUEST', 'bad-request');
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8') || 'null') as unknown;
}
