import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/server/index.ts';
import { Liar, type Lie, redOf } from './liar.ts';

describe('what is shown and logged is looked at: the board goes red when', () => {
  let liar: Liar;
  beforeAll(async () => {
    liar = await Liar.open({ live: true });
  });
  afterEach(() => liar.repent());
  afterAll(() => liar?.close());
  const sql = (text: string, ...values: unknown[]) => liar.sql.query(text, values);
  const on =
    (name: Page['page'], change: (html: string) => string): NonNullable<Lie['render']> =>
    (html, { page }) =>
      page === name ? change(html) : html;
  const without = (text: string) => on('policy', (html) => html.replaceAll(text, ''));

  it('operator-named: the page leaves the operator out', () =>
    liar.turnsRed('operator-named', { render: without('Дала Кітап') }));

  it('operator-named: the page leaves the operator’s number out', () =>
    liar.turnsRed('operator-named', { render: without('230640099999') }));

  it('responsible-named: the page leaves the responsible person out', () =>
    liar.turnsRed('responsible-named', { render: without('уководитель службы по работе с читателями') }));

  it('contact-published: the page leaves the address out', () =>
    liar.turnsRed('contact-published', { render: without('privacy@dala-kitap.example') }, 'email'));

  it('policy-published: the page leaves the hash out', async () => {
    const { policy } = await liar.prove();
    await liar.turnsRed('policy-published', { render: on('policy', (html) => html.replaceAll(policy, '')) });
  });

  it('policy-published: the page is not there', () =>
    liar.turnsRed('policy-published', {
      server: (server) =>
        server.addHook('onSend', async (request, reply, payload) => {
          if (request.url.endsWith('/privacy')) reply.code(404);
          return payload;
        }),
    }));

  it('text-shown: the page leaves a clause out', () =>
    liar.turnsRed('text-shown', { render: without('Потребовать возмещения вреда') }));

  it('policy-immutable: a version in force was edited in place', () =>
    liar.turnsRed('policy-immutable', {
      deed: () =>
        sql(
          `update policy_version set policy = jsonb_set(policy, '{purposes,0,purpose}', '"targeted_ads"')
           where status = 'live'`,
        ),
    }));

  it('policy-immutable: the words of a superseded version were edited', () =>
    liar.turnsRed('policy-immutable', {
      deed: () =>
        sql(
          `update policy_version set text = replace(text, 'не продаём', 'продаём')
           where status = 'superseded'`,
        ),
    }));

  it('storage-place: the primary base lies abroad', () =>
    liar.turnsRed('storage-place', {
      deed: () =>
        sql(
          `update policy_version set policy = jsonb_set(policy, '{hosts}',
             '[{"country": "DE", "name": "Frankfurt", "cites": ["8.1"], "origin": "text"}]')
           where status = 'live'`,
        ),
    }));

  it('mandatory-marked: the form marks nothing', () =>
    liar.turnsRed('mandatory-marked', {
      render: on('register', (html) => html.replaceAll(/ required(?:="[^"]*")?/g, '')),
    }));

  it('mandatory-marked: the form marks what is at will', () =>
    liar.turnsRed('mandatory-marked', {
      render: on('register', (html) => html.replaceAll('<input', '<input required')),
    }));

  it('consent-by-act: the box is ticked beforehand', () =>
    liar.turnsRed('consent-by-act', {
      render: on('register', (html) => html.replace('name="consent"', 'name="consent" checked')),
    }));

  it('consent-by-act: the box of another purpose is ticked beforehand', () =>
    liar.turnsRed('consent-by-act', {
      render: on('register', (html) => html.replace('name="optional.', 'checked name="optional.')),
    }));

  it('consent-by-act: there is no box', () =>
    liar.turnsRed('consent-by-act', {
      render: on('register', (html) => html.replace('type="checkbox" name="consent"', 'type="hidden"')),
    }));

  it('cookies-necessary-only: a page sets another cookie', () =>
    liar.turnsRed('cookies-necessary-only', {
      server: (server) =>
        server.addHook(
          'onRequest',
          async (_, reply) => void reply.header('set-cookie', 'kepil_s_test_visits=1'),
        ),
    }));

  for (const tag of [
    '<script src="https://counter.example/tag.js"></script>',
    "<img alt='' src='//pixel.example/1.gif'>",
    '<link rel=stylesheet href=https://fonts.example/a.css>',
  ]) {
    it(`cookies-own-choice: a page has ${tag}`, () =>
      liar.turnsRed('cookies-own-choice', {
        render: on('sign-in', (html) => html.replace('</body>', `${tag}</body>`)),
      }));
  }

  it('cookies-own-choice: pages no longer tell browsers to refuse strangers', () =>
    liar.turnsRed('cookies-own-choice', {
      server: (server) =>
        server.addHook('onSend', async (_, reply) => void reply.removeHeader('content-security-policy')),
    }));

  it('right-self-service: the cabinet’s page is gone', () =>
    liar.turnsRed(
      'right-self-service',
      {
        server: (server) =>
          server.addHook('onRequest', async (request, reply) => {
            if (request.url.endsWith('/me/export.json')) await reply.code(404).send('');
          }),
      },
      'export',
    ));

  it('right-self-service: the cabinet is open to strangers', () =>
    liar.turnsRed(
      'right-self-service',
      {
        server: (server) =>
          server.addHook('onRequest', async (request, reply) => {
            if (request.url.endsWith('/me/download')) await reply.code(200).send('Айгүл Жақыпова');
          }),
      },
      'copy',
    ));

  it('security-log: a leaf was edited', () =>
    liar.turnsRed('security-log', {
      deed: () =>
        sql(
          `update log_leaf
           set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), '"consent"', '"read"'), 'UTF8')`,
        ),
    }));

  it('security-log: a leaf was made unreadable, and the proof goes on', () =>
    liar.turnsRed('security-log', {
      deed: () => sql("update log_leaf set leaf = '\\x7b7d' where leaf_index = 1"),
    }));

  it('security-log: a tile was edited', () =>
    liar.turnsRed('security-log', {
      deed: () => sql('update log_tile set hashes = set_byte(hashes, 5, get_byte(hashes, 5) # 1)'),
    }));

  const renote = async (change: (lines: string[]) => readonly string[]) => {
    const { rows } = await sql('select size, note from log_checkpoint where service_id = $1', liar.service);
    for (const { size, note } of rows as { size: string; note: string }[]) {
      const next = change(note.split('\n')).join('\n');
      expect(next).not.toBe(note);
      await sql('update log_checkpoint set note = $1 where size = $2', next, size);
    }
  };

  it('security-log: the checkpoint names another root', () =>
    liar.turnsRed('security-log', {
      deed: () =>
        renote(([origin = '', size = '', , ...rest]) => [origin, size, `${'A'.repeat(43)}=`, ...rest]),
    }));

  it('security-log: the checkpoint bears no signature of the log’s key', () =>
    liar.turnsRed('security-log', {
      deed: () => renote((lines) => lines.map((line) => line.replace(/[A-Za-z0-9+/]{8}(=*)$/, 'AAAAAAAA$1'))),
    }));

  it('security-log: an entry about somebody is gone', () =>
    liar.turnsRed('security-log', {
      deed: async () => {
        const { rows } = await sql(
          'select max(leaf_index) as last from log_leaf where service_id = $1',
          liar.service,
        );
        await liar.forge({ purpose: 'subject_rights' });
        await sql('delete from entry_pending where service_id = $1', liar.service);
        expect(Number(rows[0].last)).toBeGreaterThan(0);
      },
    }));

  it('is not red by itself, with a policy in force', async () => {
    const proved = await liar.prove();
    expect(proved.status).toBe('live');
    expect(redOf(proved)).toEqual([]);
  });
});
