import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Id } from '../base/index.ts';
import type { Carrier, Delivery, OutgoingMessage } from './post.ts';

/** A mail server to hand messages to, and in whose name. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else STARTTLS, which only a server on this machine may lack. */
  readonly implicitTls: boolean;
  readonly loopback: boolean;
  readonly user?: string;
  readonly password?: string;
  /** Name and address of the sender, as a header has them. */
  readonly from: string;
  /** Of the host of message ids. */
  readonly domain: string;
}

/** How long a server may be silent, in milliseconds. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** What a fault of sending tells; nodemailer sets these. */
interface SmtpFault {
  readonly code?: string;
  readonly responseCode?: number;
}

/**
 * Carries messages to a mail server by SMTP.
 *
 * @source RFC 5321, RFC 3207 (STARTTLS), RFC 3834 (Auto-Submitted)
 */
export function smtpCarrier(server: SmtpServer): Carrier {
  const { host, port, user, password } = server;
  const transport = createTransport({
    ...{ host, port, secure: server.implicitTls, requireTLS: !server.loopback && !server.implicitTls },
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    tls: { minVersion: 'TLSv1.2' },
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: host,
    thirdParty: false,
    async deliver(message, id) {
      const letter = await letterOf(message, { id, server });
      let begun = false;
      const raw = new Readable({
        read() {
          begun = true;
          this.push(letter);
          this.push(null);
        },
      });
      try {
        await transport.sendMail({ envelope: { from: server.from, to: message.to }, raw });
        return { state: 'sent' };
      } catch (error) {
        return deliveryOf(error as SmtpFault, begun);
      }
    },
  };
}

/** A letter as it goes over the wire. Nobody answers it, and no program should. */
async function letterOf(
  { to, subject, text, unsubscribe }: OutgoingMessage,
  { id, server }: { readonly id: Id; readonly server: SmtpServer },
): Promise<Buffer> {
  const composer = new MailComposer({
    ...{ from: server.from, to, subject, text },
    messageId: `<${id}@${server.domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribeHeaders(unsubscribe) },
  });
  return composer.compile().build();
}

/** @source RFC 2369 §3.2, RFC 8058 §3.1 */
function unsubscribeHeaders(address: string | undefined): Readonly<Record<string, string>> {
  if (address === undefined) return {};
  return {
    'List-Unsubscribe': `<${address}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/**
 * What a fault means. An answer of the server is certain: 4xx may pass, 5xx will not. Without one the letter
 * was not taken as long as it was not begun.
 */
function deliveryOf({ code, responseCode }: SmtpFault, begun: boolean): Delivery {
  if (code === 'EAUTH') return { state: 'later', reason: 'account' };
  if (responseCode === undefined) return begun ? { state: 'unsure' } : { state: 'later', reason: 'carrier' };
  if (responseCode < 500) return { state: 'later', reason: 'carrier' };
  return { state: 'failed', reason: code === 'EENVELOPE' ? 'address' : 'content' };
}
