import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { type ErrorCode, errorStatus, KepilError, type Params } from '../base/index.ts';
import { versionHeader } from './control.ts';
import { socketPath, withSocket } from './control-path.ts';
import { ownVersion } from './version.ts';

/**
 * Asks the installation that runs on `data`.
 *
 * @returns undefined when none answers there, or when it stops before it has answered
 * @throws KepilError what it answered; `control-denied` when it is another user's, `control-version` when it
 *   is of another version
 */
export async function askControl<T>(data: string, name: string, question: unknown): Promise<T | undefined> {
  if (!existsSync(socketPath(data))) return undefined;
  try {
    const { version, body } = await withSocket(data, (path) => send(path, name, JSON.stringify(question)));
    if (version !== ownVersion) {
      const params = { running: version ?? '—', asking: ownVersion };
      throw new KepilError('ERR_USAGE', 'control-version', params);
    }
    const answer = JSON.parse(body) as T | Failed;
    if (!isFailed(answer)) return answer;
    if (answer.reason === 'control-stopping') return undefined;
    throw new KepilError(answer.code, answer.reason, answer.params);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined && gone.has(code)) return undefined;
    if (code === 'EACCES' || code === 'EPERM')
      throw new KepilError('ERR_STORE_UNAVAILABLE', 'control-denied', { data }, { cause: error });
    throw error;
  }
}

/** Nobody listens any more, or they left in the middle. */
const gone: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE']);

interface Failed {
  readonly code: ErrorCode;
  readonly reason: string;
  readonly params: Params;
}

function isFailed(answer: unknown): answer is Failed {
  const { code, reason } = (answer ?? {}) as Partial<Failed>;
  return typeof code === 'string' && Object.hasOwn(errorStatus, code) && typeof reason === 'string';
}

function send(
  path: string,
  name: string,
  question: string,
): Promise<{ version: string | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { [versionHeader]: ownVersion, 'content-type': 'application/json' };
    const asked = request({ socketPath: path, path: `/${name}`, method: 'POST', headers }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('error', reject);
      reply.on('end', () => {
        const version = reply.headers[versionHeader];
        const body = Buffer.concat(parts).toString('utf8');
        resolve({ version: typeof version === 'string' ? version : undefined, body });
      });
    });
    asked.on('error', reject);
    asked.end(question);
  });
}
