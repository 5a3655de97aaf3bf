import {
  type ConsentEvidence,
  type ConsentRow,
  maskedPhone,
  stateOfConsent,
  type World,
} from '../../system/index.ts';
import type { Speaker } from '../../words/index.ts';
import type { ConsentFormChoice, ConsentView } from '../pages.ts';

/** A consent for a list or a receipt; `href` is its receipt's page. */
export function consentView(
  world: World,
  row: ConsentRow,
  around: { speaker: Speaker; base: string; names: ReadonlyMap<string, string> },
): ConsentView {
  const { speaker } = around;
  const { transfer } = row;
  const name = transfer && (around.names.get(transfer.recipient) ?? transfer.recipient);
  return {
    id: row.id,
    givenAt: row.givenAt,
    state: stateOfConsent(world, row),
    language: row.language,
    form: speaker.sayCode('consent-form', row.form),
    purposes: row.purposes.map((key) => {
      const at = row.withdrawnPurposes[key];
      return { key, name: speaker.title('purposes', key), ...(at !== undefined && { withdrawnAt: at }) };
    }),
    categories: row.categories.map((key) => speaker.label('data_categories', key)),
    ...(row.withdrawnAt !== undefined && { withdrawnAt: row.withdrawnAt }),
    incomplete: row.incomplete,
    ...(transfer && {
      to: speaker.say(transfer.abroad ? 'page.my-consents.to-abroad' : 'page.my-consents.to', {
        name: name ?? '',
        country: speaker.country(transfer.country),
      }),
    }),
    href: `${around.base}/me/consents/${row.id}`,
  };
}

/** Forms to choose from, said. */
export function formChoices(speaker: Speaker, forms: readonly string[]): readonly ConsentFormChoice[] {
  return forms.map((key) => ({
    key,
    name: speaker.sayCode('consent-form.choose', key),
    hint: speaker.sayCode('consent-form.hint', key),
  }));
}

/** How a consent was given, line by line: the form, and what shows it. */
export function evidenceLines(speaker: Speaker, form: string, { shown, kept }: ConsentEvidence) {
  const line = (term: string, text: string) => ({ term: speaker.sayCode('consent-evidence', term), text });
  const { way, number, sha256, relation } = shown;
  const { phone, signedOn, keptAt, representative } = kept;
  const onPaper = shown.kind === 'signed-paper';
  return [
    line('form', speaker.sayCode('consent-form', form)),
    ...(number === undefined ? [] : [line('number', number)]),
    ...(way === undefined
      ? []
      : [
          onPaper
            ? line('came', speaker.sayCode('paper-way', way))
            : line('way', speaker.sayCode('consent-way', way)),
        ]),
    ...(signedOn === undefined ? [] : [line('signedOn', speaker.date(signedOn))]),
    ...(keptAt === undefined ? [] : [line('keptAt', keptAt)]),
    ...(sha256 === undefined ? [] : [line('sha256', sha256)]),
    ...(phone === undefined ? [] : [line('phone', maskedPhone(phone))]),
    ...(relation === undefined ? [] : [line('relation', speaker.sayCode('guardian-relation', relation))]),
    ...(representative === undefined ? [] : [line('representative', representative)]),
  ];
}
