/** A Kazakh word taken apart: its stem, and whether the verb in it is denied. */
export interface KazakhWord {
  readonly stem: string;
  readonly denied: boolean;
}

/** What a suffix may stand behind: V a vowel, T a voiceless consonant, D any other. */
type Behind = 'V' | 'T' | 'D' | 'VD' | 'TD' | 'VTD';

const table: readonly (readonly [behind: Behind, suffixes: string])[] = [
  // Genitive, accusative, dative, locative, ablative, instrumental.
  ['VD', 'ның нің нан нен ға ге да де дан ден'],
  ['D', 'дың дің ды ді бен'],
  ['T', 'тың тің ты ті қа ке та те тан тен пен'],
  ['V', 'ны ні на не нда нде'],
  ['VD', 'мен дағы дегі'],
  ['V', 'ндағы ндегі'],
  ['T', 'тағы тегі'],
  // Possessors.
  ['TD', 'ымыз іміз ыңыз іңіз ы і ым ім ың ің ын ін'],
  ['V', 'мыз міз ңыз ңіз сы сі сын сін'],
  // Plural, and «without».
  ['VD', 'лар лер'],
  ['D', 'дар дер'],
  ['T', 'тар тер'],
  ['TD', 'сыз сіз'],
];

const nominal = table
  .flatMap(([behind, suffixes]) => suffixes.split(' ').map((suffix) => ({ suffix, behind })))
  .sort((a, b) => b.suffix.length - a.suffix.length);

/** Endings that make a verb finite, a participle, a converb or a condition; longest first. */
const verbal = (
  'йды йді ады еді яды иды иді итын итін имыз иміз йтын йтін атын етін ятын йтыны йтіні ймыз ' +
  'йміз амыз еміз ямыз йсыз йсіз асыз есіз ясыз ған ген қан кен ғанда генде қанда кенде ' +
  'ғаннан геннен қаннан кеннен ғанға генге қанға кенге ғанша генше қанша кенше са се саңыз ' +
  'сеңіз сақ сек ып іп п й'
)
  .split(' ')
  .sort((a, b) => b.length - a.length);

const voice = ['ыл', 'іл', 'ын', 'ін', 'л', 'н'];
const negation = ['ма', 'ме', 'ба', 'бе', 'па', 'пе'];
const begged = /(?<=[мбп][ае])ң[ыі]з$/u;

/** Roots of two letters; those in a vowel before «й» as they stand without endings. */
const short: Readonly<Record<string, string>> = {
  ал: 'ал',
  ет: 'ет',
  ас: 'ас',
  аш: 'аш',
  оқ: 'оқы',
  өш: 'өш',
  өт: 'өт',
  жо: 'жой',
  қо: 'қой',
};

/**
 * The stem of `word`, which is in lower case. O(length).
 *
 * Kazakh builds words by suffixes alone, in an order that does not change: root, voice, negation, tense or
 * infinitive, plural, possessor, case; which form of a suffix stands depends on the sound before it. They are
 * taken off from the end while a root remains. Patterns go the same way as texts, so a root that loses a
 * letter too much loses it in both.
 */
export function kazakhStem(word: string): KazakhWord {
  if (word === 'жоя' || word === 'қоя') return { stem: word.replace('я', 'й'), denied: false };
  const finite = verbIn(word);
  if (finite) return finite;
  const noun = withoutNominal(word);
  const verb = noun === word ? undefined : verbIn(noun);
  if (verb) return verb;
  const bare = noun.length > 4 ? noun.replace(/[ае]$/u, '') : noun;
  return { stem: hardened(bare), denied: false };
}

/** The verb that `form` is, by its infinitive or another ending; nothing when it looks like a noun. */
function verbIn(form: string): KazakhWord | undefined {
  if (begged.test(form)) return verbOf(form.replace(begged, ''));
  const infinitive = /[ую]$/u.test(form) ? rootOf(form.slice(0, -1)) : undefined;
  if (infinitive !== undefined) return verbOf(infinitive);
  for (const ending of verbal) {
    if (!form.endsWith(ending)) continue;
    const root = rootOf(form.slice(0, -ending.length));
    if (root !== undefined) return verbOf(root);
  }
  return undefined;
}

/** `text` when it can be a root: three letters with a vowel, or one of the short roots. */
function rootOf(text: string): string | undefined {
  if (text.length < 3) return short[text] === undefined ? undefined : text;
  return /[аәеиоөуұүыіэюя]/u.test(text) ? text : undefined;
}

function verbOf(form: string): KazakhWord {
  const positive = negation.find((sign) => form.endsWith(sign) && rootOf(form.slice(0, -sign.length)));
  const root = withoutVoice(positive ? form.slice(0, -positive.length) : form);
  return { stem: hardened(short[root] ?? root), denied: positive !== undefined };
}

function withoutVoice(form: string): string {
  let rest = form;
  for (let step = 0; step < 2; step++) {
    const sign = voice.find((one) => rest.endsWith(one) && rootOf(rest.slice(0, -one.length)));
    if (sign === undefined) break;
    rest = rest.slice(0, -sign.length);
  }
  return rest;
}

function withoutNominal(word: string): string {
  let rest = word;
  for (let step = 0; step < 5; step++) {
    const taken = nominal.find(({ suffix, behind }) => {
      if (!rest.endsWith(suffix)) return false;
      const root = rest.slice(0, -suffix.length);
      return rootOf(root) !== undefined && behind.includes(soundOf(root.at(-1) ?? ''));
    });
    if (taken === undefined) break;
    rest = rest.slice(0, -taken.suffix.length);
  }
  return rest;
}

function soundOf(letter: string): 'V' | 'T' | 'D' {
  if (/[аәеиоөұүыіэяё]/u.test(letter)) return 'V';
  return /[пткқсшщцчхфһ]/u.test(letter) ? 'T' : 'D';
}

/** A last consonant that softens before a vowel, as it stands without one. */
function hardened(stem: string): string {
  return stem.replace(/ғ$/u, 'қ').replace(/г$/u, 'к').replace(/б$/u, 'п');
}
