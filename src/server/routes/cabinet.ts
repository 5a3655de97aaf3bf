import {
  askDeletion,
  type ConsentRow,
  deletionOf,
  destroyAccount,
  isFresh,
  listMyConsents,
  listMyEntries,
  recipientNames,
  representedIn,
  showDestruction,
  showMyData,
  showReceipt,
  showWithdrawal,
  undoDeletion,
  waitsOnPaper,
  withdrawConsent,
} from '../../system/index.ts';
import { clearSession } from '../cookies.ts';
import type { FieldError, Page } from '../pages.ts';
import {
  type Answer,
  type Call,
  chosen,
  cursorOf,
  field,
  malformed,
  type Route,
  type SubjectCall,
  ticked,
} from '../route.ts';
import { consentView, evidenceLines } from '../views/consents.ts';
import { entryView } from '../views/entries.ts';
import { oneError } from '../views/problems.ts';
import { valueView } from '../views/values.ts';
import { recordedNames } from '../views/visits.ts';
import { acceptMine, myAgreements } from './agreements.ts';
import { myContractsPage } from './contracts.ts';
import { correct, correctStart } from './correct.ts';
import { downloadPage, exportJson, printPage } from './export.ts';
import { ownFile } from './files.ts';
import { giveMine, givePage } from './give-consent.ts';
import { chooseMyMailing, myMailings } from './my-mailings.ts';
import { changeMyPaper, myPaperPage, myPaperSheet, myPapers } from './my-papers.ts';
import { answerMyPolicy, myPolicyPage } from './my-policy.ts';
import { changeMyRecipients, myRecipients } from './my-recipients.ts';
import { clearVisits, myVisits } from './my-visits.ts';
import { changeOthers, othersPage } from './others.ts';
import { myPlaces } from './registers.ts';
import { fileMyRequest, ownLetter, replyToMine, requestsPage } from './requests.ts';

const pageSize = 50;

async function myData(call: SubjectCall): Promise<Answer> {
  const shown = await showMyData(call.world, call.me, call.speaker);
  const { rows, visits, entry, blockedSince, deletionAt } = shown;
  const views = rows.map((row) => valueView(call.speaker, row));
  const values = views.filter(({ masked }) => masked !== undefined);
  const notHeld = views.filter(({ masked }) => masked === undefined);
  const names = recordedNames(call.speaker, visits);
  const blocked = blockedSince !== undefined && { blockedSince };
  const deleted = deletionAt !== undefined && { deletionAt };
  const waits = await waitsOnPaper(call.world, call.me);
  const paper = waits !== undefined && { paper: `/s/${call.service.key}/me/papers/${waits}` };
  return {
    page: {
      page: 'my-data',
      values,
      notHeld,
      visits: names,
      recordedAs: entry,
      ...blocked,
      ...deleted,
      ...paper,
    },
  };
}

/**
 * Who looked and what was done. The person's own looks would bury the rest: they stand in the copy of
 * everything.
 */
async function myReaders(call: SubjectCall): Promise<Answer> {
  const found = await listMyEntries(call.world, call.me, { limit: pageSize, ...cursorOf(call.query) });
  const last = found.at(-1);
  const more = found.length === pageSize && last ? `?after=${last.entry.id}` : undefined;
  const others = found.filter(({ entry }) => entry.kind !== 'read' || entry.actor.role !== 'subject');
  const entries = others.map((row) => entryView(call.speaker, row, { mine: true }));
  return { page: { page: 'my-readers', entries, ...(more && { more }) } };
}

async function myConsents(call: SubjectCall): Promise<Answer> {
  const rows = await listMyConsents(call.world, call.me);
  const around = await aroundConsents(call, rows);
  const consents = rows.map((row) => consentView(call.world, row, around));
  const of = { service: call.service.id, subject: call.me.subject };
  const represented = (await representedIn(call.world, of)) !== undefined;
  return { page: { page: 'my-consents', consents, papers: await myPapers(call), represented } };
}

