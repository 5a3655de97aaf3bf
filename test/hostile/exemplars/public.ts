import { type Exemplar, type Field, type Fields, form, page, secretBytes } from '../exemplar.ts';
import {
  address,
  anything,
  choice,
  code,
  day,
  email,
  exactly,
  line,
  passphrase,
  phone,
  tick,
} from '../kinds.ts';
import type { Place } from '../place.ts';

/** Adults on the day of the place, and nobody older than anybody was. */
const birthDate = day('1896-07-01', '2008-11-20');

/** The fields of a person on a registration form. */
export const personFields: Fields = {
  full_name: { kind: line(500), value: 'Тест Тестова', must: true },
  birth_date: { kind: birthDate, value: '1990-01-01', must: true },
  email: { kind: email, value: 'test.testova@example.kz', must: true },
  phone: { kind: phone, value: '+77015556677', must: true },
  postal_address: { kind: line(500), value: 'Алматы, улица Придуманная, 7' },
  city_region: { kind: line(500), value: 'Алматы' },
};

function registration({ secrets }: Place): Fields {
  const person = Object.entries(personFields).map(([name, field]) => [`f.${name}`, field]);
  return {
    ...Object.fromEntries(person),
    policy: { kind: exactly(secrets.policy ?? ''), value: secrets.policy ?? '', must: true },
    consent: { kind: tick, value: 'yes', must: true },
    form: { kind: choice(['checkbox', 'sms', 'written_scan'], ['']), value: 'checkbox' },
    'optional.marketing_notices': { kind: tick, value: 'yes' },
  };
}

function confirmation({ secrets }: Place): Fields {
  const { draft = '', draftCode = '' } = secrets;
  return {
    draft: { kind: exactly(draft, (sent) => sent.trim() === draft), value: draft, must: true },
    code: { kind: code(draftCode), value: draftCode, must: true, secret: true },
  };
}

function signInCode({ secrets }: Place): Fields {
  const { ticket = '', ticketCode = '' } = secrets;
  return {
    ticket: { kind: exactly(ticket), value: ticket, must: true },
    code: { kind: code(ticketCode), value: ticketCode, must: true, secret: true },
    sentTo: { kind: anything, value: 'a•••@example.kz' },
    back: { kind: anything, value: '/s/test/me/readers' },
  };
}

/** The one-time link of somebody who was invited. */
const link = ({ secrets: { link: token = '' } }: Place): Field => ({
  kind: exactly(token),
  value: token,
  must: true,
});

const chosen = 'длинный пароль на день';

/** Pages and forms for people without a session. */
export const publicExemplars: readonly Exemplar[] = [
  page('/s/:key/unsubscribe/:token', { ids: { token: 'letter' } }),
  form('/s/:key/unsubscribe/:token', {
    ids: { token: 'letter' },
    bare: true,
    form: () => ({}),
    ok: 200,
    refuses: [404, 400],
    recorded: true,
    effect: 'once',
  }),
  // Where no gateway was told an address, there is none.
  form('/replies/sms/:secret', {
    ids: { secret: 'reply' },
    form: () => ({
      phone: { kind: anything, value: '77010001122' },
      mes: { kind: anything, value: 'СТОП' },
    }),
    bears: 16 * 1024,
    ok: 404,
    refuses: [404],
    effect: 'none',
  }),
  page('/'),
  page('/s/:key', { ok: 303 }),
  page('/s/:key/'),
  page('/s/:key/mark.svg'),
  page('/s/:key/privacy'),
  page('/s/:key/privacy/:version'),
  page('/s/:key/log'),
  page('/s/:key/log/*', { ids: { '*': 'file' }, weight: 3 }),
  page('/assets/*', { ids: { '*': 'asset' }, refuses: [403, 404, 400], hides: true, weight: 3 }),
  page('/s/:key/register'),
  form('/s/:key/register', {
    costs: 3,
    form: registration,
    strict: true,
    ok: 200,
    weight: 10,
  }),
  page('/s/:key/confirm', { ok: 303 }),
  form('/s/:key/confirm', {
    form: confirmation,
    refuses: [422, 410, 400],
    bears: secretBytes,
    effect: 'once',
    limited: true,
  }),
  page('/s/:key/sign-in'),
  form('/s/:key/sign-in', {
    name: 'address',
    bears: secretBytes,
    form: () => ({
      address: { kind: address, value: 'nobody@example.kz', must: true },
      back: { kind: anything, value: '' },
    }),
    ok: 200,
    effect: 'none',
    limited: true,
  }),
  form('/s/:key/sign-in', {
    name: 'code',
    form: signInCode,
    bears: secretBytes,
    effect: 'once',
    limited: true,
  }),
  form('/s/:key/sign-out', { weight: 1 }),
  page('/s/:key/act/:id', {
    ids: { id: 'act' },
    query: ({ secrets }) => ({
      t: { kind: exactly(secrets.token ?? ''), value: secrets.token ?? '', must: true },
    }),
    weight: 3,
  }),
  page('/console/set-up', { query: (place) => ({ token: link(place) }), refuses: [410, 400] }),
  form('/console/set-up', {
    bears: secretBytes,
    costs: 6,
    form: (place) => ({
      token: link(place),
      password: { kind: passphrase(chosen, 12), value: chosen, must: true, secret: true },
    }),
    effect: 'once',
    weight: 1,
  }),
  page('/console/sign-in'),
  form('/console/sign-in', {
    bears: secretBytes,
    costs: 3,
    form: () => ({
      email: {
        kind: exactly(
          'officer@kepil.example',
          (sent) => sent.trim().toLowerCase() === 'officer@kepil.example',
        ),
        value: 'officer@kepil.example',
        must: true,
      },
      password: {
        kind: exactly('семь синих птиц над степью'),
        value: 'семь синих птиц над степью',
        must: true,
        secret: true,
      },
      back: { kind: anything, value: '/console/staff' },
    }),
    weight: 1,
    limited: true,
  }),
  form('/console/sign-out', { weight: 1 }),
];
