import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { smtpCarrier } from './index.ts';

const id = '018f2a00-0000-7000-8000-000000000001';
const message = {
  channel: 'email',
  to: 'aigul.zhakypova@example.kz',
  subject: 'Растау коды: әіңғүұқөһ',
  text: 'Сіздің кодыңыз: 402718.\n\nОл он минут жарамды.',
} as const;

interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A mail server of the real kind; `refuse` answers one of its commands with a code. */
async function mailServer(refuse: { at?: 'MAIL' | 'RCPT' | 'DATA'; code?: number; user?: string } = {}) {
  const letters: Letter[] = [];
  const fault = () => Object.assign(new Error('no'), { responseCode: refuse.code });
  const server = new SMTPServer({
    disabledCommands: refuse.user === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) =>
      auth.username === refuse.user ? done(null, { user: 'x' }) : done(new Error('wrong')),
    onMailFrom: (_address, _session, done) => done(refuse.at === 'MAIL' ? fault() : null),
    onRcptTo: (_address, _session, done) => done(refuse.at === 'RCPT' ? fault() : null),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refuse.at === 'DATA') return done(fault());
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const to = envelope.rcptTo.map(({ address }) => address);
        letters.push({ from, to, text: Buffer.concat(chunks).toString('utf8') });
        done();
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.server.address() as AddressInfo).port));
  });
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port, letters };
}

const carrierAt = (port: number, user?: string) =>
  smtpCarrier({
    ...{ host: '127.0.0.1', port, implicitTls: false, loopback: true, domain: 'dala-kitap.example' },
    from: 'Дала Кітап <no-reply@dala-kitap.example>',
    ...(user !== undefined && { user, password: 'wrong' }),
  });

/** Words of a header as RFC 2047 writes them. */
const decoded = (header: string) =>
  header.replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=\s*/gi, (_, kind: string, words: string) =>
    kind.toUpperCase() === 'B'
      ? Buffer.from(words, 'base64').toString('utf8')
      : Buffer.from(
          words
            .replaceAll('_', ' ')
            .replaceAll(/=([0-9A-F]{2})/gi, (_all, hex: string) =>
              String.fromCharCode(Number.parseInt(hex, 16)),
            ),
          'latin1',
        ).toString('utf8'),
  );

describe('a carrier by SMTP', () => {
  it('hands over a letter with its Kazakh letters, to one address, that asks for no answer', async () => {
    const { port, letters } = await mailServer();
    expect(await carrierAt(port).deliver(message, id)).toEqual({ state: 'sent' });
    const [letter] = letters;
    expect(letter).toMatchObject({ from: 'no-reply@dala-kitap.example', to: [message.to] });
    const [head = '', body = ''] = (letter?.text ?? '').split('\r\n\r\n', 2);
    expect(decoded(head.replaceAll('\r\n ', ''))).toContain(`Subject: ${message.subject}`);
    expect(head).toContain(`Message-ID: <${id}@dala-kitap.example>`);
    expect(head).toContain('Auto-Submitted: auto-generated');
    expect(Buffer.from(body, 'base64').toString('utf8')).toContain('402718');
  });

  it('says where more is refused by one click, in letters that advertise and in no other', async () => {
    const { port, letters } = await mailServer();
    const carrier = carrierAt(port);
    const unsubscribe = 'https://dala-kitap.example/s/dala/unsubscribe/AbC-_1';
    await carrier.deliver({ ...message, unsubscribe }, id);
    await carrier.deliver(message, id);
    const [offer = '', notice = ''] = letters.map(({ text }) => text.replaceAll('\r\n ', ' '));
    expect(offer).toMatch(new RegExp(`^List-Unsubscribe: ?<${unsubscribe}>`, 'm'));
    expect(offer).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
    expect(notice).not.toContain('List-Unsubscribe');
  });

  it.each([
    ['MAIL', 451, { state: 'later', reason: 'carrier' }],
    ['RCPT', 450, { state: 'later', reason: 'carrier' }],
    ['RCPT', 550, { state: 'failed', reason: 'address' }],
    ['DATA', 452, { state: 'later', reason: 'carrier' }],
    ['DATA', 554, { state: 'failed', reason: 'content' }],
  ] as const)('knows what %s %i means', async (at, code, delivery) => {
    const { port } = await mailServer({ at, code });
    expect(await carrierAt(port).deliver(message, id)).toEqual(delivery);
  });

  it('comes again where nobody answers, or the account is refused', async () => {
    const closed = createServer();
    const port = await listening(closed);
    await new Promise((resolve) => closed.close(resolve));
    expect(await carrierAt(port).deliver(message, id)).toEqual({ state: 'later', reason: 'carrier' });
    const { port: guarded } = await mailServer({ user: 'kepil' });
    expect(await carrierAt(guarded, 'other').deliver(message, id)).toEqual({
      state: 'later',
      reason: 'account',
    });
  });

  it('does not know when the connection ends in the middle of the letter', async () => {
    const server = createServer((socket) => dropsInData(socket));
    const port = await listening(server);
    expect(await carrierAt(port).deliver(message, id)).toEqual({ state: 'unsure' });
  });

  it('sends no password and no letter in the clear to another machine', async () => {
    const said: string[] = [];
    const server = createServer((socket) => {
      socket.write('220 plain\r\n');
      socket.on('data', (data) => {
        said.push(data.toString('latin1'));
        socket.write('250 plain\r\n');
      });
      socket.on('error', () => undefined);
    });
    const port = await listening(server);
    const carrier = smtpCarrier({
      ...{ host: '127.0.0.1', port, implicitTls: false, loopback: false, domain: 'a.example' },
      ...{ from: 'a@a.example', user: 'kepil', password: 'сөз' },
    });
    expect(await carrier.deliver(message, id)).toEqual({ state: 'later', reason: 'carrier' });
    expect(said.join('')).not.toMatch(/AUTH|MAIL|DATA/);
  });
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return (server.address() as AddressInfo).port;
}

/** Speaks SMTP up to the letter, then hangs up. */
function dropsInData(socket: Socket): void {
  socket.on('error', () => undefined);
  socket.write('220 hello\r\n');
  let letter = false;
  socket.on('data', (data) => {
    if (letter) return socket.destroy();
    const line = data.toString('latin1');
    letter = line.startsWith('DATA');
    socket.write(letter ? '354 go on\r\n' : '250 ok\r\n');
    return undefined;
  });
}
