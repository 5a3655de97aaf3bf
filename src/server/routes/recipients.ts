import { KepilError } from '../../base/index.ts';
import { facets, type Policy } from '../../policy/index.ts';
import {
  closeRecipient,
  inForce,
  listRecipients,
  type RecipientRecord,
  recipientCard,
  recipientChoices,
  recipientState,
  saveRecipient,
} from '../../system/index.ts';
import type { Speaker } from '../../words/index.ts';
import type { FieldError, Page, RecipientLine, RecipientValues, RecipientVersionView } from '../pages.ts';
import {
  type Answer,
  chosen,
  cursorOf,
  field,
  malformed,
  numberIn,
  type StaffServiceCall,
} from '../route.ts';
import { fieldErrors } from '../views/problems.ts';
import { baseOf, moreOf, pageSize } from './paging.ts';

const named = (speaker: Speaker, facet: string) => (key: string) => speaker.label(facet, key);

/** How the policy calls a recipient: its kind, and the name where it gives one. */
function declaredName(speaker: Speaker, row: { recipient: string; name?: string }): string {
  const kind = speaker.title('recipients', row.recipient);
  return row.name === undefined ? kind : `${kind}: ${row.name}`;
}

/** A kind that the policy does not list; nothing where none was sent. */
const kindNamed = (speaker: Speaker, kind: string) => (kind === '' ? '' : speaker.title('recipients', kind));

function lineOf(call: StaffServiceCall, policy: Policy, row: RecipientRecord): RecipientLine {
  const { speaker } = call;
  return {
    id: row.id,
    name: row.name,
    kind: speaker.label('recipients', row.kind),
    country: speaker.country(row.country),
    state: recipientState(call.world, policy, row),
    expiresOn: row.expiresOn,
    categories: row.categories.map(named(speaker, 'data_categories')),
    href: `${baseOf(call)}/recipients/${row.id}`,
  };
}

/** The cards of recipients, and what the policy lists and no card is kept of. */
export async function recipients(call: StaffServiceCall): Promise<Page> {
  const ask = { service: call.service.id, ...cursorOf(call.query), limit: pageSize };
  const { rows, without, policy, offered } = await listRecipients(call.world, ask);
  return {
    page: 'recipients',
    rows: rows.map((row) => lineOf(call, policy, row)),
    without: without.map((row) => ({
      name: declaredName(call.speaker, row),
      clauses: row.cites,
      href: `${baseOf(call)}/recipients/new?of=${offered.indexOf(row)}`,
    })),
    ...moreOf(call, rows),
  };
}

const nothing: RecipientValues = {
  ...{ kind: '', name: '', country: '', contract: '', contractOn: '', undertakingOn: '' },
  ...{ categories: [], purposes: [], expiresOn: '' },
};

async function cardPage(
  call: StaffServiceCall,
  what: {
    values: RecipientValues;
    versions?: readonly [RecipientRecord, ...RecipientRecord[]];
    errors?: readonly FieldError[];
  },
): Promise<Page> {
  const { speaker } = call;
  const { policy } = await inForce(call.world, call.service);
  const { declared, purposes, categories } = recipientChoices(policy, what.values);
  const [newest] = what.versions ?? [];
  return {
    page: 'recipient',
    ...(newest && {
      card: {
        id: newest.id,
        version: newest.version,
        state: recipientState(call.world, policy, newest),
        closed: newest.ended,
        versions: (what.versions ?? []).map((row) => versionView(speaker, row)),
      },
    }),
    declared: {
      name: declared ? declaredName(speaker, declared) : kindNamed(speaker, what.values.kind),
      clauses: declared?.cites ?? [],
    },
    values: what.values,
    purposes: purposes.map((key) => ({ key, name: speaker.title('purposes', key) })),
    categories: categories.map((key) => ({ key, name: speaker.title('data_categories', key) })),
    errors: what.errors ?? [],
  };
}

