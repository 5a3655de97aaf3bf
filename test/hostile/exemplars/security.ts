import { type Exemplar, type Field, form, page, secretBytes } from '../exemplar.ts';
import { anything, choice, code, exactly, passphrase, recoveryCode, uuid } from '../kinds.ts';
import { type Place, phrase } from '../place.ts';

const mine = { who: 'subject' as const };
const proving = { ...mine, bears: secretBytes, effect: 'once' as const, limited: true };
const back: Field = { kind: anything, value: '/s/test/me/security' };
const own: Field = { kind: exactly(phrase), value: phrase, must: true, secret: true };

const session = ({ secrets: { elsewhere = '' } }: Place): Field => ({
  kind: uuid(elsewhere),
  value: elsewhere,
  must: true,
});

const officers: Field = {
  kind: exactly('семь синих птиц над степью'),
  value: 'семь синих птиц над степью',
  secret: true,
};

const chosen = 'кони пьют из тихой реки';

/** How those who are signed in sign in, where they are signed in, and how they prove anew who they are. */
export const securityExemplars: readonly Exemplar[] = [
  form('/s/:key/sign-in', {
    name: 'password',
    form: () => ({
      address: {
        kind: exactly('aigul.zhakypova@example.kz', (sent) =>
          /^aigul\.zhakypova@example\.kz$/i.test(sent.trim()),
        ),
        value: 'aigul.zhakypova@example.kz',
        must: true,
      },
      password: own,
      back,
    }),
    bears: secretBytes,
    // Without a password a code is sent.
    other: (sent) => (sent.get('password') ?? '') === '',
    costs: 4,
    limited: true,
  }),
  page('/s/:key/me/security', mine),
  form('/s/:key/me/security', { ...mine, form: (place) => ({ session: session(place) }), effect: 'once' }),
  page('/s/:key/me/password', mine),
  form('/s/:key/me/password', {
    ...mine,
    name: 'choose',
    form: () => ({ password: { kind: passphrase(chosen), value: chosen, must: true, secret: true } }),
    bears: secretBytes,
    recorded: true,
    effect: 'once',
  }),
  form('/s/:key/me/password', {
    ...mine,
    name: 'remove',
    form: () => ({ act: { kind: choice(['remove']), value: 'remove', must: true } }),
    bears: secretBytes,
    recorded: true,
    effect: 'once',
  }),
  page('/s/:key/me/prove', mine),
  form('/s/:key/me/prove', {
    ...proving,
    name: 'send',
    form: () => ({ to: { kind: choice(['email'], ['phone']), value: 'email', must: true }, back }),
    ok: 200,
    refuses: [422, 404, 400],
  }),
  form('/s/:key/me/prove', { ...proving, name: 'password', form: () => ({ password: own, back }), costs: 4 }),
  form('/s/:key/me/prove', {
    ...proving,
    name: 'code',
    form: ({ secrets: { proof = '', proofCode = '' } }) => ({
      ticket: { kind: exactly(proof), value: proof, must: true },
      code: { kind: code(proofCode), value: proofCode, must: true, secret: true },
      sentTo: { kind: anything, value: 'a•••@example.kz' },
      back,
    }),
  }),
  page('/console/prove', { who: 'officer' }),
  form('/console/prove', {
    who: 'officer',
    form: ({ secrets: { deskRecovery = '' } }) => ({
      'prove.to': { kind: anything, value: '/console/security' },
      'prove.password': { ...officers, must: true },
      'prove.recovery': { kind: recoveryCode(deskRecovery), value: deskRecovery, must: true, secret: true },
    }),
    bears: secretBytes,
    recorded: true,
    effect: 'once',
    limited: true,
    costs: 4,
  }),
  page('/console/security', { who: 'officer' }),
  form('/console/security', {
    who: 'officer',
    name: 'password',
    form: () => ({
      act: { kind: exactly('password'), value: 'password', must: true },
      current: { ...officers, must: true },
      password: { kind: passphrase(chosen, 12), value: chosen, must: true, secret: true },
    }),
    bears: secretBytes,
    recorded: true,
    effect: 'once',
    limited: true,
    costs: 4,
  }),
  form('/console/security', {
    who: 'officer',
    name: 'codes',
    form: () => ({ act: { kind: exactly('codes'), value: 'codes', must: true } }),
    ok: 200,
    bears: secretBytes,
  }),
  page('/console/security/app', { who: 'officer' }),
  form('/console/security/app', {
    who: 'officer',
    form: ({ secrets: { deskApp = '' } }) => ({
      code: { kind: code(deskApp), value: deskApp, must: true, secret: true },
    }),
    bears: secretBytes,
    effect: 'once',
  }),
  page('/console/sessions', { who: 'officer' }),
  form('/console/sessions', {
    who: 'officer',
    form: (place) => ({ session: session(place) }),
    weight: 2,
  }),
];
