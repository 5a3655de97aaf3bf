import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A letter that came. */
export interface Letter {
  readonly to: string;
  readonly text: string;
}

/** A mail server that outlives every kill: it takes each letter and keeps it. */
export class Mailbox {
  readonly letters: Letter[] = [];
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, { envelope }, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const text = textOf(Buffer.concat(parts).toString('utf8'));
          for (const { address } of envelope.rcptTo) this.letters.push({ to: address, text });
          done();
        });
      },
    });
    // A sender that is killed breaks its connection off: what had not come whole did not come.
    this.#server.on('error', () => undefined);
  }

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    await new Promise<void>((resolve) => mailbox.#server.listen(0, '127.0.0.1', resolve));
    return mailbox;
  }

  /** What a process is started with so that its e-mail comes here. */
  get environment(): Readonly<Record<string, string>> {
    const { port } = this.#server.server.address() as AddressInfo;
    return {
      KEPIL_SMTP_URL: `smtp://127.0.0.1:${port}`,
      KEPIL_SMTP_FROM: 'Дала Кітап <no-reply@dala-kitap.example>',
    };
  }

  /** The newest code that came to an address. @throws Error when none came in time */
  async codeFor(address: string): Promise<string> {
    for (let look = 0; look < 1000; look++) {
      const letter = this.letters.findLast(({ to }) => to === address);
      const code = /\b(\d{6})\b/.exec(letter?.text ?? '')?.[1];
      if (code !== undefined) return code;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('the code did not come');
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

/** The body of a letter, decoded. */
function textOf(letter: string): string {
  const [head = '', ...rest] = letter.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
