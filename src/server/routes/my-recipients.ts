import { consentToRecipient, type MyRecipient, showMyRecipients, stopTransfers } from '../../system/index.ts';
import type { FieldError, Page } from '../pages.ts';
import { type Answer, cursorOf, field, type SubjectCall, ticked } from '../route.ts';
import { disclosureView } from '../views/disclosures.ts';
import { fieldErrors } from '../views/problems.ts';

const pageSize = 50;

/** Who has my data: recipients with their consents, and what they got. */
export async function myRecipients(
  call: SubjectCall,
  errors: readonly FieldError[] = [],
): Promise<Page & { page: 'my-recipients' }> {
  const { speaker } = call;
  const ask = { speaker, ...cursorOf(call.query), limit: pageSize };
  const { recipients, handed, last } = await showMyRecipients(call.world, call.me, ask);
  return {
    page: 'my-recipients',
    recipients: recipients.map((one) => recipientView(call, one)),
    handed: handed.map((one) => disclosureView(speaker, one)),
    stoppable: recipients.some(({ given }) => given.length > 0),
    ...(last !== undefined && { more: `?after=${last}` }),
    errors,
  };
}

function recipientView({ speaker, service }: SubjectCall, one: MyRecipient) {
  return {
    id: one.id,
    name: one.name,
    kind: speaker.label('recipients', one.kind),
    country: speaker.country(one.country),
    clauses: one.cites,
    given: one.given.map((row) => ({
      id: row.id,
      abroad: row.transfer?.abroad === true,
      givenAt: row.givenAt,
      categories: row.categories.map((key) => speaker.label('data_categories', key)),
      href: `/s/${service.key}/me/consents/${row.id}`,
    })),
    open: one.open.map(({ name, abroad, text }) => ({ name, abroad, title: text.title, lines: text.lines })),
  };
}

/** Gives a consent to hand data on, or stops every transfer. */
export async function changeMyRecipients(call: SubjectCall): Promise<Answer> {
  const here = `/s/${call.service.key}/me/recipients`;
  if (ticked(call.form, 'stop')) {
    const count = await stopTransfers(call.world, call.me);
    return { to: here, flash: call.speaker.say('page.flash.transfers-stopped', { count }) };
  }
  const name = field(call.form, 'box');
  if (!ticked(call.form, 'agree')) {
    const errors = fieldErrors(call.speaker, [
      { code: 'tick-needed', severity: 'error', field: `agree.${name}` },
    ]);
    return { page: await myRecipients(call, errors), status: 422 };
  }
  const done = await consentToRecipient(call.world, call.me, name);
  if ('consent' in done) return { to: here, flash: call.speaker.say('page.flash.recipient-consented') };
  const errors = fieldErrors(call.speaker, [done.problem]);
  return { page: await myRecipients(call, errors), status: 422 };
}
