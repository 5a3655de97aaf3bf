import { sections } from './policy-sections.ts';
import { type PolicyText, type PolicyTextAsk, Writer } from './policy-writer.ts';

const prefix = 'notice.policy.';

/**
 * The whole text of a policy from the policy alone, as the operator could publish it: what Art. 8(4) asks of
 * a consent and Art. 24 of rights, in numbered clauses. What the law refuses is left out; what it orders is
 * said whether or not the policy does.
 *
 * Pure; the same policy gives the same text.
 * @law 94-V Art. 8(4), 94-V Art. 24(1), 94-V Art. 25(2)(1-1)
 */
export function policyText(ask: PolicyTextAsk): PolicyText {
  const { policy, speaker } = ask;
  const writer = new Writer(ask);
  const drafts = sections.flatMap(([id, write]) => {
    const clauses = write(writer).filter((clause) => clause !== undefined);
    return clauses.length > 0 ? [{ id, clauses }] : [];
  });
  const name = policy.operator.name;
  return {
    language: speaker.language,
    title: name ? speaker.say('notice.policy.title', { name }) : speaker.say('notice.policy.title-bare'),
    ...(policy.dated && { dated: speaker.say('notice.policy.dated', { date: speaker.date(policy.dated) }) }),
    sections: drafts.map(({ id, clauses }, at) => ({
      id,
      number: `${at + 1}`,
      title: speaker.sayCode('notice.policy.section', id),
      clauses: clauses.map((clause, place) => ({
        ...clause,
        id: clause.id.slice(prefix.length),
        number: `${at + 1}.${place + 1}`,
      })),
    })),
  };
}
