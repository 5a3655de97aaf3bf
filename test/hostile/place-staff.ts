import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { openService } from '../../src/system/index.ts';
import { openSession, type SessionRole } from '../../src/system/sessions.ts';
import { Authenticator } from '../authenticator.ts';
import { announceDraft, offerChanged } from '../scenarios/announced.ts';
import { type Attacker, hidden } from '../scenarios/attacker.ts';
import { linkIn, type Visitor } from '../world.ts';

/** Somebody who works at the first service, somebody who was invited to, and a draft that waits. */
export async function leaveWork(attacker: Attacker) {
  const { world } = attacker;
  const colleague = await world.staff('Мақсат Придуманный', ['test:support']);
  const invited = await world.invite('Ләззат Придуманная', 'lazzat@kepil.example', ['test:analyst']);
  const officer = await world.officer();
  const card = await officer.get(`/console/staff/${colleague.id}`);
  const was = hidden(card.body, 'was');
  expect(was).toMatch(/^[0-9a-f-]{36}\.support$/);
  const waiting = await leaveDraft(attacker);
  const link = linkIn(invited.body);
  return { member: colleague.id, invited: idIn(invited.body, 'lazzat@kepil.example'), link, was, waiting };
}

/** The id of somebody on the page of the staff. */
function idIn(page: string, email: string): string {
  const part = page.split('/console/staff/').find((one) => one.includes(email));
  return part?.slice(0, 36) ?? '';
}

/** Invites somebody who comes and gives a password, and no second factor yet. */
async function arrive({ world }: Attacker, email: string): Promise<{ id: string; visitor: Visitor }> {
  const invited = await world.invite('Сымбат Придуманная', email, ['test:support']);
  const visitor = world.visitor();
  const form = { token: linkIn(invited.body), name: 'Сымбат', email, password: 'девять белых яблонь' };
  expect((await visitor.post('/console/set-up', form)).status).toBe(303);
  return { id: idIn(invited.body, email), visitor };
}

/** Makes a session last as long as a trial, its holder having proved who they are. @returns its id */
export async function lasting(attacker: Attacker, token: string): Promise<string> {
  const { hash } = attacker.world.installation.world.crypto;
  const digest = Buffer.from(hash(new TextEncoder().encode(token)));
  const set = 'update session set seen_at = $2, expires_at = $2, proved_at = $2 where digest = $1';
  const late = Date.parse('2036-01-01T00:00:00Z');
  const { rows } = await attacker.sql.query(`${set} returning session_id`, [digest, late]);
  return rows[0].session_id;
}

/** A session of the staff of any kind, made by hand; it lasts as long as the trial. */
export async function staffSessionOf(attacker: Attacker, id: string, role: SessionRole): Promise<string> {
  const { world } = attacker.world.installation;
  const { rows } = await attacker.sql.query('select service_id from staff_member where subject_id = $1', [
    id,
  ]);
  const token = await world.store.transaction((tx) =>
    openSession(tx, world, { service: rows[0].service_id, subject: id, role }),
  );
  await lasting(attacker, token);
  return token;
}

/** Two on their way in, each at the step that is theirs; and what would let them through. */
export async function leaveAtDoor(attacker: Attacker) {
  const { world } = attacker;
  const enrolled = await arrive(attacker, 'symbat@kepil.example');
  const codes = await world.enrol(enrolled.visitor);
  const recovery = recoveryIn(codes.body);
  const newcomer = await arrive(attacker, 'samal@kepil.example');
  const factor = await staffSessionOf(attacker, enrolled.id, 'staff-factor');
  const enrol = await staffSessionOf(attacker, newcomer.id, 'staff-enrol');
  const headers = { cookie: `kepil_staff_step=${enrol}` };
  const page = await attacker.send({ method: 'GET', url: '/console/enrol', headers });
  const appCode = Authenticator.of(page.body, () => world.now).next();
  return { recovery, appCode, factor, enrol, ids: { factor: enrolled.id, enrol: newcomer.id } };
}

/**
 * The first of the staff at work: administrator and officer of the house, with a recovery code of their own
 * and the code of an app that is offered in the place of theirs.
 */
export async function sitAtDesk(attacker: Attacker) {
  const { rows } = await attacker.sql.query('select subject_id from staff_member order by came_at limit 1');
  const session = await staffSessionOf(attacker, rows[0].subject_id, 'staff');
  const headers = { cookie: `kepil_staff=${session}` };
  const codes = await attacker.form('/console/security', 'act=codes', headers);
  const recovery = recoveryIn(codes.body);
  const offer = await attacker.send({ method: 'GET', url: '/console/security/app', headers });
  const appCode = Authenticator.of(offer.body, () => attacker.world.now).next();
  return { session, recovery, appCode };
}

/** The first recovery code on the page that shows them. */
function recoveryIn(page: string): string {
  const [code = ''] = /\b[0-9a-z]{5}-[0-9a-z]{5}\b/.exec(page.replaceAll(/<[^>]*>/g, ' ')) ?? [];
  expect(code).toHaveLength(11);
  return code;
}

/** The same policy under another title waits at the first service. @returns its number */
async function leaveDraft({ world }: Attacker): Promise<string> {
  // A change that was announced and waits for its day: people have it before them in their cabinets.
  await offerChanged(world, (policy) => ({
    ...policy,
    recipients: [
      ...policy.recipients,
      { recipient: 'affiliates', name: 'ТОО «Сосна»', cites: [], origin: 'officer' },
    ],
  }));
  expect((await announceDraft(world)).status).toBe(303);
  const { version } = await world.prove();
  const policy = { ...version.policy, title: 'Политика, которая ждёт' };
  const opened = await openService(world.installation.world, { key: world.service.key, policy });
  return String(opened.waiting?.version);
}

/** The ids among them, by kind; `strangers` are nobody's. */
export function idsOfWork(work: Awaited<ReturnType<typeof leaveWork>>, subject: string) {
  const strangers = [randomUUID(), subject, '00000000-0000-0000-0000-000000000000'];
  return {
    member: { good: [work.member], bad: strangers },
    invited: { good: [work.invited], bad: strangers },
    waiting: { good: [work.waiting], bad: ['1', '2', '99', '0', `0${work.waiting}`] },
  };
}
