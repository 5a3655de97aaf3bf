import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Exemplar, nameOf } from './exemplar.ts';
import { exemplars } from './exemplars/index.ts';
import { goodOf, type Making, write } from './making.ts';
import { Place } from './place.ts';
import { Rewind } from './rewind.ts';

/** Numbers that card schemes publish for tests, as people write them. */
const cards: readonly string[] = [
  '4111111111111111',
  '4111 1111 1111 1111',
  '4111-1111-1111-1111',
  '4111\u00a01111\u00a01111\u00a01111',
  '4111\u200b1111\u200b1111\u200b1111',
  '４１１１１１１１１１１１１１１１',
  'моя карта 5555 5555 5555 4444, код 123',
  'карта: 378282246310005',
  '2200 0000 0000 0004 действует до 12/30',
];
/** Each place gets three of them, so that all are used; with KEPIL_CARDS=all each gets all. */
const everyCard = process.env.KEPIL_CARDS === 'all';
const thirdOf = (at: number) => cards.filter((_, index) => index % 3 === at % 3);
const digitsOf = (text: string) => text.normalize('NFKC').replaceAll(/\D/g, '');
const numbers = ['4111111111111111', '5555555555554444', '378282246310005', '2200000000000004'];

/** Digits of a page as somebody reads them, whatever stands between them. */
const readsNumber = (body: string) => {
  const text = digitsOf(
    body.replaceAll(/<[^>]*>|[\s\u00a0\u200b-]+/g, ' ').replaceAll(/(?<=\d) (?=\d)/g, ''),
  );
  return numbers.filter((number) => text.includes(number));
};

const forms = exemplars.filter(({ method, effect }) => method === 'POST' && effect !== 'none');
const pages = exemplars.filter(({ method, effect }) => method === 'GET' && effect === 'none');

describe('a card number', () => {
  let place: Place;
  let rewind: Rewind;
  let taken = 0;
  let refused = 0;
  beforeAll(async () => {
    place = await Place.open();
    rewind = await Rewind.take(place.attacker.sql);
  }, 120_000);
  afterAll(() => place?.close());

  async function send(exemplar: Exemplar, spoil: (making: Making) => void) {
    const { method, url, headers, payload } = write(exemplar, place, [{ name: 'a card', apply: spoil }]);
    await place.attacker.sql.query('delete from attempt');
    const ask = { method, url, headers, ...(payload !== undefined && { payload }) };
    return place.attacker.world.installation.server.inject(ask as InjectOptions);
  }

  /** Every place of a good request where a text may stand: fields of a form, texts of a call. */
  function placesOf(exemplar: Exemplar): readonly ((card: string) => (making: Making) => void)[] {
    const open = Object.entries(exemplar.form?.(place) ?? {}).filter(([, { secret }]) => !secret);
    const inForm = open.map(([name]) => (card: string) => (making: Making) => {
      making.form = [...making.form.filter(([other]) => other !== name), [name, card]];
    });
    const call = goodOf(exemplar, place).call as { fields?: Record<string, unknown> } | undefined;
    const inCall = Object.keys(call?.fields ?? {}).map((name) => (card: string) => (making: Making) => {
      const body = making.call as { fields: Record<string, unknown> };
      making.call = { ...body, fields: { ...body.fields, [name]: card } };
    });
    return [...inForm, ...inCall];
  }

  it.each(forms.map((exemplar) => [nameOf(exemplar), exemplar] as const))(
    'is refused or masked wherever a text comes in: %s',
    async (_name, exemplar) => {
      for (const [at, into] of placesOf(exemplar).entries()) {
        for (const card of everyCard ? cards : thirdOf(at)) {
          await rewind.back();
          const reply = await send(exemplar, into(card));
          expect(reply.statusCode, card).toBeLessThan(500);
          if (reply.statusCode >= 400) refused += 1;
          if (reply.statusCode >= 400) continue;
          taken += 1;
          await seenNowhere(card);
        }
      }
    },
  );

  /** What was taken is read again on every page of those who may. */
  async function seenNowhere(card: string): Promise<void> {
    for (const page of shown) {
      const reply = await send(page, () => undefined);
      expect(readsNumber(reply.body), `${card} on ${nameOf(page)}`).toEqual([]);
    }
  }

  /** Pages that show what somebody wrote. */
  const shown = pages.filter(({ url }) =>
    /export\.json|requests|subjects\/:id|console\/staff|settings$|keys$|outbox\/:id|\/privacy$/.test(url),
  );

  it('was refused often, and masked where people write freely', () => {
    expect(shown.length).toBeGreaterThan(7);
    expect(refused).toBeGreaterThan(60);
    expect(taken).toBeGreaterThanOrEqual(3);
  });
});
