import { carrier } from '../../scenarios/handing.ts';
import { type Call, type Exemplar, type Fields, form, page, secretBytes } from '../exemplar.ts';
import { anything, choice, day, exactly, type Kind, line, tick, words } from '../kinds.ts';
import type { Place } from '../place.ts';
import { letterForm } from '../place-disclosure.ts';

const cursor = { kind: choice([]), value: '' };
const look = { who: 'officer' as const, weight: 2 };
const act = { who: 'officer' as const };

/** Empty, or what the other kind takes: a letter that lacks something is entered all the same. */
const maybe = (kind: Kind): Kind => ({
  near: kind.near,
  allows: (text) => (text.trim() === '' ? undefined : kind.allows(text)),
});

const items = ['full_name', 'phone'];
const declared = [
  ...['full_name', 'birth_date', 'email', 'phone', 'postal_address', 'city_region', 'order_history'],
  ...['correspondence', 'ip_address', 'browser_device', 'cookies', 'user_content'],
];

/** The card of a recipient: categories must serve the purpose, so that few of them are good. */
function cardFields(): Fields {
  const country: Kind = {
    allows: (text) =>
      text.trim().toUpperCase() === 'KZ' ? undefined : /^[A-Za-z]{2}$/.test(text.trim()) ? undefined : false,
    near: ['KAZ', 'K', 'к', '77', 'K Z'],
  };
  return {
    kind: {
      kind: choice([carrier.kind], ['payment_providers', 'hosting_cloud']),
      value: carrier.kind,
      must: true,
    },
    name: { kind: line(200), value: carrier.name, must: true },
    country: { kind: country, value: 'KZ', must: true },
    contract: { kind: line(200), value: carrier.contract, must: true },
    contractOn: { kind: day('0001-01-01', '2026-11-20'), value: carrier.contractOn, must: true },
    undertakingOn: { kind: maybe(day('0001-01-01', '2026-11-20')), value: carrier.undertakingOn },
    category: { kind: choice(items, declared), value: 'phone', must: true, many: true },
    purpose: {
      kind: choice(
        ['order_delivery'],
        ['registration_auth', 'support', 'security_fraud', 'marketing_notices', 'communication'],
      ),
      value: 'order_delivery',
      must: true,
      many: true,
    },
    expiresOn: { kind: day('2026-11-20', '9999-12-31'), value: carrier.expiresOn, must: true },
  };
}

const text = maybe(line(300));

function letterFields(person: boolean): Fields {
  const { category: _all, ...said } = letterForm;
  const date = maybe(day('0001-01-01', '9999-12-31'));
  const kinds: Readonly<Record<keyof typeof said, Kind>> = {
    asker: choice(['state', 'private']),
    receivedOn: day('0001-01-01', '2026-11-20'),
    ...{ body: text, official: text, position: text, norm: text, caseNumber: text },
    signature: maybe(choice(['hand', 'eds'])),
    ...{ periodFrom: date, periodTo: date },
    channel: maybe(choice(['courier', 'registered-mail', 'state-system', 'sealed-file'])),
  };
  const fields = Object.entries(said).map(([name, value]) => {
    const must = name === 'receivedOn' || (person && name === 'asker');
    return [name, { kind: kinds[name as keyof typeof said], value, must }];
  });
  return {
    ...(Object.fromEntries(fields) as Fields),
    category: { kind: choice(declared), value: 'full_name', many: true },
    secrecyNorm: { kind: text, value: '' },
    ...(person && { person: { kind: anything, value: '' } }),
  };
}

function handing({ ids, secrets }: Place): Call {
  const { mine: subject = '' } = secrets;
  const [recipient = ''] = ids.recipient.good;
  return {
    good: { subject, recipient, purpose: 'support', categories: ['email'] },
    // The key of the place is granted other data than the card has: the gate refuses, whatever is sent.
    allows: () => false,
  };
}

