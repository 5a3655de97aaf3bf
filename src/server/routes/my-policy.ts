import { civilDateAt, KepilError } from '../../base/index.ts';
import { answerChange, type ChangeAnswer, showMyChange, unseenChange } from '../../system/index.ts';
import type { FieldError, Page } from '../pages.ts';
import { type Answer, chosen, field, type SubjectCall, ticked } from '../route.ts';
import { myChangeView } from '../views/changes.ts';
import { oneError } from '../views/problems.ts';
import { versionNumber } from './versions.ts';

const languages = ['ru', 'kk', 'en'] as const;
const answers = ['accept', 'refuse', 'seen'] as const;

/** A change of the policy, as it concerns whoever is signed in; that there is none is a page too. */
export async function myPolicyPage(
  call: SubjectCall,
  sent: { ticked: readonly string[]; errors: readonly FieldError[] } = { ticked: [], errors: [] },
): Promise<Page> {
  const shown = await showMyChange(call.world, call.me, call.speaker);
  const change =
    shown &&
    myChangeView(call.speaker, shown, {
      base: `/s/${call.service.key}`,
      zone: call.world.law.zone,
    });
  return { page: 'my-policy', ...(change && { change }), ...sent };
}

/** Takes an answer to a change: seen, agreed, refused. */
export async function answerMyPolicy(call: SubjectCall): Promise<Answer> {
  const { form, speaker } = call;
  const answer = chosen(form, 'answer', answers);
  if (!answer) throw new KepilError('ERR_BAD_REQUEST', 'bad-request');
  const optional = [...form.keys()]
    .filter((name) => name.startsWith('optional.') && ticked(form, name))
    .map((name) => name.slice(9));
  const given: ChangeAnswer = {
    version: versionNumber(field(form, 'version')),
    answer,
    consent: ticked(form, 'consent'),
    optional,
    language: chosen(form, 'language', languages) ?? speaker.language,
  };
  const { problem } = await answerChange(call.world, call.me, given);
  if (problem) {
    const errors = oneError(speaker, problem, problem === 'consent-required' ? 'consent' : undefined);
    const kept = [...(given.consent ? ['consent'] : []), ...optional];
    return { page: await myPolicyPage(call, { ticked: kept, errors }), status: 422 };
  }
  const back = `/s/${call.service.key}/me`;
  return { to: answer === 'seen' ? back : `${back}/policy`, flash: speaker.sayCode('change.flash', answer) };
}

/** What the frame of every page of the cabinet says of a change that was not seen yet. */
export async function changeStrip(call: Pick<SubjectCall, 'world' | 'me'>) {
  const change = await unseenChange(call.world, call.me);
  if (!change) return {};
  const effectiveOn = civilDateAt(change.effectiveAt, call.world.law.zone);
  return { change: { effectiveOn, asks: change.asks } };
}
