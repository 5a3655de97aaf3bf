import type { Language } from '../../base/index.ts';
import {
  actsOn,
  type CampaignForm,
  type CampaignRecord,
  campaignTopics,
  listCampaigns,
  mayNotify,
  showCampaign,
  steerCampaign,
  writeCampaign,
} from '../../system/index.ts';
import type { FieldError, MailingRow, Page } from '../pages.ts';
import { type Answer, chosen, cursorOf, field, malformed, type StaffServiceCall } from '../route.ts';
import { fieldErrors } from '../views/problems.ts';
import { baseOf, moreOf, pageSize } from './paging.ts';

const languages: readonly Language[] = ['kk', 'ru', 'en'];
const fields = [
  ...['class', 'purpose', 'channel'],
  ...languages.flatMap((language) => [`subject.${language}`, `text.${language}`]),
];

function rowView(call: StaffServiceCall, row: CampaignRecord): MailingRow {
  const { id, channel, state, createdAt, purpose } = row;
  const href = `${baseOf(call)}/mailings/${id}`;
  return { id, topic: call.speaker.title('purposes', purpose), channel, state, createdAt, href };
}

interface Sent {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

/** Mailings, and the form of a new one. */
export async function mailingsPage(
  call: StaffServiceCall,
  sent: Sent = { values: {}, errors: [] },
): Promise<Page> {
  const { world, clerk, service, speaker } = call;
  const at = { service: service.id, ...cursorOf(call.query), limit: pageSize };
  const rows = await listCampaigns(world, clerk, at);
  const topics = await campaignTopics(world, service);
  const named = (keys: readonly string[]) =>
    keys.map((key) => ({ key, name: speaker.title('purposes', key) }));
  return {
    page: 'mailings',
    rows: rows.map((row) => rowView(call, row)),
    ...moreOf(call, rows),
    topics: named(topics.marketing),
    notices: mayNotify(clerk) ? named(topics.service) : [],
    ...sent,
    hearsReplies: world.post.replies !== undefined,
  };
}

/** Writes a mailing down. */
export async function writeMailing(call: StaffServiceCall): Promise<Answer> {
  const { form, speaker, service } = call;
  const kind = chosen(form, 'class', ['marketing', 'service']) ?? 'marketing';
  const channel = chosen(form, 'channel', ['email', 'sms']);
  if (!channel) throw malformed();
  const values = Object.fromEntries(fields.map((name) => [name, field(form, name)]));
  const said = (part: string, language: Language) => values[`${part}.${language}`] ?? '';
  const texts = Object.fromEntries(
    languages.map((one) => [one, { subject: said('subject', one), text: said('text', one) }]),
  ) as CampaignForm['texts'];
  const written = await writeCampaign(call.world, call.clerk, {
    service,
    form: { class: kind, purpose: values['purpose'] ?? '', channel, texts },
  });
  if ('id' in written) return { to: `${baseOf(call)}/mailings/${written.id}` };
  const errors = fieldErrors(speaker, written.problems);
  return { page: await mailingsPage(call, { values, errors }), status: 422 };
}

/** A mailing with its counts. */
export async function mailingPage(call: StaffServiceCall): Promise<Page> {
  const { world, clerk, service, speaker } = call;
  const shown = await showCampaign(world, clerk, { service, id: call.params.id ?? '' });
  const { row, counts, asked, unasked } = shown;
  const { queued = 0, ...skipped } = counts.outcomes;
  const reasons = Object.entries(skipped).map(([code, n]) => ({ reason: said(call, code), n }));
  const never = row.state === 'draft' ? [] : [{ reason: said(call, 'consent-missing'), n: unasked }];
  const seen = Object.values(counts.outcomes).reduce((sum, n) => sum + n, 0);
  return {
    page: 'mailing',
    mailing: {
      ...rowView(call, row),
      class: row.class,
      ...(row.endedAt !== undefined && { endedAt: row.endedAt }),
      texts: languages.flatMap((language) => {
        const text = row.texts[language];
        return text ? [{ language, ...text }] : [];
      }),
      ...{ asked, seen, queued },
      skipped: [...reasons, ...never].filter(({ n }) => n > 0),
      messages: Object.entries(counts.messages).map(([state, n]) => ({
        state: speaker.sayCode('page.message-state', state),
        n,
      })),
      acts: actsOn(row),
    },
  };
}

/** Why somebody was passed over: a reason of the gate, or one of the outbox. */
function said({ speaker }: StaffServiceCall, code: string): string {
  return speaker.has(`mailing.skipped.${code}`)
    ? speaker.sayCode('mailing.skipped', code)
    : speaker.sayCode('because', code);
}

/** Starts a mailing, or stops it. */
export async function steerMailing(call: StaffServiceCall): Promise<Answer> {
  const act = chosen(call.form, 'act', ['start', 'stop']);
  if (!act) throw malformed();
  const id = call.params.id ?? '';
  await steerCampaign(call.world, call.clerk, { service: call.service, id, act });
  return { to: `${baseOf(call)}/mailings/${id}`, flash: call.speaker.sayCode('mailing.flash', act) };
}
