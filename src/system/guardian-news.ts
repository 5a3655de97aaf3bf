import { messageText } from '../notice/index.ts';
import type { ServiceRecord, Tx } from '../store/index.ts';
import { speakerOf } from '../words/index.ts';
import { nameFor } from './looks.ts';
import { tellSubject } from './outbox.ts';
import { dataOf, type OpenSubject, openSegments } from './subjects.ts';
import type { World } from './world.ts';

/** Tells a minor, at their own address, what became of the consent of their representative. */
export async function tellMinor(
  tx: Tx,
  world: World,
  what: {
    readonly service: ServiceRecord;
    readonly minor: OpenSubject;
    readonly template: 'minor-consented' | 'minor-unrepresented';
  },
): Promise<void> {
  const { service, minor, template } = what;
  const data = dataOf(await openSegments(tx, world, minor));
  const channel = data.has('email') ? ('email' as const) : ('sms' as const);
  const to = data.get(channel === 'email' ? 'email' : 'phone')?.[0]?.value;
  if (!to) return;
  const speaker = speakerOf(minor.record.language, world.law.zone);
  const params = {
    service: await nameFor(tx, world, { service, speaker }),
    link: `${world.origin()}/s/${service.key}/me`,
  };
  const message = { channel, to, ...messageText(speaker, template, params) };
  await tellSubject(tx, world, { subject: minor, template, message });
}
