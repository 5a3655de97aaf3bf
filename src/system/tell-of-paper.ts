import { messageText } from '../notice/index.ts';
import type { PaperRecord, ServiceRecord, Tx } from '../store/index.ts';
import { speakerOf } from '../words/index.ts';
import { nameFor } from './looks.ts';
import { tellSubject } from './outbox.ts';
import { paperNumber } from './papers.ts';
import { dataOf, type OpenSubject, openSegments } from './subjects.ts';
import type { World } from './world.ts';

/**
 * What there is to tell of an application: it came by post, it was confirmed, it was not, a better picture is
 * needed, its time is over.
 */
export type PaperNews = 'received' | 'confirmed' | 'refused' | 'again' | 'lapsed';

/** Tells somebody what became of the consent they signed; the words themselves are read in the cabinet. */
export async function tellOfPaper(
  tx: Tx,
  world: World,
  what: {
    readonly service: ServiceRecord;
    readonly subject: OpenSubject;
    readonly row: PaperRecord;
    readonly news: PaperNews;
  },
): Promise<void> {
  const { service, subject, row, news } = what;
  const data = dataOf(await openSegments(tx, world, subject));
  const channel = data.has('email') ? ('email' as const) : ('sms' as const);
  const to = data.get(channel === 'email' ? 'email' : 'phone')?.[0]?.value;
  if (!to) return;
  const speaker = speakerOf(subject.record.language, world.law.zone);
  const ends = row.dueOn ?? row.endsOn;
  const params = {
    service: await nameFor(tx, world, { service, speaker }),
    number: paperNumber(world, row),
    ...(ends && { date: speaker.date(ends) }),
    link: `${world.origin()}/s/${service.key}/me/papers/${row.id}`,
  };
  const over = news === 'lapsed' && subject.record.kind === 'applicant';
  const template = over ? ('paper-lapsed-account' as const) : (`paper-${news}` as const);
  const message = { channel, to, ...messageText(speaker, template, params) };
  await tellSubject(tx, world, { subject, template, message });
}
