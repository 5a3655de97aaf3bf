import { isCivilDate, type Problem } from '../../base/index.ts';
import {
  confirmPaper,
  countPapers,
  listPapers,
  openFileInMatter,
  type PaperRecord,
  papersByNumber,
  refusePaper,
  showPaper,
  takeInPaper,
} from '../../system/index.ts';
import type { FieldError, Page } from '../pages.ts';
import {
  type Answer,
  chosen,
  cursorOf,
  field,
  malformed,
  type Route,
  type StaffServiceCall,
} from '../route.ts';
import { paperContent, paperView } from '../views/papers.ts';
import { fieldErrors, oneError } from '../views/problems.ts';
import { office } from './office-row.ts';
import { baseOf, moreOf, pageSize } from './paging.ts';

const states = ['waiting', 'open', 'confirmed', 'refused', 'lapsed', 'dropped', 'all'] as const;

/** Applications of a service; those that wait to be checked unless asked otherwise. */
async function papersPage(call: StaffServiceCall): Promise<Page> {
  const state = states.find((known) => known === (call.query.state ?? 'waiting'));
  if (state === undefined) throw malformed();
  const cursor = cursorOf(call.query);
  // What waits stands by its date, and all at once: the order of a cursor is that of ids.
  const ask = state === 'waiting' ? { state, limit: 500 } : { state, ...cursor, limit: pageSize };
  const rows = await listPapers(call.world, call.service.id, ask);
  const more = state === 'waiting' ? {} : moreOf(call, rows);
  return listPage(call, { rows, state, more, search: { value: '', found: false, errors: [] } });
}

async function listPage(
  call: StaffServiceCall,
  what: {
    rows: readonly PaperRecord[];
    state: string;
    more: { more?: string };
    search: { value: string; found: boolean; errors: readonly FieldError[] };
  },
): Promise<Page> {
  const { rows, state, more, search } = what;
  return {
    page: 'papers',
    rows: rows.map((row) =>
      paperView(call.world, row, { speaker: call.speaker, href: `${baseOf(call)}/papers/${row.id}` }),
    ),
    ...{ state, search, ...more },
    counts: await countPapers(call.world, call.service.id),
  };
}

/** Finds an application by the number on the sheet. */
async function findPapers(call: StaffServiceCall): Promise<Answer> {
  const value = field(call.form, 'find').trim();
  const rows = await papersByNumber(call.world, call.service.id, value);
  if (rows.length === 1) return { to: `${baseOf(call)}/papers/${rows[0]?.id}` };
  const errors = rows.length > 0 ? [] : oneError(call.speaker, 'no-paper-found', 'find');
  const search = { value, found: true, errors };
  const page = await listPage(call, { rows, state: 'all', more: {}, search });
  return { page, status: rows.length > 0 ? 200 : 404 };
}

const hereOf = (call: StaffServiceCall) => `${baseOf(call)}/papers/${call.params.id}`;
const atOf = (call: StaffServiceCall) => ({ service: call.service, id: call.params.id ?? '' });

/** One application: what was offered, what was sent, and what may be done. */
async function paperPage(call: StaffServiceCall, errors: readonly FieldError[] = []): Promise<Page> {
  const { world, speaker, form } = call;
  const shown = await showPaper(world, call.clerk, atOf(call));
  const { words, keptAt, receivedOn } = shown.words;
  const sent = (name: string) => form.get(name)?.[0] ?? '';
  return {
    page: 'paper',
    paper: paperView(world, shown.row, { speaker, href: hereOf(call) }),
    ...paperContent(speaker, shown, (id) => `${hereOf(call)}/files/${id}/document`),
    ...(shown.name !== undefined && { name: shown.name }),
    ...(words !== undefined && { words }),
    ...(keptAt !== undefined && { keptAt }),
    ...(receivedOn !== undefined && { receivedOn: speaker.date(receivedOn) }),
    sent: {
      parts: form.get('part') ?? [],
      ...{ signedOn: sent('signedOn'), words: sent('words'), act: sent('act') },
      ...{ keptAt: sent('keptAt'), receivedOn: sent('receivedOn') },
    },
    errors,
  };
}

/** Confirms an application, refuses it, or asks for a better picture. */
async function decidePaper(call: StaffServiceCall): Promise<Answer> {
  const act = chosen(call.form, 'act', ['confirm', 'refuse', 'again']);
  if (act === undefined) return refused(call, { code: 'paper-act-choose', severity: 'error', field: 'act' });
  const at = atOf(call);
  const done =
    act === 'confirm'
      ? await confirmPaper(call.world, call.clerk, {
          ...at,
          parts: call.form.get('part') ?? [],
          signedOn: field(call.form, 'signedOn'),
        })
      : await refusePaper(call.world, call.clerk, { ...at, act, words: field(call.form, 'words') });
  if ('problem' in done) return refused(call, done.problem);
  const said = act === 'confirm' ? 'page.flash.paper-confirmed' : (`page.flash.paper-${act}` as const);
  return { to: hereOf(call), flash: call.speaker.say(said) };
}

async function refused(call: StaffServiceCall, problem: Problem): Promise<Answer> {
  return {
    page: await paperPage(call, fieldErrors(call.speaker, [problem])),
    status: 422,
    frame: { here: hereOf(call) },
  };
}

/** Takes in a sheet that came by post. */
async function postPaper(call: StaffServiceCall): Promise<Answer> {
  const { file } = call;
  if (file && file.field !== 'scan') throw malformed();
  const receivedOn = field(call.form, 'receivedOn');
  if (!isCivilDate(receivedOn))
    return refused(call, { code: 'paper-day', severity: 'error', field: 'receivedOn' });
  if (!file) return refused(call, { code: 'file-missing', severity: 'error', field: 'scan' });
  const what = { ...atOf(call), receivedOn, keptAt: field(call.form, 'keptAt'), sent: file };
  const done = await takeInPaper(call.world, call.clerk, what);
  if ('problem' in done) return refused(call, done.problem);
  return { to: hereOf(call), flash: call.speaker.say('page.flash.paper-taken-in') };
}

/** The picture of a signed application; the view is an entry. */
async function paperFile(call: StaffServiceCall): Promise<Answer> {
  const { id = '', file = '' } = call.params;
  const at = { service: call.service, matter: id, id: file, purpose: 'proof_of_consent' };
  return { file: await openFileInMatter(call.world, call.clerk, at) };
}

const roles = ['officer'] as const;

/** The desk of consents on paper. */
export const paperRoutes: readonly Route[] = [
  office({
    ...{ method: 'GET', url: '/papers', roles },
    handle: async (call) => ({ page: await papersPage(call) }),
  }),
  office({ method: 'POST', url: '/papers', roles, handle: findPapers }),
  office({
    ...{ method: 'GET', url: '/papers/:id', roles },
    handle: async (call) => ({ page: await paperPage(call) }),
  }),
  office({ method: 'POST', url: '/papers/:id', roles, handle: decidePaper }),
  office({ method: 'POST', url: '/papers/:id/post', roles, files: true, handle: postPaper }),
  office({ method: 'GET', url: '/papers/:id/files/:file/document', roles, handle: paperFile }),
];
