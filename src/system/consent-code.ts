import type { Params } from '../base/index.ts';
import { type MessageTemplate, messageText } from '../notice/index.ts';
import { basePurposes, consentCategories, type Policy } from '../policy/index.ts';
import type { ServiceRecord, Tx } from '../store/index.ts';
import type { Speaker } from '../words/index.ts';
import type { Draft } from './draft.ts';
import { policyVersion, type World } from './world.ts';

/** So many data are named in an SMS; the page beside it has them all. */
const namedAtMost = 4;

/** A message with a code, and by which template. */
export interface CodeText {
  readonly template: MessageTemplate;
  readonly text: { readonly subject: string; readonly text: string };
}

/**
 * What a code goes out with. Where the code is itself the consent, the message says to what: which data, for
 * what; and that it may be sent back, where somebody takes replies.
 *
 * @law 94-V Art. 8(1)
 */
export async function codeText(
  tx: Tx,
  world: World,
  what: { service: ServiceRecord; content: Draft; speaker: Speaker; params: Params },
): Promise<CodeText> {
  const { service, content, speaker, params } = what;
  if (content.form === 'sms') {
    const { policy } = await policyVersion(tx, world, { service: service.id, hash: content.policyHash });
    const template = world.post.replies === undefined ? 'consent-code' : 'consent-code-reply';
    const said = { ...params, ...summaryOf(speaker, policy, purposesOf(content, policy)) };
    return { template, text: messageText(speaker, template, said) };
  }
  const template = content.kind === 'registration' ? 'registration-code' : 'address-code';
  return { template, text: messageText(speaker, template, params) };
}

function purposesOf(content: Draft, policy: Policy): readonly string[] {
  return content.kind === 'registration' ? [...basePurposes(policy), ...content.optional] : content.optional;
}

/** Data and purposes of a consent in a few words. */
function summaryOf(speaker: Speaker, policy: Policy, purposes: readonly string[]) {
  const serves = (category: string) =>
    policy.data.some(
      (row) => row.category === category && row.purposes.some((key) => purposes.includes(key)),
    );
  const data = consentCategories(policy).filter(serves);
  const names = data.slice(0, namedAtMost).map((key) => speaker.label('data_categories', key));
  const more = data.length - names.length;
  return {
    data:
      more > 0
        ? speaker.say('notice.consent.and-more', { names: names.join(', '), n: more })
        : names.join(', '),
    purposes: speaker.list(purposes.map((key) => speaker.label('purposes', key))),
  };
}
