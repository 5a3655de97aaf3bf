import { KepilError } from '../base/index.ts';
import {
  type Carrier,
  mobizonCarrier,
  type Post,
  type SmsAccount,
  smscCarrier,
  smtpCarrier,
} from '../post/index.ts';
import { isLoopback } from '../server/index.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Gateways for SMS by name, with the address of their API. */
const gateways: Readonly<Record<string, { readonly url: string; carrier(account: SmsAccount): Carrier }>> = {
  mobizon: { url: 'https://api.mobizon.kz/', carrier: mobizonCarrier },
  smsc: { url: 'https://smsc.kz/', carrier: smscCarrier },
};

/**
 * The carriers that the environment sets up. Secrets stand there and not among the options of the command:
 * those anybody on the machine can read.
 *
 * `KEPIL_SMTP_URL` (`smtps://user:password@host:465`, or `smtp://…:587` with STARTTLS) with
 * `KEPIL_SMTP_FROM`; `KEPIL_SMS_GATEWAY` (`mobizon` or `smsc`) with `KEPIL_SMS_KEY`, `KEPIL_SMS_SENDER`, and
 * `KEPIL_SMS_URL` where its API is elsewhere; `KEPIL_SMS_REPLIES`, at least 24 letters and digits, where
 * SMSC.kz hands what comes in to `/replies/sms/<that>`.
 *
 * @throws KepilError `ERR_USAGE` with the name of the variable, never with its value
 */
export function channelsOf(environment: Environment): Post {
  const email = smtpOf(environment);
  const sms = smsOf(environment);
  const replies = repliesOf(environment);
  return { ...(email && { email }), ...(sms && { sms }), ...(replies && { replies }) };
}

/** So long a secret nobody guesses. */
const shortestSecret = 24;

/** Only one of the gateways hands SMS that came in to an address of ours. */
function repliesOf({
  KEPIL_SMS_REPLIES: secret,
  KEPIL_SMS_GATEWAY: gateway,
}: Environment): string | undefined {
  if (!secret) return undefined;
  const fits = new RegExp(`^[A-Za-z0-9_-]{${shortestSecret},150}$`).test(secret);
  if (gateway !== 'smsc' || !fits) throw malformed('KEPIL_SMS_REPLIES');
  return secret;
}

function smtpOf(environment: Environment): Carrier | undefined {
  const { KEPIL_SMTP_URL: address, KEPIL_SMTP_FROM: from } = environment;
  if (!address) return undefined;
  const url = urlOf('KEPIL_SMTP_URL', address);
  const implicitTls = url.protocol === 'smtps:';
  if (!implicitTls && url.protocol !== 'smtp:') throw malformed('KEPIL_SMTP_URL');
  const [, domain] = /@([a-z0-9.-]+)>?$/i.exec(from ?? '') ?? [];
  if (from === undefined || domain === undefined || /[\r\n]/.test(from)) throw malformed('KEPIL_SMTP_FROM');
  return smtpCarrier({
    ...{ host: url.hostname, implicitTls, from, domain },
    port: Number(url.port) || (implicitTls ? 465 : 587),
    loopback: isLoopback(url.hostname === 'localhost' ? '127.0.0.1' : url.hostname),
    ...(url.username !== '' && {
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
    }),
  });
}

function smsOf(environment: Environment): Carrier | undefined {
  const { KEPIL_SMS_GATEWAY: name, KEPIL_SMS_KEY: key, KEPIL_SMS_SENDER: sender } = environment;
  if (!name) return undefined;
  const gateway = Object.hasOwn(gateways, name) ? gateways[name] : undefined;
  if (!gateway) throw malformed('KEPIL_SMS_GATEWAY');
  if (!key) throw malformed('KEPIL_SMS_KEY');
  const url = urlOf('KEPIL_SMS_URL', environment['KEPIL_SMS_URL'] ?? gateway.url);
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) throw malformed('KEPIL_SMS_URL');
  return gateway.carrier({ url, key, ...(sender && { sender }) });
}

function urlOf(variable: string, text: string): URL {
  if (!URL.canParse(text)) throw malformed(variable);
  return new URL(text);
}

const malformed = (variable: string) => new KepilError('ERR_USAGE', 'channel-malformed', { variable });
