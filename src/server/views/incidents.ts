import {
  isSecondPerson,
  mayDecideAlert,
  mayHandle,
  type ShownIncident,
  sayReasons,
} from '../../system/index.ts';
import type { FieldError, Page } from '../pages.ts';
import type { StaffServiceCall } from '../route.ts';
import { baseOf } from '../routes/paging.ts';

const ways = ['state-system', 'email', 'post', 'courier'] as const;
const outcomes = ['email', 'sms', 'none', 'refused', 'waiting'] as const;

/** The page of an incident, said. */
export function incidentView(
  call: StaffServiceCall,
  shown: ShownIncident,
  sent: { values: Readonly<Record<string, string>>; errors: readonly FieldError[] },
): Page {
  const { speaker } = call;
  const { row, words, stop } = shown;
  const here = `${baseOf(call)}/incidents/${row.id}`;
  const may = actsOn(call, shown);
  const second = whySecond(call, shown);
  return {
    page: 'incident',
    ...{ id: row.id, state: row.state, dueOn: row.dueOn, late: shown.late, telling: row.telling },
    ...(row.noticeAt !== undefined && {
      notice: { at: row.noticeAt, by: speaker.sayCode('page.incident.by', row.noticeBy ?? 'post') },
    }),
    lines: linesOf(call, shown),
    lacks:
      row.state === 'open'
        ? shown.lacks.map((element) => speaker.sayCode('page.incident.lacks', element))
        : [],
    ...(row.countedAt !== undefined && {
      affected: {
        ...{ n: shown.affected, unnamed: row.unnamed ?? 0, list: `${here}/affected.csv` },
        released: shown.released,
        tally: outcomes
          .filter((outcome) => shown.tally[outcome] > 0)
          .map((outcome) => ({
            term: speaker.sayCode('incident.told', outcome),
            text: speaker.number(shown.tally[outcome]),
          })),
      },
    }),
    rules: row.countedAt === undefined ? [] : sayReasons(speaker, shown.rules),
    steps: shown.steps.map(({ at, rule, n, name }) => ({
      at,
      text: speaker.sayCode('because', rule),
      ...(n !== undefined && { n }),
      ...(name !== undefined && { who: name }),
    })),
    ...(stop && { stop: { since: stop.since } }),
    letters: lettersOf(call, shown, here),
    ways: ways.map((key) => ({ key, name: speaker.sayCode('page.incident.by', key) })),
    may,
    ...(second !== undefined && { second }),
    sent: { message: words.message, ...sent.values },
    errors: sent.errors,
  };
}

function lettersOf({ clerk }: StaffServiceCall, { row, lacks }: ShownIncident, here: string) {
  if (!mayHandle(clerk) || row.countedAt === undefined || lacks.length > 0) return [];
  return (['ru', 'kk'] as const).map((language) => ({ language, href: `${here}/notice.${language}.pdf` }));
}

function actsOn({ clerk }: StaffServiceCall, shown: ShownIncident) {
  const { row } = shown;
  const handles = mayHandle(clerk);
  const open = row.state === 'open';
  const counted = row.countedAt !== undefined;
  const told = row.telling === 'done' || row.telling === 'none';
  return {
    amend: handles && open,
    count: handles && (open || row.state === 'alert'),
    notice: handles && open && row.noticeAt === undefined && shown.lacks.length === 0,
    tell: handles && open && counted && row.telling !== 'done',
    decide: row.state === 'alert' && mayDecideAlert(clerk, shown),
    release: open && counted && shown.affected > 0 && !shown.released && isSecondPerson(clerk, row),
    lift: shown.stop !== undefined && row.state !== 'alert' && mayDecideAlert(clerk, shown),
    close: open && row.noticeAt !== undefined && told && isSecondPerson(clerk, row),
  };
}

function whySecond({ clerk, speaker }: StaffServiceCall, shown: ShownIncident): string | undefined {
  const { row } = shown;
  if (row.closedAt !== undefined) return undefined;
  if (!mayDecideAlert(clerk, shown)) return speaker.say('problem.incident-own');
  const ripe = row.noticeAt !== undefined && (row.telling === 'done' || row.telling === 'none');
  return ripe && !isSecondPerson(clerk, row) ? speaker.say('problem.incident-second-person') : undefined;
}

function linesOf({ speaker }: StaffServiceCall, { row, words, staff }: ShownIncident) {
  const line = (name: Parameters<typeof speaker.say>[0], text: string) =>
    text.trim() === '' ? [] : [{ term: speaker.say(name), text }];
  const { scope } = row;
  const about = [
    ...(scope.whole ? [speaker.say('page.incident.scope-whole')] : []),
    ...staff,
    ...(scope.keys.length > 0 ? [speaker.say('page.incident.scope-keys', { count: scope.keys.length })] : []),
    ...(scope.recipients.length > 0
      ? [speaker.say('page.incident.scope-recipients', { count: scope.recipients.length })]
      : []),
  ];
  const purposes = scope.purposes.map((key) => speaker.label('purposes', key));
  return [
    ...line('page.incident.source', speaker.sayCode('incident.source', row.source)),
    ...line(
      'page.incident.kinds',
      speaker.list(row.kinds.map((kind) => speaker.sayCode('incident.kind', kind))),
    ),
    ...line('page.incident.detected', speaker.time(row.detectedAt)),
    ...line(
      'page.incident.period',
      speaker.say('page.incident.period-of', { from: speaker.time(scope.from), to: speaker.time(scope.to) }),
    ),
    ...line('page.incident.about', about.length === 0 ? '' : speaker.list(about)),
    ...line('page.incident.purposes', purposes.length === 0 ? '' : speaker.list(purposes)),
    ...line('page.incident.what', words.what),
    ...line('page.incident.measures', words.measures),
    ...line('page.incident.contact', words.contact),
    ...line('page.incident.reason', words.reason),
    ...line('page.incident.conclusions', words.conclusions),
  ];
}