function versionView(speaker: Speaker, row: RecipientRecord): RecipientVersionView {
  const line = (term: string, text: string) => ({ term, text });
  const undertaking =
    row.undertakingOn === undefined ? speaker.say('page.recipient.none') : speaker.date(row.undertakingOn);
  return {
    version: row.version,
    changedAt: row.changedAt,
    lines: [
      line(speaker.say('page.recipient.name'), row.name),
      line(speaker.say('page.recipient.country'), speaker.country(row.country)),
      line(
        speaker.say('page.recipient.contract'),
        speaker.say('page.recipient.contract-of', {
          number: row.contract,
          date: speaker.date(row.contractOn),
        }),
      ),
      line(speaker.say('page.recipient.undertaking'), undertaking),
      line(
        speaker.say('page.recipient.items'),
        speaker.list(row.categories.map(named(speaker, 'data_categories'))),
      ),
      line(
        speaker.say('page.recipient.purposes'),
        speaker.list(row.purposes.map(named(speaker, 'purposes'))),
      ),
      line(speaker.say('page.recipient.expires'), speaker.date(row.expiresOn)),
      ...(row.ended
        ? [line(speaker.say('page.recipient.state'), speaker.say('page.recipient.state.closed'))]
        : []),
    ],
  };
}

/** The empty card of a recipient that the policy lists. */
export async function newRecipient(call: StaffServiceCall): Promise<Page> {
  const { policy } = await inForce(call.world, call.service);
  const at = /^(?:0|[1-9]\d{0,2})$/.test(call.query.of ?? '') ? Number(call.query.of) : -1;
  const row = recipientChoices(policy, nothing).offered[at];
  if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const country = row.country ?? call.world.law.country;
  const values = { ...nothing, kind: row.recipient, name: row.name ?? '', country };
  return cardPage(call, { values });
}

/** A card with its versions. */
export async function recipientPage(call: StaffServiceCall): Promise<Page> {
  const versions = await recipientCard(call.world, { service: call.service, id: call.params.id ?? '' });
  return cardPage(call, { values: valuesOf(versions[0]), versions });
}

function valuesOf({ undertakingOn = '', ...row }: RecipientRecord): RecipientValues {
  const { kind, name, country, contract, contractOn, categories, purposes, expiresOn } = row;
  return { kind, name, country, contract, contractOn, undertakingOn, categories, purposes, expiresOn };
}

function sentValues({ form }: StaffServiceCall): RecipientValues {
  return {
    kind: chosen(form, 'kind', facets.recipients ?? []) ?? '',
    name: field(form, 'name'),
    country: field(form, 'country').trim().toUpperCase(),
    contract: field(form, 'contract'),
    contractOn: field(form, 'contractOn').trim(),
    undertakingOn: field(form, 'undertakingOn').trim(),
    categories: [...new Set(form.get('category') ?? [])],
    purposes: [...new Set(form.get('purpose') ?? [])],
    expiresOn: field(form, 'expiresOn').trim(),
  };
}

/** Registers a recipient. */
export async function addRecipient(call: StaffServiceCall): Promise<Answer> {
  const form = sentValues(call);
  const done = await saveRecipient(call.world, call.clerk, { service: call.service, form });
  if ('id' in done)
    return {
      to: `${baseOf(call)}/recipients/${done.id}`,
      flash: call.speaker.say('page.flash.recipient-saved'),
    };
  const errors = fieldErrors(call.speaker, done.problems);
  return { page: await cardPage(call, { values: form, errors }), status: 422 };
}

/** Changes a card, closes a recipient, or opens it again. */
export async function changeRecipient(call: StaffServiceCall): Promise<Answer> {
  const { service, speaker, world, clerk } = call;
  const id = call.params.id ?? '';
  const here = `${baseOf(call)}/recipients/${id}`;
  const act = chosen(call.form, 'act', ['save', 'close', 'open']);
  if (act === undefined) throw malformed();
  if (act !== 'save') {
    await closeRecipient(world, clerk, { service, id, ended: act === 'close' });
    return {
      to: here,
      flash: speaker.say(`page.flash.recipient-${act === 'close' ? 'closed' : 'reopened'}`),
    };
  }
  const form = sentValues(call);
  const change = { id, was: numberIn(call.form, 'was') };
  const done = await saveRecipient(world, clerk, { service, form, change });
  if ('id' in done) return { to: here, flash: speaker.say('page.flash.recipient-saved') };
  const versions = await recipientCard(world, { service, id });
  const errors = fieldErrors(speaker, done.problems);
  return { page: await cardPage(call, { values: form, versions, errors }), status: 422 };
}
