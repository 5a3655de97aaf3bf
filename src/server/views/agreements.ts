import type { Language } from '../../base/index.ts';
import { type AgreementRecord, agreementDocuments, type ShownAgreement, textIn } from '../../system/index.ts';
import type { Speaker } from '../../words/index.ts';
import type { AgreementBox, AgreementRow, AgreementText } from '../pages.ts';

/** The paragraphs of a text: what blank lines part, each with its own line breaks. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A version in a list. `base`: of the public pages of its service. */
export function agreementRow(
  speaker: Speaker,
  { row, state }: Pick<ShownAgreement, 'row' | 'state'>,
  base: string,
): AgreementRow {
  const { kind, number, effectiveOn, sha256 } = row;
  const href = `${base}/agreements/${kind}`;
  return {
    ...{ name: speaker.sayCode('agreement.kind', kind), state, effectiveOn, sha256 },
    ...(number !== undefined && { number }),
    href: number === undefined ? href : `${href}/${number}`,
  };
}

/** A version with its text in the reader's language, else in the first there is. */
export function agreementText(
  speaker: Speaker,
  shown: Pick<ShownAgreement, 'state'> & { readonly row: AgreementRecord },
  base: string,
): AgreementText {
  const { language, text } = textIn(shown.row, speaker.language);
  return { ...agreementRow(speaker, shown, base), language, paragraphs: paragraphsOf(text) };
}

/** A version in force beside its box. */
export function agreementBox(
  speaker: Speaker,
  { row, before }: { readonly row: AgreementRecord; readonly before: boolean },
  base: string,
): AgreementBox {
  return { ...agreementText(speaker, { row, state: 'in-force' }, base), id: row.id, before };
}

/** Every text of a version. */
export function allTexts({ texts, languages }: AgreementRecord) {
  return languages.map((language: Language) => ({
    language,
    paragraphs: paragraphsOf(texts[language] ?? ''),
  }));
}

/** The kinds of documents there are, to choose from. */
export function agreementKinds(speaker: Speaker) {
  return agreementDocuments.map((key) => ({ key, name: speaker.sayCode('agreement.kind', key) }));
}
