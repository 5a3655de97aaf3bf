import { chooseMailing, mailingChoices } from '../../system/index.ts';
import type { FieldError, Page } from '../pages.ts';
import { type Answer, chosen, field, malformed, type SubjectCall, ticked } from '../route.ts';
import { oneError } from '../views/problems.ts';

const languages = ['ru', 'kk', 'en'] as const;

/** The person's own switches of mailings: by topic and way. */
export async function myMailings(
  call: SubjectCall,
  sent: { errors: readonly FieldError[]; at?: string } = { errors: [] },
): Promise<Page> {
  const { speaker } = call;
  const choices = await mailingChoices(call.world, call.me, speaker);
  const rows = choices.map(({ purpose, category, on, consent }) => ({
    ...{ purpose, category, on },
    topic: speaker.title('purposes', purpose),
    way: speaker.title('data_categories', category),
    consent: { id: `${purpose}.${category}`, title: consent.title, lines: consent.lines },
  }));
  return { page: 'my-mailings', rows, ...sent };
}

/** Turns mailings of a topic on or off. */
export async function chooseMyMailing(call: SubjectCall): Promise<Answer> {
  const { form, speaker } = call;
  const wish = chosen(form, 'wish', ['on', 'off']);
  if (!wish) throw malformed();
  const [purpose, category] = [field(form, 'purpose'), field(form, 'category')];
  const problem = await chooseMailing(call.world, call.me, {
    ...{ purpose, category, on: wish === 'on' },
    consent: ticked(form, 'consent'),
    language: chosen(form, 'language', languages) ?? speaker.language,
  });
  if (problem) {
    const errors = oneError(speaker, problem, problem === 'consent-required' ? 'consent' : undefined);
    return { page: await myMailings(call, { errors, at: `${purpose}.${category}` }), status: 422 };
  }
  return { to: `/s/${call.service.key}/me/mailings`, flash: speaker.sayCode('mailing.mine.flash', wish) };
}
