import type { Id } from '../base/index.ts';
import type { ServiceRecord } from '../store/index.ts';
import { registerByReply } from './confirm-registration.ts';
import { replyDigestOf } from './drafts.ts';
import { confirmGivenByReply } from './give-consent.ts';
import { digestOf } from './subjects.ts';
import type { World } from './world.ts';

/** An SMS that holds a code and next to nothing else. */
const codeAlone = /^[^\p{L}\p{N}]*(\d{3})[\s-]?(\d{3})[^\p{L}\p{N}]*$/u;

/** The code that an SMS sends back; undefined when it says anything else. */
export function codeIn(text: string): string | undefined {
  const found = codeAlone.exec(text);
  return found ? `${found[1]}${found[2]}` : undefined;
}

/**
 * Takes a code that came back from a telephone as the consent that waits for it, at whichever service. A
 * wrong one counts as a try against each draft that waits for this telephone; nobody is told anything.
 *
 * @returns whether somebody consented by it
 * @law 94-V Art. 8(1)
 */
export async function consentByReply(
  world: World,
  sms: { readonly phone: string; readonly code: string },
): Promise<boolean> {
  const services = await world.store.transaction((tx) => tx.services.list());
  for (const service of services.filter(({ kind }) => kind === 'service'))
    if (await repliedAt(world, service, sms)) return true;
  return false;
}

async function repliedAt(
  world: World,
  service: ServiceRecord,
  { phone, code }: { phone: string; code: string },
): Promise<boolean> {
  const digest = replyDigestOf(world, service.id, phone);
  const { drafts, holders } = await world.store.transaction(async (tx) => ({
    drafts: await tx.drafts.awaiting(service.id, digest, world.now()),
    holders: await tx.blindIndex.find(
      service.id,
      'phone',
      digestOf(world, { service: service.id, field: 'phone', value: phone }),
    ),
  }));
  for (const draft of drafts) {
    if (await registerByReply(world, { service, draft, code })) return true;
    for (const subject of holders) if (await givenBy(world, { service, subject, draft, code })) return true;
  }
  return false;
}

function givenBy(
  world: World,
  { service, subject, ...what }: { service: ServiceRecord; subject: Id; draft: Id; code: string },
): Promise<boolean> {
  return confirmGivenByReply(world, { service, subject }, what);
}
