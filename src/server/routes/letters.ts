import { KepilError, type Language } from '../../base/index.ts';
import {
  enterLetter,
  inForce,
  type LetterForm,
  letterDay,
  listLetters,
  mayDecide,
  mayEnter,
  openLetter,
  printRefusal,
  proposeRelease,
  Refused,
  refusalLanguages,
  refusalRules,
  refuseLetter,
  releaseLetter,
  returnProposal,
  type ShownLetter,
  sayReasons,
} from '../../system/index.ts';
import type { FieldError, LetterChoices, LetterValues, Page } from '../pages.ts';
import { type Answer, chosen, cursorOf, field, malformed, type StaffServiceCall } from '../route.ts';
import { fieldErrors, oneError } from '../views/problems.ts';
import { handedPage } from './disclosures.ts';
import { baseOf, moreOf, pageSize } from './paging.ts';

const askers = ['state', 'private'] as const;
const signatures = ['hand', 'eds'] as const;
const channels = ['courier', 'registered-mail', 'state-system', 'sealed-file'] as const;

/** Letters by which data are asked for, newest first. */
export async function letters(call: StaffServiceCall): Promise<Page> {
  const ask = { service: call.service.id, ...cursorOf(call.query), limit: pageSize };
  const rows = await listLetters(call.world, ask);
  return {
    page: 'letters',
    rows: rows.map((row) => ({
      ...{ id: row.id, receivedOn: row.receivedOn, asker: row.asker, state: row.state },
      missing: row.missing.length,
      href: `${baseOf(call)}/letters/${row.id}`,
    })),
    may: mayEnter(call.clerk),
    ...moreOf(call, rows),
  };
}

async function choicesFor(call: StaffServiceCall): Promise<LetterChoices> {
  const { speaker } = call;
  const { policy } = await inForce(call.world, call.service);
  const coded = (prefix: string, keys: readonly string[]) =>
    keys.map((key) => ({ key, name: speaker.sayCode(prefix, key) }));
  return {
    categories: [...new Set(policy.data.map(({ category }) => category))].map((key) => ({
      key,
      name: speaker.title('data_categories', key),
    })),
    askers: coded('page.letter.asker', askers),
    signatures: [...coded('page.letter.signature', signatures), none(call)],
    channels: [...coded('page.letter.channel', channels), none(call)],
  };
}

const none = ({ speaker }: StaffServiceCall) => ({ key: '', name: speaker.say('page.letter.not-said') });

const empty: Omit<LetterValues, 'receivedOn'> = {
  ...{ asker: 'state', person: '', barredUntil: '', body: '', official: '', position: '', norm: '' },
  ...{ caseNumber: '', signature: '', categories: [], periodFrom: '', periodTo: '', channel: '' },
  secrecyNorm: '',
};

async function formPage(
  call: StaffServiceCall,
  what: { values: LetterValues; id?: string; errors?: readonly FieldError[] },
): Promise<Page> {
  const choices = await choicesFor(call);
  const { values, id, errors = [] } = what;
  return { page: 'letter-form', ...(id !== undefined && { id }), values, choices, errors };
}

/** The form of a letter that came; `subject` in the address says whom it is about. */
export function newLetter(call: StaffServiceCall): Promise<Page> {
  const values = { ...empty, person: call.query.subject ?? '', receivedOn: letterDay(call.world) };
  return formPage(call, { values });
}

function sentValues({ form }: StaffServiceCall): LetterValues {
  const line = (name: string) => field(form, name).trim();
  return {
    asker: chosen(form, 'asker', askers) ?? '',
    person: line('person'),
    receivedOn: line('receivedOn'),
    barredUntil: line('barredUntil'),
    body: line('body'),
    official: line('official'),
    position: line('position'),
    norm: line('norm'),
    caseNumber: line('caseNumber'),
    signature: chosen(form, 'signature', signatures) ?? '',
    categories: [...new Set(form.get('category') ?? [])],
    periodFrom: line('periodFrom'),
    periodTo: line('periodTo'),
    channel: chosen(form, 'channel', channels) ?? '',
    secrecyNorm: line('secrecyNorm'),
  };
}

