import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { ServiceRecord } from '../../src/system/index.ts';
import { openService } from '../../src/system/index.ts';
import { Attacker, hidden } from '../scenarios/attacker.ts';
import { aigul, dauren, putInForce } from '../scenarios/liar.ts';
import type { Person, Visitor } from '../world.ts';
import { nurlan, saule } from './people.ts';
import { idsOfAgreement, leaveAgreement } from './place-agreement.ts';
import { idsOfDisclosures, leaveDisclosures } from './place-disclosure.ts';
import { draftKey, formOfDraft } from './place-draft.ts';
import { leaveFile } from './place-files.ts';
import { leaveGuardian } from './place-guardian.ts';
import type { IdKind, Ids } from './place-ids.ts';
import { leaveIncident } from './place-incident.ts';
import { leaveMailing } from './place-mailing.ts';
import { leavePapers } from './place-papers.ts';
import { idsOfWork, lasting, leaveAtDoor, leaveWork, sitAtDesk } from './place-staff.ts';

export type { IdKind, Ids } from './place-ids.ts';

/** Who asks. */
export type Who = 'guest' | 'subject' | 'officer' | 'factor' | 'enrol' | 'key';

/** A person with what is theirs. */
interface Someone {
  readonly visitor: Visitor;
  readonly id: string;
  readonly consent: string;
  readonly session: string;
}

const assets = fileURLToPath(new URL('../../web/dist/client', import.meta.url));

/**
 * Two services; people who are there, elsewhere and gone; an officer; keys good and spent; something of every
 * kind that has an id.
 */
export class Place {
  readonly attacker: Attacker;
  readonly draftService: ServiceRecord;
  readonly secrets: Readonly<Record<string, string>>;
  readonly ids: Readonly<Record<IdKind, Ids>>;
  /** Ids of somebody of the second service and of two of the staff on their way in; a key of little grant. */
  readonly people: Readonly<Record<'foreign' | 'factor' | 'enrol' | 'narrowKey', string>>;
  /** Headers of each asker, and of those who only look like one. */
  readonly sessions: Readonly<Record<Exclude<Who, 'guest'>, Sessions>>;

  private constructor(
    parts: Pick<Place, 'attacker' | 'draftService' | 'secrets' | 'ids' | 'people' | 'sessions'>,
  ) {
    this.attacker = parts.attacker;
    this.draftService = parts.draftService;
    this.secrets = parts.secrets;
    this.ids = parts.ids;
    this.people = parts.people;
    this.sessions = parts.sessions;
  }

  static async open(): Promise<Place> {
    const attacker = await Attacker.open();
    return new Place(await furnish(attacker));
  }

  close(): Promise<void> {
    return this.attacker.close();
  }
}

type Headers = Readonly<Record<string, string>>;

/** The headers that say who asks: the right ones, and by name those that must not do. */
export interface Sessions {
  readonly right: Headers;
  readonly wrong: Readonly<Record<string, Headers>>;
}

async function furnish(attacker: Attacker) {
  const { world } = attacker;
  await putInForce(world);
  const { policy } = (await world.prove()).version;
  const { service: draftService } = await openService(world.installation.world, {
    key: draftKey,
    policy: { ...policy, title: 'Другой сервис' },
  });
  await world.installation.settle(draftService);
  const people = {
    own: await settle(attacker, aigul),
    other: await settle(attacker, dauren),
    gone: await settle(attacker, nurlan),
    foreign: await settleElsewhere(attacker, saule),
  };
  const things = await leaveThings(attacker, people);
  await world.installation.tick();
  return { attacker, draftService, ...things };
}

/** Registers somebody at the first service. */
async function settle(attacker: Attacker, person: Person): Promise<Someone> {
  const { visitor, consent, id } = await attacker.register(person);
  const session = await attacker.session(id);
  await lasting(attacker, session);
  return { visitor, consent, id, session };
}

