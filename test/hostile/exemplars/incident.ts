import { type Exemplar, type Fields, form, page } from '../exemplar.ts';
import { choice, day, type Kind, line, tick, words } from '../kinds.ts';
import { incidentForm } from '../place-incident.ts';

const cursor = { kind: choice([]), value: '' };
const look = { who: 'officer' as const, weight: 2 };
const act = { who: 'officer' as const };

const maybe = (kind: Kind): Kind => ({
  near: kind.near,
  allows: (text) => (text.trim() === '' ? undefined : kind.allows(text)),
});

const time: Kind = {
  allows: (text) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(text.trim()) ? undefined : false),
  near: ['24:00', '9:00', '09:60', '0900', 'полдень', '10:00:00'],
};

function fields(): Fields {
  const { kind: _kinds, ...said } = incidentForm;
  return {
    kind: {
      kind: choice(['access', 'distribution', 'copying', 'change', 'destruction', 'blocking']),
      ...{ value: 'access', must: true, many: true },
    },
    detectedOn: { kind: day('0001-01-01', '2026-11-20'), value: said.detectedOn, must: true },
    detectedTime: { kind: time, value: '09:59', must: true },
    fromOn: { kind: day('0001-01-01', '2026-11-20'), value: said.fromOn, must: true },
    toOn: { kind: day('2026-11-18', '9999-12-31'), value: said.toOn, must: true },
    whole: { kind: tick, value: 'yes', must: true },
    what: { kind: words(4000), value: said.what, must: true },
    contact: { kind: maybe(line(300)), value: said.contact },
    measures: { kind: maybe(words(4000)), value: said.measures },
  };
}

const country: Kind = {
  allows: (text) => (text.trim().toUpperCase() === 'KZ' ? undefined : false),
  near: ['KAZ', 'K', 'DE', '77', 'K Z'],
};

/** Tests of measures, and places of storage. */
const registers: readonly Exemplar[] = [
  page('/s/:key/me/places', { who: 'subject', weight: 2 }),
  page('/console/s/:key/measures', look),
  form('/console/s/:key/measures', {
    ...act,
    form: () => ({
      control: {
        kind: choice(['access-review', 'restore-drill', 'stand-in']),
        ...{ value: 'restore-drill', must: true },
      },
      testedOn: { kind: day('0001-01-01', '2026-11-20'), value: '2026-11-19', must: true },
      passed: { kind: choice(['yes', 'no']), value: 'yes', must: true },
    }),
    refuses: [400, 422],
  }),
  page('/console/s/:key/places', look),
  form('/console/s/:key/places', {
    ...act,
    form: () => ({
      act: { kind: choice(['save'], ['close']), value: 'save', must: true },
      kind: { kind: choice(['primary', 'replica', 'backup']), value: 'primary', must: true },
      owner: { kind: line(200), value: 'ТОО «Придуманный ЦОД»', must: true },
      address: { kind: line(200), value: 'Алматы, улица Примерная, 1', must: true },
      country: { kind: country, value: 'KZ', must: true },
      certificate: { kind: line(200), value: 'СТ РК № 77-01', must: true },
      certificateUntil: { kind: day('0001-01-01', '9999-12-31'), value: '2027-11-20', must: true },
    }),
    refuses: [400, 404, 422],
  }),
];

/** Incidents: entered, put right, worked on; the notice and the list of people. */
export const incidentExemplars: readonly Exemplar[] = [
  ...registers,
  page('/console/s/:key/incidents', { ...look, query: () => ({ after: cursor }) }),
  form('/console/s/:key/incidents', { ...act, form: fields }),
  page('/console/s/:key/incidents/new', look),
  page('/console/s/:key/incidents/:id', { ...look, ids: { id: 'incident' } }),
  form('/console/s/:key/incidents/:id', {
    ...act,
    ids: { id: 'incident' },
    form: () => ({
      act: {
        kind: choice(['count'], ['release', 'notice', 'tell', 'decide', 'lift', 'close']),
        ...{ value: 'count', must: true },
      },
    }),
    refuses: [400, 403, 404, 422],
  }),
  page('/console/s/:key/incidents/:id/amend', { ...look, ids: { id: 'incident' } }),
  form('/console/s/:key/incidents/:id/amend', {
    ...act,
    ids: { id: 'incident' },
    form: fields,
    refuses: [400, 404, 422],
  }),
  // To compute anew whom it touches takes the names back: they are read of one that nobody works on.
  ...['notice.ru.pdf', 'notice.kk.pdf', 'affected.csv'].map((file) =>
    page(`/console/s/:key/incidents/:id/${file}`, {
      ...look,
      ids: { id: 'seenIncident' },
      costs: 3,
      recorded: true,
    }),
  ),
];
