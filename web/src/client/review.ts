import type { Review, ReviewDecision } from '../../../src/policy/index.ts';

interface Data {
  readonly source: Review['source'];
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly words: Readonly<Record<string, string>>;
}

type Said = Pick<ReviewDecision, 'clause' | 'facet' | 'label'>;

const data = JSON.parse(document.getElementById('review-data')?.textContent ?? '{}') as Data;
const told = document.querySelector<HTMLElement>('[data-told]');
const additions = [...document.querySelectorAll<HTMLElement>('[data-clause]')];
const hashes = new Map(additions.map(({ dataset }) => [dataset.clause ?? '', dataset.words ?? '']));
const nameOf = (facet: string, label: string) => data.labels[facet]?.[label] ?? label;
let unsaved = false;

function tell(word: string): void {
  if (told) told.textContent = data.words[word] ?? '';
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  set: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), set);
  made.append(...children);
  return made;
}

/** A list of every label, by which one names what the reader missed. */
function offerLabels(): void {
  const options = Object.entries(data.labels).flatMap(([facet, labels]) =>
    Object.entries(labels).map(([label, name]) =>
      element('option', { value: `${facet}.${label}`, label: name }, name),
    ),
  );
  document.body.append(element('datalist', { id: 'labels' }, ...options));
}

function addTo(place: HTMLElement, { facet, label }: Pick<Said, 'facet' | 'label'>): void {
  const what = `${facet}.${label}`;
  if ([...place.querySelectorAll<HTMLElement>('[data-added]')].some(({ dataset }) => dataset.added === what))
    return;
  const remove = element('button', { type: 'button', className: 'plain' }, data.words.remove ?? '');
  const row = element('p', { className: 'added' }, `+ ${nameOf(facet, label)} `, remove);
  row.dataset.added = what;
  remove.addEventListener('click', () => {
    row.remove();
    unsaved = true;
  });
  place.append(row);
}

function wakeAddition(place: HTMLElement, at: number): void {
  const id = `add-${at}`;
  const input = element('input', { id, autocomplete: 'off' });
  input.setAttribute('list', 'labels');
  const form = element(
    'form',
    {},
    element('label', { htmlFor: id }, data.words.what ?? ''),
    input,
    element('button', { type: 'submit' }, data.words.add ?? ''),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const [facet = '', label = ''] = input.value.trim().split('.');
    if (data.labels[facet]?.[label] === undefined) {
      input.setCustomValidity(data.words.unknown ?? '');
      input.reportValidity();
      return;
    }
    addTo(place, { facet, label });
    input.value = '';
    unsaved = true;
  });
  input.addEventListener('input', () => input.setCustomValidity(''));
  place.append(element('details', {}, element('summary', {}, data.words.add ?? ''), form));
  place.hidden = false;
}

function decisions(): ReviewDecision[] {
  const bound = (said: Said, decision: ReviewDecision['decision']): ReviewDecision => ({
    ...said,
    words: hashes.get(said.clause) ?? '',
    decision,
  });
  const judged = [...document.querySelectorAll<HTMLElement>('[data-statement]')].flatMap((row) => {
    const choice = row.querySelector<HTMLInputElement>('input:checked')?.value;
    if (choice !== 'accepted' && choice !== 'rejected') return [];
    return [bound(JSON.parse(row.dataset.statement ?? '{}') as Said, choice)];
  });
  const added = additions.flatMap((place) =>
    [...place.querySelectorAll<HTMLElement>('[data-added]')].map((row) => {
      const [facet = '', label = ''] = (row.dataset.added ?? '').split('.');
      return bound({ clause: place.dataset.clause ?? '', facet, label }, 'added');
    }),
  );
  return [...judged, ...added];
}

function save(): void {
  const review: Review = { format: 'kepil-review/1', source: data.source, decisions: decisions() };
  const url = URL.createObjectURL(
    new Blob([`${JSON.stringify(review, undefined, 2)}\n`], { type: 'application/json' }),
  );
  element('a', { href: url, download: `${data.source.name}.review.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  unsaved = false;
  tell('saved');
}

async function open(file: File | undefined): Promise<void> {
  if (!file) return;
  let review: Review;
  try {
    review = JSON.parse(await file.text()) as Review;
    if (review.format !== 'kepil-review/1' || !Array.isArray(review.decisions)) throw new TypeError('format');
  } catch {
    tell('faulty');
    return;
  }
  for (const row of document.querySelectorAll<HTMLElement>('[data-statement]')) {
    const said = JSON.parse(row.dataset.statement ?? '{}') as Said;
    const found = review.decisions.find((one) => isSame(one, said) && one.words === hashes.get(said.clause));
    const input = row.querySelector<HTMLInputElement>(`input[value="${found?.decision ?? 'open'}"]`);
    if (input) input.checked = true;
  }
  for (const one of review.decisions.filter(({ decision }) => decision === 'added')) {
    const place = additions.find(({ dataset }) => dataset.clause === one.clause);
    if (place && place.dataset.words === one.words && data.labels[one.facet]?.[one.label] !== undefined)
      addTo(place, one);
  }
  tell(review.source.sha256 === data.source.sha256 ? 'opened' : 'other');
}

const isSame = (a: Said, b: Said) => a.clause === b.clause && a.facet === b.facet && a.label === b.label;

for (const part of document.querySelectorAll<HTMLElement>('.verdict, .tools')) part.hidden = false;
offerLabels();
additions.forEach(wakeAddition);
document.addEventListener('change', () => {
  unsaved = true;
});
document.querySelector('[data-save]')?.addEventListener('click', save);
const picker = document.querySelector<HTMLInputElement>('[data-open]');
picker?.addEventListener('change', () => void open(picker.files?.[0]).then(() => (picker.value = '')));
addEventListener('beforeunload', (event) => {
  if (unsaved) event.preventDefault();
});
