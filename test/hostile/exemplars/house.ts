import { type Exemplar, type Field, type Fields, form, page, secretBytes } from '../exemplar.ts';
import { anything, choice, code, email, exactly, letters, line, recoveryCode, tick } from '../kinds.ts';
import type { Place } from '../place.ts';

const office = { who: 'officer' as const, weight: 2 };
const act = { who: 'officer' as const, weight: 4 };
const member = { ids: { id: 'member' as const } };

const language: Field = { kind: choice(['ru', 'kk', 'en']), value: 'ru', must: true };

const accents = ['graphite', 'turquoise', 'blue', 'violet', 'green', 'plum', 'indigo', 'moss'];

const everyRole = ['support', 'analyst', 'admin', 'moderator', 'marketer', 'approver', 'officer'];

/** Roles at the first service, as the form of the staff sends them. */
const grants: Fields = {
  'grant.test': { kind: choice(everyRole), value: 'support', must: true, many: true },
};

const roles = ({ secrets }: Place): Fields => ({
  act: { kind: exactly('roles'), value: 'roles', must: true },
  was: { kind: exactly(secrets.was ?? ''), value: secrets.was ?? '', must: true },
  ...grants,
});

/** What belongs to no service: languages, the way in, the staff; and how a service looks. */
export const houseExemplars: readonly Exemplar[] = [
  form('/language', { form: () => ({ language, back: { kind: anything, value: '/s/test/' } }), weight: 2 }),
  page('/s/:key/me/language', { who: 'subject' }),
  form('/s/:key/me/language', { who: 'subject', form: () => ({ language }), weight: 2 }),
  page('/console/language', { who: 'officer' }),
  form('/console/language', { who: 'officer', form: () => ({ language }), weight: 2 }),
  page('/console/s/:key/settings', office),
  form('/console/s/:key/settings', {
    ...act,
    back: { url: '/console/s/test/settings', field: 'name' },
    form: () => ({
      name: { kind: line(60), value: 'Книги «Дала»' },
      mark: { kind: letters(3), value: 'ДК', must: true },
      accent: { kind: choice(accents), value: 'graphite', must: true },
    }),
  }),
  page('/console/factor', { who: 'factor' }),
  form('/console/factor', {
    who: 'factor',
    form: ({ secrets: { recovery = '' } }) => ({
      recovery: { kind: recoveryCode(recovery), value: recovery, must: true, secret: true },
      code: { kind: anything, value: '', secret: true },
      back: { kind: anything, value: '/console/staff' },
    }),
    bears: secretBytes,
    effect: 'once',
    recorded: true,
    limited: true,
  }),
  page('/console/enrol', { who: 'enrol' }),
  form('/console/enrol', {
    who: 'enrol',
    form: ({ secrets: { appCode = '' } }) => ({
      code: { kind: code(appCode), value: appCode, must: true, secret: true },
      back: { kind: anything, value: '/console/staff' },
    }),
    bears: secretBytes,
    effect: 'once',
    ok: 200,
  }),
  page('/console/staff', office),
  form('/console/staff', {
    ...act,
    form: () => ({
      name: { kind: line(200), value: 'Ерлан Придуманный', must: true },
      email: { kind: email, value: 'erlan@kepil.example', must: true },
      ...grants,
    }),
    ok: 200,
    effect: 'once',
  }),
  page('/console/staff/:id', { ...office, ...member }),
  form('/console/staff/:id', { ...act, ...member, name: 'roles', form: roles, refuses: [422, 409, 400] }),
  form('/console/staff/:id', {
    ...act,
    ...member,
    name: 'sign out',
    form: () => ({ act: { kind: exactly('sign-out'), value: 'sign-out', must: true } }),
  }),
  form('/console/staff/:id', {
    ...act,
    ...member,
    name: 'end',
    form: () => ({
      act: { kind: exactly('end'), value: 'end', must: true },
      confirm: { kind: tick, value: 'yes', must: true },
    }),
    effect: 'once',
  }),
  form('/console/staff/:id', {
    ...act,
    ids: { id: 'invited' },
    name: 'again',
    form: () => ({ act: { kind: exactly('again'), value: 'again', must: true } }),
    ok: 200,
    costs: 2,
  }),
];