/** What consents are said with: the names of the recipients they let data go to. */
async function aroundConsents(call: SubjectCall, rows: readonly ConsentRow[]) {
  const names = await recipientNames(call.world, call.service, rows);
  return { speaker: call.speaker, base: `/s/${call.service.key}`, names };
}

async function receipt(call: SubjectCall): Promise<Answer> {
  const { speaker } = call;
  const shown = await showReceipt(call.world, call.me, { consent: call.params.id ?? '', speaker });
  const consent = consentView(call.world, shown.consent, await aroundConsents(call, [shown.consent]));
  const lines = shown.text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [term = '', ...rest] = line.split(': ');
      return rest.length > 0 ? { term, text: rest.join(': ') } : { term: '', text: line };
    });
  const { proof, missing } = shown;
  const evidence = evidenceLines(speaker, shown.consent.form, shown.evidence);
  return {
    page: {
      page: 'receipt',
      receipt: { consent, lines, evidence, missing, entry: shown.consent.entry, ...(proof && { proof }) },
    },
  };
}

/** The receipt in the vocabulary of others, for programs. */
async function linkedReceipt(call: SubjectCall): Promise<Answer> {
  const what = { consent: call.params.id ?? '', speaker: call.speaker };
  const { consent, linked } = await showReceipt(call.world, call.me, what);
  return {
    body: `${JSON.stringify(linked, undefined, 2)}\n`,
    type: 'application/ld+json; charset=utf-8',
    filename: `consent-${consent.id}.jsonld`,
  };
}

async function withdrawPage(call: SubjectCall, errors: readonly FieldError[] = []): Promise<Page> {
  const { speaker } = call;
  const shown = await showWithdrawal(call.world, call.me, { consent: call.params.id ?? '', speaker });
  const consent = consentView(call.world, shown.consent, await aroundConsents(call, [shown.consent]));
  return { page: 'withdraw', consent, stops: shown.stops, stays: shown.stays, errors };
}

async function withdraw(call: SubjectCall): Promise<Answer> {
  const whole = ticked(call.form, 'whole');
  const purposes = call.form.get('purpose') ?? [];
  if (!whole && purposes.length === 0) {
    return {
      page: await withdrawPage(call, oneError(call.speaker, 'withdraw-what', 'purpose')),
      status: 422,
    };
  }
  const what = { consent: call.params.id ?? '', ...(!whole && { purposes }) };
  const { entry } = await withdrawConsent(call.world, call.me, what);
  if (!entry && !whole) {
    const errors = oneError(call.speaker, 'withdraw-what', 'purpose');
    return { page: await withdrawPage(call, errors), status: 422 };
  }
  return { to: `/s/${call.service.key}/me/consents`, flash: call.speaker.say('page.flash.withdrawn') };
}

async function deletePage(
  call: SubjectCall,
  sent: { errors: readonly FieldError[]; when?: 'day' | 'now' } = { errors: [] },
): Promise<Page> {
  const { goes, stays } = await showDestruction(call.world, call.me, call.speaker);
  const proved = isFresh(call.session, call.world.now());
  const waiting = await deletionOf(call.world, call.me);
  return { page: 'delete', goes, stays, proved, ...sent, ...(waiting && { dueAt: waiting.dueAt }) };
}

/** Deletes the account at once or after a day, or takes a deletion back. */
async function destroy(call: SubjectCall): Promise<Answer> {
  const { speaker } = call;
  const here = `/s/${call.service.key}/me`;
  if (undoes(call)) {
    const undone = await undoDeletion(call.world, call.me);
    return {
      to: here,
      flash: speaker.say(undone ? 'page.flash.deletion-undone' : 'page.flash.deletion-none'),
    };
  }
  if (field(call.form, 'act') !== '') throw malformed();
  const when = chosen(call.form, 'when', ['day', 'now']);
  if (field(call.form, 'confirm') !== 'yes') {
    const errors = oneError(speaker, 'confirm-needed', 'confirm');
    return { page: await deletePage(call, { errors, ...(when && { when }) }), status: 422 };
  }
  if (when === 'day') {
    const { dueAt } = await askDeletion(call.world, call.me);
    const time = speaker.time(dueAt);
    return { to: `${here}/delete`, flash: speaker.say('page.flash.deletion-asked', { time }) };
  }
  const { act, token } = await destroyAccount(call.world, call.me);
  clearSession(call, call.service);
  return { to: `/s/${call.service.key}/act/${act}?t=${token}` };
}