/** Registers somebody at the second. */
async function settleElsewhere(attacker: Attacker, person: Person): Promise<Omit<Someone, 'visitor'>> {
  const at = `/api/v1/s/${draftKey}`;
  const { policy } = (await attacker.send({ method: 'GET', url: `${at}/form` })).json();
  const visitor = attacker.world.visitor();
  const begun = await visitor.call(`${at}/registrations`, { fields: person, consent: true, policy });
  const { draft } = begun.json() as { draft: string };
  const body = { code: await codeOf(attacker, `/s/${draftKey}`) };
  const done = await visitor.call(`${at}/registrations/${draft}/confirm`, body);
  const {
    subject: id,
    consent,
    session,
  } = done.json() as { subject: string; consent: string; session: string };
  return { id, consent, session };
}

/** The newest code in the outbox of a service, as the officer reads it. */
export async function codeOf(attacker: Attacker, base: string): Promise<string> {
  const officer = await attacker.world.officer();
  const list = await officer.get(`/console${base}/outbox`);
  const href = new RegExp(`/console${base}/outbox/[0-9a-f-]{36}`).exec(list.body)?.[0] ?? '';
  const message = await officer.get(href);
  return /\b(\d{6})\b/.exec(message.body.replaceAll(/<[^>]*>/g, ' '))?.[1] ?? '';
}

type People = Readonly<Record<'own' | 'other' | 'gone', Someone>> & { foreign: Omit<Someone, 'visitor'> };

async function leaveThings(attacker: Attacker, people: People) {
  const { base } = attacker.world;
  const { own, other, gone, foreign } = people;
  for (const { visitor } of [own, other, gone]) {
    const filed = await visitor.post(`${base}/me/requests`, { kind: 'object', words: 'Возражаю' });
    expect(filed.status, filed.body).toBe(303);
  }
  const before = await oneOf(attacker, 'message', gone.id);
  const destroyed = await gone.visitor.post(`${base}/me/delete`, { confirm: 'yes' });
  const [, act = '', token = ''] = /act\/([0-9a-f-]+)\?t=(\S+)/.exec(destroyed.location ?? '') ?? [];
  const waiting = await leaveCodes(attacker, own);
  const work = await leaveWork(attacker);
  const going = await leaveDisclosures(attacker, people);
  const door = await leaveAtDoor(attacker);
  const desk = await sitAtDesk(attacker);
  const agreed = await leaveAgreement(attacker);
  const secrets = {
    agreed: agreed.sha256,
    agreement: agreed.id,
    ...{ token, ...waiting, link: work.link, was: work.was, recovery: door.recovery, appCode: door.appCode },
    ...{ deskRecovery: desk.recovery, deskApp: desk.appCode },
    ...{ elsewhere: await lasting(attacker, await attacker.session(own.id)) },
    ...{ box: going.box, card: going.recipient, mine: own.id },
    ...{ policy: await attacker.policy(), ...(await formOfDraft(attacker)) },
  };
  const strangers = [randomUUID(), '00000000-0000-0000-0000-000000000000'];
  const ids = {
    ...(await leaveFile(attacker, own, other)),
    ...(await leavePapers(attacker, own, other)),
    ...idsOfWork(work, own.id),
    ...(await leaveMailing(attacker, own.id)),
    ...idsOfDisclosures(going, own.id),
    ...(await leaveIncident(attacker, own.id)),
    ...idsOfAgreement(agreed, own.id),
    ...(await leaveGuardian(attacker)),
    service: { good: ['test'], bad: ['nowhere', 'TEST', 'test ', 'house'] },
    consent: {
      good: [own.consent],
      bad: [other.consent, gone.consent, foreign.consent, own.id, ...strangers],
    },
    subject: { good: [own.id, other.id], bad: [gone.id, foreign.id, own.consent, ...strangers] },
    message: {
      good: [await oneOf(attacker, 'message', own.id)],
      bad: [before, await oneOf(attacker, 'message', foreign.id), own.id, ...strangers],
    },
    act: { good: [act], bad: [own.consent, waiting.draft, ...strangers] },
    entry: {
      good: [await oneOf(attacker, 'entry_pending', own.id)],
      bad: [await oneOf(attacker, 'entry_pending', foreign.id), own.id, ...strangers],
    },
    draft: { good: [waiting.draft], bad: [waiting.correction, own.id, ...strangers] },
    file: {
      good: ['checkpoint', 'verifier-key', 'tile/0/000.p/1'],
      bad: ['keys.json', 'tile/9/000', 'tile/entries/x001/999', 'tile/0/000.p/0', 'checkpoint/', 'tile'],
    },
    asset: {
      good: readdirSync(assets).filter((name) => name.endsWith('.css')),
      bad: ['nothing.css', 'render.js'],
    },
    address: { good: ['email'], bad: ['phone', 'full_name', 'nothing'] },
    version: { good: ['1'], bad: ['0', '9', '99999', '1.0', '01', '+1', '1e0', '9'.repeat(100)] },
    termed: { good: ['full_name', 'order_history'], bad: ['iin', 'ip_address', 'nothing'] },
    category: { good: ['full_name'], bad: ['iin', 'order_history', 'cookie', 'nothing'] },
  };
  const narrowKey = await attacker.key({ purpose: 'support', category: 'phone' });
  const reached = { foreign: foreign.id, ...door.ids, narrowKey };
  return {
    ids,
    secrets,
    people: reached,
    sessions: await sessionsOf(attacker, people, { ...door, staff: desk.session }),
  };
}

