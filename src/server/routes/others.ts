import {
  mentionWays,
  myMentions,
  nameSomebody,
  refuseMention,
  showMention,
  takeBackMention,
} from '../../system/index.ts';
import type { FieldError, Page } from '../pages.ts';
import {
  type Answer,
  chosen,
  field,
  malformed,
  type Route,
  type ServiceCall,
  type SubjectCall,
  ticked,
} from '../route.ts';
import { fieldErrors } from '../views/problems.ts';

const fields = ['name', 'address', 'purpose', 'way'] as const;

/** Whom one named, and the form to name somebody. */
export async function othersPage(call: SubjectCall, errors: readonly FieldError[] = []): Promise<Page> {
  const { speaker } = call;
  const { rows, purposes } = await myMentions(call.world, call.me);
  return {
    page: 'others',
    rows: rows.map(({ categories, purpose, ...row }) => ({
      ...row,
      data: speaker.list(categories.map((key) => speaker.label('data_categories', key))),
      purpose: speaker.label('purposes', purpose),
    })),
    purposes: purposes.map((key) => ({ key, name: speaker.title('purposes', key) })),
    ways: mentionWays.map((key) => ({ key, name: speaker.sayCode('mention-way', key) })),
    sent: Object.fromEntries(errors.length > 0 ? fields.map((name) => [name, field(call.form, name)]) : []),
    errors,
  };
}

/** Names somebody, or takes it back. */
export async function changeOthers(call: SubjectCall): Promise<Answer> {
  const here = `/s/${call.service.key}/me/others`;
  const act = chosen(call.form, 'act', ['name', 'take-back']);
  if (act === undefined) throw malformed();
  if (act === 'take-back') {
    await takeBackMention(call.world, call.me, field(call.form, 'id'));
    return { to: here, flash: call.speaker.say('page.flash.named-taken-back') };
  }
  const [name = '', address = '', purpose = '', way = ''] = fields.map((one) => field(call.form, one));
  const form = { name, address, purpose, way, confirmed: ticked(call.form, 'confirmed') };
  const from = call.request.client.prefix;
  const done = await nameSomebody(call.world, call.me, { form, speaker: call.speaker, from });
  if ('mention' in done) return { to: here, flash: call.speaker.say('page.flash.named') };
  return { page: await othersPage(call, fieldErrors(call.speaker, done.problems)), status: 422 };
}

/** What is held of somebody who was named, behind the link they were sent: looking changes nothing. */
async function namedPage(call: ServiceCall): Promise<Answer> {
  const { speaker } = call;
  const held = await showMention(call.world, call.service, call.params.token ?? '');
  if (!held) return { page: { page: 'named' } };
  const { id, givenAt, purpose, values } = held;
  const lines = values.map(({ category, masked }) => ({
    term: speaker.title('data_categories', category),
    text: masked,
  }));
  return {
    page: {
      page: 'named',
      held: { number: id, givenAt, purpose: speaker.title('purposes', purpose), lines },
    },
  };
}

async function refuse(call: ServiceCall): Promise<Answer> {
  await refuseMention(call.world, call.service, call.params.token ?? '');
  return { page: { page: 'named' } };
}

const open = { who: 'anyone', scope: 'service' } as const;

/** For people who were named by others, without a session. */
export const namedRoutes: readonly Route[] = [
  { method: 'GET', url: '/s/:key/named/:token', ...open, handle: namedPage },
  { method: 'POST', url: '/s/:key/named/:token', ...open, bare: true, handle: refuse },
];
