import { exportData, inputOf } from '../../system/index.ts';
import type { Speaker } from '../../words/index.ts';
import type { Answer, SubjectCall } from '../route.ts';
import { entryView, purposeName } from '../views/entries.ts';
import { visitView } from '../views/visits.ts';

/** What a copy holds, before it is made. */
export async function downloadPage(call: SubjectCall): Promise<Answer> {
  const { speaker } = call;
  const parts = ['data', 'consents', 'requests', 'entries', 'visits'] as const;
  const lines = parts.map((part) => ({
    term: speaker.sayCode('export', part),
    text: speaker.sayCode('export', `${part}.what`),
  }));
  return { page: { page: 'download', lines } };
}

/** The copy as a file of JSON. */
export async function exportJson(call: SubjectCall): Promise<Answer> {
  const { json } = await exportData(call.world, call.me);
  const body = `${JSON.stringify(json, undefined, 2)}\n`;
  return { body, type: 'application/json; charset=utf-8', filename: `kepil-${call.service.key}.json` };
}

/** A value in full as people write it: a date by day, month and year. */
function printed(speaker: Speaker, category: string, value: string): string {
  return inputOf(category) === 'date' ? speaker.date(value) : value;
}

/** The copy as a page for the printer: the person's own values in full. */
export async function printPage(call: SubjectCall): Promise<Answer> {
  const { speaker } = call;
  const copy = await exportData(call.world, call.me);
  const data = [...copy.own.data].map(([category, values]) => ({
    term: speaker.title('data_categories', category),
    text: values
      .map(({ value, at }) => `${printed(speaker, category, value)} (${speaker.time(at)})`)
      .join('; '),
  }));
  const consents = copy.consents.map((consent) => ({
    term: speaker.time(consent.givenAt),
    text: speaker.list(consent.purposes.map((purpose) => purposeName(speaker, purpose))),
  }));
  const requests = copy.requests.map((request) => ({
    term: speaker.time(request.receivedAt),
    text: `${speaker.title('rights', request.kind)}: ${speaker.sayCode('request-state', request.state)}`,
  }));
  const entries = copy.entries.map((row) => {
    const view = entryView(speaker, row, { mine: true });
    return {
      term: speaker.time(view.at),
      text: [view.title, view.purpose].filter((part) => part !== undefined).join('; '),
    };
  });
  const visits = copy.visits.map(visitView).map(({ day, time, page, address, client }) => ({
    term: time === undefined ? speaker.date(day) : speaker.time(time),
    text: [page, address, client].filter((part) => part !== undefined).join('; '),
  }));
  const sections = [
    { title: speaker.sayCode('export', 'data'), lines: data },
    { title: speaker.sayCode('export', 'consents'), lines: consents },
    { title: speaker.sayCode('export', 'requests'), lines: requests },
    { title: speaker.sayCode('export', 'entries'), lines: entries },
    { title: speaker.sayCode('export', 'visits'), lines: visits },
  ];
  return { page: { page: 'export-print', madeAt: call.world.now(), sections } };
}
