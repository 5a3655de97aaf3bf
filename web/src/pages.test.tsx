import { describe, expect, it } from 'vitest';
import { speakerOf } from '../../src/words/index.ts';
import { allShots } from './fixtures/index.ts';
import { render } from './render.tsx';

const shots = await allShots();
const pages = shots.map((shot) => ({ ...shot, html: render(shot.page, shot.frame) }));

/** Opening tags of `names`, as written. */
function tags(html: string, names: string): readonly string[] {
  return html.match(new RegExp(`<(?:${names})(?=[\\s>/])[^>]*>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

function ids(html: string): readonly string[] {
  return [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? '');
}

/** Text a reader or a screen reader meets: markup and data blocks left out, attributes that speak left in. */
function words(html: string): string {
  return html
    .replaceAll(/<script[^>]*>.*?<\/script>/gs, '')
    .replaceAll(/<[^>]+>/g, (tag) => ` ${attribute(tag, 'aria-label') ?? ''} `);
}

/** What a sentence leaves behind that nobody has said: its key, a placeholder, a value that is not there. */
const heads = 'because entry error facet label language notice page pledge probe problem role state'.split(
  ' ',
);
const unsaid = new RegExp(String.raw`\b(?:${heads.join('|')})\.[a-z]|\{\{|undefined|\[object`);

describe.each(pages)('page $name', ({ html, page, frame }) => {
  it('is a whole document in the language of its reader', () => {
    expect(html).toMatch(/^<!doctype html><html lang="ru"><head>.*<title>[^<]+<\/title>.*<\/html>$/s);
  });

  it('has one h1, one main, and skips no level of headings', () => {
    expect(tags(html, 'h1')).toHaveLength(1);
    expect(tags(html, 'main')).toHaveLength(1);
    const levels = tags(html, 'h[1-6]').map((tag) => Number(tag[2]));
    const skipped = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
    const first = levels[0] === 1 || html.includes('class="faults"');
    expect(skipped).toEqual([]);
    expect(first).toBe(true);
  });

  it('writes no inline style or script and asks nothing of other hosts', () => {
    expect(html).not.toMatch(/<style|\sstyle="|\son[a-z]+="|javascript:/i);
    for (const tag of tags(html, 'script')) {
      expect(
        attribute(tag, 'type') === 'application/json' || attribute(tag, 'src')?.startsWith('/assets/'),
      ).toBe(true);
    }
    expect(html).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//);
  });

  it('names every control by a label of its own', () => {
    const labelled = new Set(tags(html, 'label').map((tag) => attribute(tag, 'for')));
    const controls = tags(html, 'input|select|textarea').filter((tag) => attribute(tag, 'type') !== 'hidden');
    for (const tag of controls) expect(labelled).toContain(attribute(tag, 'id'));
  });

  it('uses each id once and refers only to ids that are there', () => {
    const all = ids(html);
    expect(new Set(all).size).toBe(all.length);
    const referred = ['aria-describedby', 'aria-labelledby'].flatMap((name) =>
      [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].flatMap((match) =>
        (match[1] ?? '').split(' '),
      ),
    );
    const fragments = [...html.matchAll(/\shref="#([^"]*)"/g)].map((match) => match[1] ?? '');
    for (const id of [...referred, ...fragments]) expect(all).toContain(id);
  });

  it('says every sentence: no key of the catalogue and no placeholder is left', () => {
    expect(words(html)).not.toMatch(unsaid);
  });

  it.each(['kk', 'en'] as const)('says every sentence in %s too', (language) => {
    const spoken = render(page, { ...frame, speaker: speakerOf(language) });
    expect(spoken).toContain(`<html lang="${language}">`);
    expect(words(spoken)).not.toMatch(unsaid);
  });

  it('posts its forms to a path without personal data', () => {
    for (const tag of tags(html, 'form')) {
      // The one form that asks: for a service by its name, which is nobody's data.
      if (page.page === 'requests' && attribute(tag, 'class') === 'narrow')
        expect(attribute(tag, 'method')).toBe('get');
      else if (page.page === 'services' || page.page === 'due')
        expect(attribute(tag, 'class') === 'find').toBe(attribute(tag, 'method') === 'get');
      else expect(attribute(tag, 'method')).toBe('post');
      expect(attribute(tag, 'action')).toMatch(/^\/[^?]*$/);
    }
  });

  it('ticks no consent beforehand unless the person did', () => {
    const ticked = tags(html, 'input')
      .filter((tag) => attribute(tag, 'type') === 'checkbox' && /\schecked(?=[\s>/=])/.test(tag))
      .map((tag) => attribute(tag, 'name'))
      // Roles that somebody holds stand ticked: they are no consent.
      // So do categories that a form with errors brings back.
      .filter((name) => !(page.page === 'holds' && name === 'category'))
      // So does what stands on the card of a recipient, in the letter of a body, or in an incident.
      .filter(() => !/^(?:recipient|letter|incident)/.test(page.page))
      // So do the forms in which a service takes consents.
      .filter((name) => !(page.page === 'register' && name === 'minor'))
      .filter((name) => !(page.page === 'consent-forms' && name === 'forms'))
      .filter((name) => !(page.page.startsWith('staff') && name?.startsWith('grant.')));
    expect(ticked).toEqual('ticked' in page ? page.ticked : []);
  });
});

describe('errors of a form', () => {
  const faulty = pages.filter(
    ({ page }) => 'errors' in page && page.errors.some((error) => error.field !== undefined),
  );

  it.each(faulty)('on $name are summed up first and tied to their fields', ({ html, page }) => {
    const errors = 'errors' in page ? page.errors : [];
    const summary = html.slice(
      html.indexOf('class="faults"'),
      html.indexOf('<form method="post" action', html.indexOf('class="faults"')),
    );
    expect(html).toContain('<title>Ошибка · ');
    for (const error of errors) {
      expect(summary).toContain(error.message);
      if (error.field === undefined) continue;
      const id = new RegExp(`href="#([^"]+)">${error.message}`).exec(summary)?.[1];
      const fault = html.slice(html.indexOf(`id="${id}-fault"`));
      expect(fault.slice(0, fault.indexOf('</div>'))).toContain(error.message);
      expect(html).toMatch(new RegExp(`aria-describedby="[^"]*${id}-fault`));
    }
  });
});

describe('every page', () => {
  it('of a draft is marked as one', () => {
    const drafts = pages.filter(({ frame }) => frame.service?.draft);
    expect(drafts.length).toBeGreaterThan(5);
    for (const { html } of drafts) expect(html).toContain('class="draft"');
    for (const { html, frame } of pages)
      if (!frame.service?.draft) expect(html).not.toContain('class="draft"');
  });

  it('escapes what people wrote', () => {
    const shot = pages.find(({ name }) => name === 'my-requests');
    if (shot?.page.page !== 'my-requests') throw new Error('the fixture is gone');
    const request = {
      ...(shot.page.requests[0] as (typeof shot.page.requests)[number]),
      words: '<script>alert(1)</script>"&',
    };
    const html = render({ ...shot.page, requests: [request] }, shot.frame);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script>alert(1)&lt;/script>&quot;&amp;');
  });
});
