import { messageText } from '../notice/index.ts';
import { requestNumber } from '../rights/index.ts';
import type { RequestRecord, ServiceRecord, Tx } from '../store/index.ts';
import { speakerOf } from '../words/index.ts';
import { ask } from './ask.ts';
import { nameFor } from './looks.ts';
import { keepMessage, tellSubject } from './outbox.ts';
import type { RequestWords } from './request-words.ts';
import { dataOf, type OpenSubject, openSegments } from './subjects.ts';
import { kindOfAddress } from './typed.ts';
import type { World } from './world.ts';

/**
 * What there is to tell: it was taken in, something is asked of the person, it was answered; to whom it is
 * about, that there is one.
 */
export type RequestNews = 'received' | 'asked' | 'answered' | 'about';

/** A request with what is told of it; `words` are as they stand now. */
export interface Telling {
  readonly service: ServiceRecord;
  readonly subject: OpenSubject;
  readonly row: RequestRecord;
  readonly words: RequestWords;
  readonly news: RequestNews;
}

/**
 * Tells a person of their request: who has a cabinet learns that there is something to read in it, who has
 * none gets the words themselves at the address they gave. To a postal address nothing is sent: the letter is
 * printed.
 */
export async function tellOfRequest(tx: Tx, world: World, what: Telling): Promise<void> {
  const { news } = what;
  if (what.subject.record.kind === 'claimant' && news !== 'about')
    await tellClaimant(tx, world, { ...what, news });
  else await tellHolder(tx, world, what);
}

/** Words that go into a few SMS, in UTF-16 code units; longer ones are read elsewhere. */
const longestSms = 300;

async function tellHolder(tx: Tx, world: World, { service, subject, row, news }: Telling): Promise<void> {
  const data = dataOf(await openSegments(tx, world, subject));
  const channel = data.has('email') ? ('email' as const) : ('sms' as const);
  const to = data.get(channel === 'email' ? 'email' : 'phone')?.[0]?.value;
  if (!to) return;
  const speaker = speakerOf(subject.record.language, world.law.zone);
  const params = {
    service: await nameFor(tx, world, { service, speaker }),
    number: requestNumber(row, world.law.zone),
    date: speaker.date(row.dueOn),
    link: `${world.origin()}/s/${service.key}/me/requests`,
  };
  const template = `request-${news}` as const;
  const message = { channel, to, ...messageText(speaker, template, params) };
  await tellSubject(tx, world, { subject, template, message });
}

async function tellClaimant(
  tx: Tx,
  world: World,
  what: Telling & { readonly news: Exclude<RequestNews, 'about'> },
): Promise<void> {
  const { service, subject, row, words, news } = what;
  const to = words.contact?.answerTo ?? '';
  const kind = kindOfAddress(to);
  if (!kind) return;
  const speaker = speakerOf(subject.record.language, world.law.zone);
  const said = news === 'answered' ? words.answer : words.turns?.at(-1)?.words;
  const params = {
    service: await nameFor(tx, world, { service, speaker }),
    number: requestNumber(row, world.law.zone),
    date: speaker.date(row.dueOn),
    words: said ?? '',
    link: `${world.origin()}/s/${service.key}/privacy`,
  };
  const request = {
    actor: { role: 'system' as const },
    verb: 'use' as const,
    service: service.id,
    subject: subject.record.id,
    categories: ['correspondence'],
    purpose: 'subject_rights',
    channel: 'outbox' as const,
    matter: row.id,
  };
  const { decision } = await ask(tx, world, request, { mode: 'share' });
  if (!decision.allowed) return;
  const long = kind === 'phone' && (params.words.length > longestSms || news === 'answered');
  const template = long ? ('claim-letter' as const) : (`claim-${news}` as const);
  await keepMessage(tx, world, {
    service: service.id,
    owner: subject.record.id,
    key: subject.keys.subjectKey,
    template,
    message: {
      channel: kind === 'email' ? 'email' : 'sms',
      to,
      ...messageText(speaker, template, params),
    },
  });
}
