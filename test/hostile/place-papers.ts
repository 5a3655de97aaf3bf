import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { jpegWith } from '../pictures.ts';
import type { Attacker } from '../scenarios/attacker.ts';
import type { Visitor } from '../world.ts';

interface Signer {
  readonly visitor: Visitor;
  readonly id: string;
  readonly consent: string;
}

/** Applications of the first of two people: one to be signed, one that waits with its picture. */
export async function leavePapers({ world, sql }: Attacker, own: Signer, other: Signer) {
  const give = async (visitor: Visitor, key: string) => {
    const made = await visitor.post(`${world.base}/me/give`, { key, form: 'written_scan' });
    expect(made.status, made.body).toBe(303);
    return made.location ?? '';
  };
  const [open, sent] = [await give(own.visitor, 'base'), await give(own.visitor, 'marketing_notices')];
  const file = { field: 'scan', name: 'лист.jpg', bytes: jpegWith() };
  expect((await own.visitor.upload(sent, { act: 'send' }, file)).status).toBe(303);
  const theirs = (await give(other.visitor, 'base')).slice(-36);
  const [printed, waiting] = [open.slice(-36), sent.slice(-36)];
  const { rows } = await sql.query('select file_id as id from file where matter_id = $1', [waiting]);
  const strangers = [randomUUID(), own.id, own.consent, '00000000-0000-0000-0000-000000000000'];
  return {
    paper: { good: [printed], bad: [theirs, ...strangers] },
    sentPaper: { good: [waiting], bad: strangers },
    picture: { good: [rows[0].id as string], bad: [printed, ...strangers] },
  };
}