/** The id of a row of somebody's. */
async function oneOf(attacker: Attacker, table: string, subject: string): Promise<string> {
  const column = table === 'entry_pending' ? 'entry_id' : `${table}_id`;
  const query = `select ${column} as id from ${table} where subject_id = $1 limit 1`;
  const { rows } = await attacker.sql.query(query, [subject]);
  return rows[0].id;
}

/** The password of whoever asks as a subject. */
export const phrase = 'овцы любят свежий клевер';

/** Drafts and tickets that wait for their codes, and bear any number of wrong ones. */
async function leaveCodes(attacker: Attacker, own: Someone) {
  const { world } = attacker;
  const { base } = world;
  const stranger = { ...saule, email: 'nobody.yet@example.kz', phone: '+77010009900' };
  const begun = await world.fill(world.visitor(), stranger);
  const draft = hidden(begun.body, 'draft');
  const draftCode = await world.code();
  const changed = await own.visitor.post(`${base}/me/correct/email`, { value: 'aigul.new@example.kz' });
  const correction = hidden(changed.body, 'draft');
  const correctionCode = await world.code();
  const asked = await world.visitor().post(`${base}/sign-in`, { address: aigul.email ?? '' });
  const ticket = hidden(asked.body, 'ticket');
  const ticketCode = await world.code();
  const mine = { cookie: `kepil_s_test=${own.session}` };
  const password = await attacker.form(
    `${base}/me/password`,
    new URLSearchParams({ password: phrase }).toString(),
    mine,
  );
  expect(password.statusCode, password.body).toBe(303);
  const proving = await attacker.form(`${base}/me/prove`, 'to=email', mine);
  const proof = hidden(proving.body, 'ticket');
  const proofCode = await world.code();
  await attacker.sql.query('update draft set attempts = -1000000000');
  await attacker.sql.query("update ticket set attempts = -1000000000 where purpose in ('sign-in', 'proof')");
  return { draft, draftCode, correction, correctionCode, ticket, ticketCode, proof, proofCode };
}