function formOf({ asker, person, receivedOn, barredUntil, ...letter }: LetterValues): LetterForm {
  const { signature, channel, ...rest } = letter;
  return {
    asker: asker === 'private' ? 'private' : 'state',
    ...{ person, receivedOn, barredUntil },
    letter: {
      ...rest,
      signature: signatures.find((known) => known === signature) ?? '',
      channel: channels.find((known) => known === channel) ?? '',
    },
  };
}

/** Enters a letter. */
export async function addLetter(call: StaffServiceCall): Promise<Answer> {
  const values = sentValues(call);
  if (values.asker === '') {
    const errors = oneError(call.speaker, 'asker-choose', 'asker');
    return { page: await formPage(call, { values, errors }), status: 422 };
  }
  const done = await enterLetter(call.world, call.clerk, { service: call.service, form: formOf(values) });
  if ('id' in done)
    return { to: `${baseOf(call)}/letters/${done.id}`, flash: call.speaker.say('page.flash.letter-entered') };
  const errors = fieldErrors(call.speaker, done.problems);
  return { page: await formPage(call, { values, errors }), status: 422 };
}

/** The form of a letter that is there, to put it right. */
export async function amendPage(call: StaffServiceCall): Promise<Page> {
  const id = call.params.id ?? '';
  const { row, words } = await openLetter(call.world, { service: call.service, id });
  if (row.state !== 'open' || !mayEnter(call.clerk)) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const { barredUntil = '', receivedOn, asker } = row;
  return formPage(call, { id, values: { ...empty, ...words.letter, asker, receivedOn, barredUntil } });
}

/** Puts a letter right. */
export async function amendLetter(call: StaffServiceCall): Promise<Answer> {
  const id = call.params.id ?? '';
  const values = sentValues(call);
  const what = { service: call.service, form: formOf(values), amends: id };
  const done = await enterLetter(call.world, call.clerk, what);
  if ('id' in done)
    return { to: `${baseOf(call)}/letters/${id}`, flash: call.speaker.say('page.flash.letter-entered') };
  const errors = fieldErrors(call.speaker, done.problems);
  return { page: await formPage(call, { id, values, errors }), status: 422 };
}

interface Sent {
  readonly words?: string;
  readonly errors: readonly FieldError[];
}

/** A letter: what it says and lacks, what may be released, who decides. */
export async function letterPage(call: StaffServiceCall, sent: Sent = { errors: [] }): Promise<Page> {
  const at = { service: call.service, id: call.params.id ?? '' };
  const shown = await openLetter(call.world, at);
  const { row, words } = shown;
  const { speaker, clerk } = call;
  const decides = row.state === 'proposed' && mayDecide(clerk, row);
  const handled = row.state === 'proposed' && !decides && clerk.roles.includes('approver');
  return {
    page: 'letter',
    ...{ id: row.id, state: row.state, proposed: namesOf(call, row.proposed) },
    lines: linesOf(call, shown),
    faults: refusalRules(row).map((rule) => speaker.sayCode('because', rule)),
    items: shown.items.map(({ category, may, why }) => ({
      ...{ key: category, name: speaker.title('data_categories', category), may },
      ...(why && { why: speaker.say(`page.letter.item.${why}`) }),
    })),
    ...(row.barredUntil !== undefined && { barredUntil: row.barredUntil }),
    ...(words.refusal !== undefined && { refusal: words.refusal }),
    ...(words.returned !== undefined && { returned: words.returned }),
    letters:
      row.state === 'refused'
        ? refusalLanguages.map((language) => ({
            language,
            href: `${baseOf(call)}/letters/${row.id}/refusal.${language}.pdf`,
          }))
        : [],
    may: actsOn(call, shown, decides),
    ...(handled && { second: speaker.sayCode('because', 'authority-same-person') }),
    errors: sent.errors,
    ...(sent.words !== undefined && { words: sent.words }),
  };
}