/** To take a deletion back nobody proves anew who they are: nothing is lost by it. */
const undoes = ({ form }: Pick<Call, 'form'>) => form.get('act')?.join() === 'undo';

type Handle = (call: SubjectCall) => Promise<Answer>;
const own = (method: Route['method'], url: string, handle: Handle) =>
  ({ method, url: `/s/:key/me${url}`, who: 'subject', scope: 'service', handle }) as const;

const always = () => true;
/** Whoever changes where codes go takes the account; the code of a change that was begun ends it. */
const forAddresses = ({ params, query, form }: Call) =>
  (params.category === 'email' || params.category === 'phone') && !form.has('code') && !query.draft;

/** The cabinet: a person's own data, readers, consents, requests, copy and deletion. */
export const cabinetRoutes: readonly Route[] = [
  own('GET', '', myData),
  own('GET', '/readers', myReaders),
  own('GET', '/recipients', async (call) => ({ page: await myRecipients(call) })),
  own('POST', '/recipients', changeMyRecipients),
  own('GET', '/consents', myConsents),
  own('GET', '/give', givePage),
  { ...own('POST', '/give', giveMine), kind: 'secret' },
  own('GET', '/papers/:id', async (call) => ({ page: await myPaperPage(call) })),
  { ...own('POST', '/papers/:id', changeMyPaper), files: true },
  own('GET', '/papers/:id/application.pdf', myPaperSheet),
  own('GET', '/consents/:id', receipt),
  own('GET', '/consents/:id/receipt.jsonld', linkedReceipt),
  own('GET', '/consents/:id/withdraw', async (call) => ({ page: await withdrawPage(call) })),
  own('POST', '/consents/:id/withdraw', withdraw),
  { ...own('GET', '/correct/:category', correctStart), fresh: forAddresses },
  { ...own('POST', '/correct/:category', correct), kind: 'secret', fresh: forAddresses, files: true },
  own('GET', '/requests', async (call) => ({ page: await requestsPage(call) })),
  own('POST', '/requests', fileMyRequest),
  own('GET', '/policy', async (call) => ({ page: await myPolicyPage(call) })),
  own('POST', '/policy', answerMyPolicy),
  own('GET', '/agreements', async (call) => ({ page: await myAgreements(call) })),
  own('POST', '/agreements', acceptMine),
  own('POST', '/requests/:id/reply', replyToMine),
  own('GET', '/requests/:id/letter.pdf', ownLetter),
  own('GET', '/files/:id/document', ownFile),
  own('GET', '/mailings', async (call) => ({ page: await myMailings(call) })),
  own('POST', '/mailings', chooseMyMailing),
  own('GET', '/contracts', async (call) => ({ page: await myContractsPage(call) })),
  own('GET', '/places', async (call) => ({ page: await myPlaces(call) })),
  own('GET', '/others', async (call) => ({ page: await othersPage(call) })),
  own('POST', '/others', changeOthers),
  own('GET', '/visits', myVisits),
  own('POST', '/visits', clearVisits),
  own('GET', '/download', downloadPage),
  { ...own('GET', '/export.json', exportJson), kind: 'copy', fresh: always },
  { ...own('GET', '/print', printPage), kind: 'copy', fresh: always },
  own('GET', '/delete', async (call) => ({ page: await deletePage(call) })),
  { ...own('POST', '/delete', destroy), fresh: (call) => !undoes(call) },
];