async function sessionsOf(
  attacker: Attacker,
  { own, gone, foreign }: People,
  door: Readonly<Record<'factor' | 'enrol' | 'staff', string>>,
) {
  const { staff } = door;
  const ended = await attacker.session(own.id);
  const late = await attacker.session(own.id);
  await attacker.send({
    method: 'POST',
    url: '/s/test/sign-out',
    headers: { cookie: `kepil_s_test=${ended}`, 'sec-fetch-site': 'same-origin' },
  });
  await expire(attacker, late);
  // The first look at a session that has expired removes it.
  await attacker.send({ method: 'GET', url: '/s/test/me', headers: { cookie: `kepil_s_test=${late}` } });
  const cookie = (name: string) => (value: string) => ({ cookie: `${name}=${value}` });
  const [mine, theirs, step] = [cookie('kepil_s_test'), cookie('kepil_staff'), cookie('kepil_staff_step')];
  return {
    subject: {
      right: mine(own.session),
      wrong: {
        ...looksLike(mine, own.session),
        ended: mine(ended),
        expired: mine(late),
        gone: mine(gone.session),
        foreign: mine(foreign.session),
        'foreign cookie': cookie(`kepil_s_${draftKey}`)(foreign.session),
        'an officer': mine(staff),
      },
    },
    officer: {
      right: theirs(staff),
      wrong: {
        ...looksLike(theirs, staff),
        'a subject': theirs(own.session),
        'their cookie': mine(own.session),
        'a password alone': theirs(door.factor),
        'nothing enrolled': theirs(door.enrol),
        'a step': step(door.factor),
      },
    },
    factor: {
      right: step(door.factor),
      wrong: { ...looksLike(step, door.factor), 'the other step': step(door.enrol), whole: step(staff) },
    },
    enrol: {
      right: step(door.enrol),
      wrong: { ...looksLike(step, door.enrol), 'the other step': step(door.factor), whole: step(staff) },
    },
    key: await keysOf(attacker),
  };
}

/** Values that could be taken for a session's by somebody careless. */
function looksLike(of: (value: string) => Headers, token: string): Readonly<Record<string, Headers>> {
  return {
    none: {},
    empty: of(''),
    short: of(token.slice(0, -1)),
    longer: of(`${token}A`),
    'other case': of(token.toUpperCase()),
    injected: of(`${token}'--`),
    encoded: of(`%00${token}`),
    huge: of('A'.repeat(5000)),
    'no cookie': { cookie: ';;=;=kepil' },
  };
}

async function expire(attacker: Attacker, token: string): Promise<void> {
  const { hash } = attacker.world.installation.world.crypto;
  const digest = Buffer.from(hash(new TextEncoder().encode(token)));
  await attacker.sql.query('update session set expires_at = 1 where digest = $1', [digest]);
}

async function keysOf(attacker: Attacker): Promise<Sessions> {
  const grant = { purpose: ['support', 'delivery'], category: ['email', 'full_name'] };
  const issue = () => attacker.key({ ...grant, purpose: 'support' });
  const [good, revoked, expired] = [await issue(), await issue(), await issue()];
  const idOf = (key: string) => key.slice(6, 42);
  const officer = await attacker.world.officer();
  await officer.post('/console/s/test/keys', { revoke: idOf(revoked) });
  await attacker.sql.query('update api_key set expires_at = 1 where key_id = $1', [idOf(expired)]);
  const elsewhere = await officer.post(`/console/s/${draftKey}/keys`, {
    name: 'Чужой',
    days: '30',
    purpose: 'support',
    category: 'email',
  });
  const foreign = /kepil_[0-9a-f-]{36}_[A-Za-z0-9_-]+/.exec(elsewhere.body)?.[0] ?? '';
  expect([good, revoked, expired, foreign].every((key) => key.startsWith('kepil_'))).toBe(true);
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
  return {
    right: bearer(good),
    wrong: {
      ...looksLike((value) => bearer(value), good),
      revoked: bearer(revoked),
      expired: bearer(expired),
      foreign: bearer(foreign),
      'another secret': bearer(`${good.slice(0, 43)}${revoked.slice(43)}`),
      basic: { authorization: `Basic ${Buffer.from(good).toString('base64')}` },
      bare: { authorization: good },
    },
  };
}