function actsOn({ clerk }: StaffServiceCall, { row, items }: ShownLetter, decides: boolean) {
  const enters = mayEnter(clerk);
  const open = row.state === 'open';
  const clean = refusalRules(row).length === 0;
  return {
    amend: enters && open,
    refuse: enters && (open || row.state === 'proposed'),
    propose: enters && open && clean && items.some(({ may }) => may),
    decide: decides,
    takeBack: enters && row.state === 'proposed' && !decides,
  };
}

function namesOf({ speaker }: StaffServiceCall, keys: readonly string[]): readonly string[] {
  return keys.map((key) => speaker.label('data_categories', key));
}

function linesOf(call: StaffServiceCall, { row, words }: ShownLetter) {
  const { speaker } = call;
  const { letter } = words;
  const absent = speaker.say('page.letter.not-said');
  const line = (name: Parameters<typeof speaker.say>[0], text: string) => ({
    term: speaker.say(name),
    text: text.trim() === '' ? absent : text,
  });
  const period =
    letter.periodFrom === '' || letter.periodTo === ''
      ? ''
      : speaker.say('page.letter.period-of', {
          from: speaker.date(letter.periodFrom),
          to: speaker.date(letter.periodTo),
        });
  return [
    line('page.letter.received', speaker.date(row.receivedOn)),
    line('page.letter.asker', speaker.sayCode('page.letter.asker', row.asker)),
    line('page.letter.body', letter.body),
    line('page.letter.official', [letter.official, letter.position].filter(Boolean).join(', ')),
    line('page.letter.norm', letter.norm),
    line('page.letter.case', letter.caseNumber),
    line(
      'page.letter.signature',
      letter.signature && speaker.sayCode('page.letter.signature', letter.signature),
    ),
    line('page.letter.items', speaker.list(namesOf(call, row.categories))),
    line('page.letter.period', period),
    line('page.letter.channel', letter.channel && speaker.sayCode('page.letter.channel', letter.channel)),
    line('page.letter.secrecy', letter.secrecyNorm),
  ];
}

/** Refuses a letter, proposes what to release, sends the proposal back, or releases it. */
export async function decideLetter(call: StaffServiceCall): Promise<Answer> {
  const act = chosen(call.form, 'act', ['refuse', 'propose', 'return', 'release']);
  if (act === undefined) throw malformed();
  if (act === 'release') return release(call);
  const { world, clerk, service } = call;
  const at = { service, id: call.params.id ?? '' };
  const words = field(call.form, 'words');
  const categories = [...new Set(call.form.get('category') ?? [])];
  const done =
    act === 'propose'
      ? await proposeRelease(world, clerk, { ...at, categories })
      : await (act === 'refuse' ? refuseLetter : returnProposal)(world, clerk, { ...at, words });
  if ('ok' in done)
    return { to: `${baseOf(call)}/letters/${at.id}`, flash: call.speaker.say(`page.flash.letter-${act}`) };
  const errors = oneError(call.speaker, done.problem, act === 'propose' ? 'category' : 'words');
  return { page: await letterPage(call, { words, errors }), status: 422 };
}

async function release(call: StaffServiceCall): Promise<Answer> {
  const at = { service: call.service, id: call.params.id ?? '' };
  try {
    const done = await releaseLetter(call.world, call.clerk, at);
    if ('problem' in done) {
      const errors = oneError(call.speaker, done.problem);
      return { page: await letterPage(call, { errors }), status: 422 };
    }
    const to = call.speaker.title('recipients', 'government');
    return { page: handedPage(call, { ...done, to }, `${baseOf(call)}/letters/${at.id}`) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const errors = sayReasons(call.speaker, error.because).map((message) => ({ message }));
    return { page: await letterPage(call, { errors }), status: 403 };
  }
}

/** The refusal as a document in a language. */
export const refusalFile =
  (language: Language) =>
  async (call: StaffServiceCall): Promise<Answer> => {
    const id = call.params.id ?? '';
    const body = await printRefusal(call.world, { service: call.service, id, language });
    return { body, type: 'application/pdf', filename: `refusal-${id}-${language}.pdf` };
  };
