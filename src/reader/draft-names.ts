import { isBin } from '../law/index.ts';
import type { ContactRow, Operator, ServiceRow } from '../policy/index.ts';
import type { Cited } from './cited.ts';
import { type Named, operatorIn } from './operator.ts';
import type { Reading } from './reading.ts';
import { hostForm } from './values.ts';

/** The operator as the text names it; `unnamed` and assumed when it names nobody. */
export function operatorOf(cited: readonly Cited[], body: string): Operator {
  const row = cited.find(({ facet }) => facet === 'controller');
  // The quote of the statement is the name as it was found: what stands in it is found again.
  const named = row && operatorIn(body.slice(row.span.start, row.span.end));
  if (!row || !named) return { kind: 'unnamed', cites: [], origin: 'assumed' };
  const bin = binIn(body);
  const responsible = responsibleIn(body);
  const address = cited.find(({ facet, label }) => facet === 'contacts' && label === 'postal_address');
  return {
    kind: named.kind,
    ...(named.name ? { name: printedName(named, body.slice(row.span.start, row.span.end)) } : {}),
    ...(bin ? { bin } : {}),
    ...(address ? { address: afterLabel(body.slice(address.span.start, address.span.end)) } : {}),
    ...(responsible ? { responsible } : {}),
    cites: row.cites,
    origin: 'text',
  };
}

/** The value of «Адрес: …» without the word before the colon. */
function afterLabel(quote: string): string {
  return quote
    .replace(/^[^:]{1,40}:\s*/u, '')
    .trim()
    .toWellFormed();
}

/** «Responsible for the processing of personal data: the privacy officer»: who stands behind the colon. */
function responsibleIn(body: string): string | undefined {
  return responsibleForm.exec(body)?.[1]?.trim().toWellFormed();
}

const responsibleForm = new RegExp(
  '(?:Ответственн\\p{L}+ (?:лицо )?за|[Rr]esponsible for|жауапты тұлға|ұйымдастыруға жауапты)' +
    '[^:\\n]{0,80}:\\s*([^\\n.;]{3,80})',
  'u',
);

/** A number behind its name: «БИН 123456789012», «БИН (ИИН) оператора: …», «BIN/IIN: …». */
const word = '[а-яәіңғүұқөһa-z]';
const bins = new RegExp(
  `(?:БИН|БСН|BIN)(?:-${word}{1,4})?(?:\\s?[/(]\\s?(?:ИИН|ЖСН|IIN)(?:-${word}{1,4})?\\)?)?` +
    `(?:\\s${word}{1,20}){0,3}[\\s:№–—-]{0,4}(\\d{12})(?!\\d)`,
  'gi',
);

/** The first twelve digits after БИН, БСН or BIN whose control digit is right. */
export function binIn(body: string): string | undefined {
  for (const match of body.matchAll(bins)) {
    if (isBin(String(match[1]))) return match[1];
  }
  return undefined;
}

/** A firm or trader by its name with its form, as printed; a brand by its bare name. */
function printedName({ kind, name = '', span }: Named, body: string): string {
  const printed = kind === 'brand_only' ? name : body.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  return printed.toWellFormed();
}

/** The services with the hosts named beside them; one row per host, or one without. */
export function serviceRowsOf(
  reading: Reading,
  cited: readonly Cited[],
  body: string,
): readonly ServiceRow[] {
  return cited
    .filter(({ facet }) => facet === 'services')
    .flatMap(({ label, cites }): readonly ServiceRow[] => {
      const kind = label as ServiceRow['kind'];
      const hosts = kind === 'website' ? hostsIn(reading, cites, body) : [];
      if (hosts.length === 0) return [{ kind, cites, origin: 'text' }];
      return hosts.map((host) => ({ kind, host, cites, origin: 'text' }));
    });
}

function hostsIn(reading: Reading, cites: readonly string[], body: string): readonly string[] {
  const hosts = new Set<string>();
  for (const { id, span } of reading.clauses) {
    if (!cites.includes(id)) continue;
    for (const match of body.slice(span.start, span.end).matchAll(hostForm)) {
      hosts.add(
        String(match[1])
          .toLowerCase()
          .replace(/^www\./, ''),
      );
    }
  }
  return [...hosts].slice(0, 8);
}

/** The contacts with their values, each value once. */
export function contactRowsOf(reading: Reading, body: string): readonly ContactRow[] {
  const rows = new Map<string, { channel: ContactRow['channel']; value: string; cites: string[] }>();
  for (const { facet, label, clause, span } of reading.statements) {
    if (facet !== 'contacts' || !isChannel(label)) continue;
    const quote = body.slice(span.start, span.end);
    const bare = label === 'email' || label === 'phone' ? quote.toWellFormed() : afterLabel(quote);
    const value = label === 'form' ? formAt(reading, clause, body) : withoutEnd(label, bare);
    const key = `${label}|${value.toLowerCase()}`;
    const row = rows.get(key) ?? { channel: label, value, cites: [] };
    if (!row.cites.includes(clause)) row.cites.push(clause);
    rows.set(key, row);
  }
  return [...rows.values()].map((row) => ({ ...row, origin: 'text' }));
}

const withoutEnd = (label: string, value: string): string =>
  label === 'website' ? value.replace(/[.,;]+$/u, '') : value;

/** What a form is called where no address of its page is named. */
const formNames = { ru: 'форма обратной связи', kk: 'кері байланыс нысаны', en: 'contact form' } as const;

/** The address of a form's page when its clause names one. */
function formAt(reading: Reading, clause: string, body: string): string {
  const span = reading.clauses.find(({ id }) => id === clause)?.span;
  const page = span && /https?:\/\/[^\s<>"»)]+/u.exec(body.slice(span.start, span.end))?.[0];
  return page?.replace(/[.,;]+$/u, '').toWellFormed() ?? formNames[reading.source.language];
}

function isChannel(label: string): label is ContactRow['channel'] {
  return ['email', 'phone', 'postal_address', 'messenger', 'website', 'form'].includes(label);
}