/** Recipients, what goes to them, and letters that ask for data. */
export const disclosureExemplars: readonly Exemplar[] = [
  page('/s/:key/me/recipients', { who: 'subject', weight: 2, query: () => ({ after: cursor }) }),
  form('/s/:key/me/recipients', {
    who: 'subject',
    recorded: true,
    name: 'agree',
    form: ({ secrets: { box = '' } }) => ({
      box: { kind: exactly(box), value: box, must: true },
      agree: { kind: tick, value: 'yes', must: true },
    }),
    effect: 'once',
  }),
  page('/console/s/:key/subjects/:id/hand-on', { ...look, ids: { id: 'subject' } }),
  form('/console/s/:key/subjects/:id/hand-on', {
    ...act,
    ids: { id: 'subject' },
    costs: 3,
    form: ({ secrets: { card = '' } }) => ({
      recipient: { kind: exactly(card), value: card, must: true },
      purpose: { kind: choice(['order_delivery']), value: 'order_delivery', must: true },
      category: { kind: choice(items), value: 'phone', must: true, many: true },
      publicKey: {
        kind: { allows: (sent) => (sent.trim() === '' ? undefined : false), near: ['ключ'] },
        value: '',
      },
    }),
    ok: 200,
    refuses: [403, 422, 400, 404],
    recorded: true,
  }),
  page('/console/s/:key/mandates', { ...look, query: () => ({ after: cursor }) }),
  form('/console/s/:key/mandates', {
    ...act,
    name: 'propose',
    form: () => ({
      act: { kind: exactly('propose'), value: 'propose', must: true },
      verb: {
        kind: choice(['read', 'use'], ['transfer', 'publish', 'block']),
        value: 'read',
        must: true,
        many: true,
      },
      purpose: { kind: choice(['order_delivery', 'support']), value: 'support', must: true, many: true },
      category: { kind: choice(items, declared), value: 'phone', must: true, many: true },
      matter: { kind: maybe(choice([])), value: '' },
      untilOn: { kind: day('2026-11-20', '2027-11-20'), value: '2027-01-31', must: true },
    }),
  }),
  page('/console/s/:key/recipients', { ...look, query: () => ({ after: cursor }) }),
  form('/console/s/:key/recipients', {
    ...act,
    back: { url: '/console/s/test/recipients', field: 'name' },
    form: cardFields,
  }),
  page('/console/s/:key/recipients/new', {
    ...look,
    query: () => ({ of: { kind: choice(['0', '1', '2']), value: '1', must: true } }),
  }),
  page('/console/s/:key/recipients/:id', { ...look, ids: { id: 'recipient' } }),
  form('/console/s/:key/recipients/:id', {
    ...act,
    ids: { id: 'recipient' },
    form: () => ({ act: { kind: choice(['open'], ['save', 'close']), value: 'open', must: true } }),
    refuses: [400, 404, 422],
    effect: 'none',
  }),
  page('/console/s/:key/disclosures', {
    ...look,
    query: () => ({ after: cursor, orders: { kind: choice(['open', 'all']), value: 'all' } }),
  }),
  form('/console/s/:key/disclosures/orders/:id', {
    ...act,
    ids: { id: 'order' },
    form: () => ({ act: { kind: choice(['sent', 'confirmed', 'reopened']), value: 'sent', must: true } }),
    refuses: [400, 404],
    effect: 'once',
  }),
  // Everybody was told: there is no notice to send.
  form('/console/s/:key/disclosures/:id/notice', {
    ...act,
    ids: { id: 'disclosure' },
    form: () => ({ act: { kind: choice(['tell'], ['put-off']), value: 'tell', must: true } }),
    ok: 422,
    refuses: [400, 404, 422],
    effect: 'none',
  }),
  page('/console/s/:key/letters', { ...look, query: () => ({ after: cursor }) }),
  form('/console/s/:key/letters', { ...act, form: () => letterFields(true), recorded: true }),
  page('/console/s/:key/letters/new', look),
  page('/console/s/:key/letters/:id', { ...look, ids: { id: 'authority' } }),
  form('/console/s/:key/letters/:id', {
    ...act,
    ids: { id: 'authority' },
    form: () => ({
      act: { kind: choice(['refuse'], ['propose', 'return', 'release']), value: 'refuse', must: true },
      words: { kind: words(2000), value: 'Срок не тот.', must: true },
    }),
    refuses: [400, 403, 404, 422],
    effect: 'once',
  }),
  page('/console/s/:key/letters/:id/amend', { ...look, ids: { id: 'authority' } }),
  form('/console/s/:key/letters/:id/amend', {
    ...act,
    ids: { id: 'authority' },
    form: () => letterFields(false),
    refuses: [400, 404, 422],
  }),
  ...['ru', 'kk'].map((language) =>
    page(`/console/s/:key/letters/:id/refusal.${language}.pdf`, {
      ...look,
      ids: { id: 'refusedAuthority' },
      costs: 3,
    }),
  ),
  form('/api/v1/s/:key/hand-on', {
    who: 'key',
    call: handing,
    bears: secretBytes,
    strict: true,
    ok: 403,
    refuses: [400, 403, 404, 422],
    recorded: true,
    effect: 'none',
    weight: 6,
  }),
];
