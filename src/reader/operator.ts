import type { Span } from '../base/index.ts';
import type { Statement } from '../policy/index.ts';
import { brandForms, firmForms, recipientBefore, roleForms, traderForms } from './lexicon/index.ts';
import type { ReadClause } from './structure.ts';
import { formRank, headingRank } from './sureness.ts';

/** Who the operator is said to be: a firm, a trader, a brand, or a mere role. */
export interface Named {
  readonly kind: 'legal_entity' | 'sole_proprietor' | 'brand_only' | 'unnamed';
  readonly name?: string;
  readonly span: Span;
}

/** The first operator named in the body: a firm or a trader, whichever comes first, else a brand; O(n). */
export function operatorIn(body: string): Named | undefined {
  const firm = firstOf(firmForms, body, 'legal_entity');
  const trader = firstOf(traderForms, upTo(body, firm), 'sole_proprietor');
  if (trader && (!firm || trader.span.start < firm.span.start)) return trader;
  return firm ?? firstOf(brandForms, body, 'brand_only') ?? roleIn(body);
}

function roleIn(body: string): Named | undefined {
  const role = firstOf(roleForms, body, 'unnamed');
  return role && { kind: 'unnamed', span: role.span };
}

/** No name is longer than this. */
const longestName = 600;

/** What of the body must be searched when something was found: what begins later no longer counts. */
function upTo(body: string, found: Named | undefined): string {
  return found ? body.slice(0, found.span.start + longestName) : body;
}

/** The earliest match of any of the forms, of equally early ones the longest. */
function firstOf(forms: readonly RegExp[], body: string, kind: Named['kind']): Named | undefined {
  let first: Named | undefined;
  for (const form of forms) {
    const match = firstMatch(form, upTo(body, first));
    if (!match) continue;
    const span = { start: match.index, end: match.index + match[0].trimEnd().length };
    const earlier = !first || span.start < first.span.start;
    if (!earlier && (span.start !== first?.span.start || span.end <= first.span.end)) continue;
    first = { kind, name: bare(String(match[1] ?? '')), span };
  }
  return first;
}

function firstMatch(form: RegExp, body: string): (RegExpMatchArray & { index: number }) | undefined {
  for (const match of body.matchAll(form)) {
    if (!recipientBefore.test(body.slice(Math.max(0, match.index - 60), match.index))) return match;
  }
  return undefined;
}

function bare(name: string): string {
  return name
    .trim()
    .replace(/^[«"“„]|[»"”,]$/gu, '')
    .trim();
}

/** The statement on the operator, in the clause where the name stands (each clause that repeats it too). */
export function controllerIn(
  body: string,
  clauses: readonly ReadClause[],
): readonly (Omit<Statement, 'confidence'> & { readonly rank: number })[] {
  const named = operatorIn(body);
  if (!named) return [];
  const words = body.slice(named.span.start, named.span.end);
  const found: (Omit<Statement, 'confidence'> & { rank: number })[] = [];
  for (const clause of clauses) {
    const at = body.slice(clause.span.start, clause.span.end).indexOf(words);
    if (at < 0) continue;
    const span = { start: clause.span.start + at, end: clause.span.start + at + words.length };
    const rank = clause.kind === 'clause' ? formRank : headingRank;
    found.push({ facet: 'controller', label: named.kind, clause: clause.id, span, rank });
  }
  return found;
}
