import { checkStoredLog, everyRole, listBroken, logState, seesPeople } from '../../system/index.ts';
import { placesOf } from '../admission.ts';
import type { Page } from '../pages.ts';
import type { Admitted, Route, StaffServiceCall } from '../route.ts';
import { entryView } from '../views/entries.ts';
import {
  agreementInRegister,
  agreementRegister,
  approvesAgreement,
  changeAgreement,
  prepareAgreement,
} from './agreements.ts';
import { approve, approvePage, boardPage, putsInForce } from './approval.ts';
import { changeForms, consentFormsPage } from './consent-forms.ts';
import { changeContracts, contractsPage, personContracts } from './contracts.ts';
import { enterRequest, findRequests, requests, takeInPage } from './desk.ts';
import { changeNotice, changeOrder, disclosures, handOnNow, handOnPage } from './disclosures.ts';
import { requestFile } from './files.ts';
import { changeGuardian, guardianFile, guardianPage, guardiansPage } from './guardian-desk.ts';
import { incidentRoutes } from './incident-desk.ts';
import { changeKeys, issues, keysPage } from './keys.ts';
import {
  addLetter,
  amendLetter,
  amendPage,
  decideLetter,
  letterPage,
  letters,
  newLetter,
  refusalFile,
} from './letters.ts';
import { mailingPage, mailingsPage, steerMailing, writeMailing } from './mailings.ts';
import { changeMandates, mandatesPage } from './mandates.ts';
import { changeObligations, obligationsPage } from './obligations.ts';
import { office } from './office-row.ts';
import { message, outbox, sendMessageAgain } from './outbox.ts';
import { baseOf } from './paging.ts';
import { paperRoutes } from './paper-desk.ts';
import { readSubject, readSubjectVisits, search, subjectPage, subjects } from './people.ts';
import { checkpointView } from './public.ts';
import { addRecipient, changeRecipient, newRecipient, recipientPage, recipients } from './recipients.ts';
import {
  answer,
  answerLetter,
  changeBlock,
  changeWait,
  offerConsent,
  proveIdentity,
  requestPage,
} from './request-desk.ts';
import { importPage, importTable } from './request-import.ts';
import { changeHolds, changeTerm, duePage, holdsPage, termPage, termsPage } from './retention.ts';
import { changeSettings, changeVisits, settingsPage } from './settings.ts';
import { adopts, changesPage, decideVersion, versionsPage } from './versions.ts';
import { visitsPage } from './visits.ts';

async function ledger(call: StaffServiceCall): Promise<Page> {
  const { recent } = await logState(call.world, call.service);
  const check = await checkStoredLog(call.world, call.service);
  const params = { n: check.size, place: check.problem ?? '' };
  const detail = call.speaker.say(check.ok ? 'page.ledger.verified' : 'page.ledger.differs', params);
  const entries = seesPeople(call.clerk) && {
    entries: recent.map((row) => entryView(call.speaker, row)),
    broken: (await listBroken(call.world, call.service.id)).map(({ subject, place, noticedAt }) => ({
      ...{ subject, noticedAt },
      what: call.speaker.say(place === 'keys' ? 'page.ledger.broken.keys' : 'page.ledger.broken.data'),
    })),
  };
  return {
    page: 'ledger',
    checkpoint: await checkpointView(call),
    ...entries,
    verified: { ok: check.ok, detail },
  };
}

/** The first place of the service that the roles of who asks admit; today when there is none. */
function firstPlace(call: StaffServiceCall): string {
  const [place] = placesOf(officeRoutes, call.staff, call.service);
  return place === undefined ? '/console' : `${baseOf(call)}/${place}`;
}

const decides: Admitted = ['approver', 'officer'];
const answers: Admitted = ['support', 'approver', 'officer'];
const finds: Admitted = ['support', 'officer'];
const runs: Admitted = ['admin', 'officer'];
const mails: Admitted = ['marketer', 'officer'];

/** The console's pages of one service, with the roles that each admits. */
export const officeRoutes: readonly Route[] = [
  office({ method: 'GET', url: '', roles: everyRole, handle: async (call) => ({ to: firstPlace(call) }) }),
  office({
    method: 'GET',
    url: '/board',
    roles: ['analyst', 'admin', 'approver', 'officer'],
    handle: async (call) => ({ page: await boardPage(call) }),
  }),
  office({ method: 'GET', url: '/approve', roles: decides, handle: async (call) => approvePage(call) }),
  office({ method: 'POST', url: '/approve', roles: decides, fresh: putsInForce, handle: approve }),
  office({
    method: 'GET',
    url: '/versions',
    roles: decides,
    handle: async (call) => ({ page: await versionsPage(call) }),
  }),
  office({
    method: 'GET',
    url: '/versions/:version',
    roles: decides,
    handle: async (call) => ({ page: await changesPage(call) }),
  }),
  office({
    ...{ method: 'POST', url: '/versions/:version', roles: decides, fresh: adopts },
    handle: decideVersion,
  }),
  office({
    method: 'GET',
    url: '/requests',
    roles: answers,
    handle: async (call) => ({ page: await requests(call) }),
  }),
  office({ method: 'POST', url: '/requests', roles: finds, handle: findRequests }),
  office({
    method: 'GET',
    url: '/requests/new',
    roles: finds,
    handle: async (call) => ({ page: await takeInPage(call) }),
  }),
  office({ method: 'POST', url: '/requests/new', roles: finds, handle: enterRequest }),
  office({
    method: 'GET',
    url: '/requests/import',
    roles: finds,
    handle: async (call) => ({ page: importPage(call) }),
  }),
  office({ method: 'POST', url: '/requests/import', roles: finds, handle: importTable }),
  office({
    method: 'GET',
    url: '/requests/:id',
    roles: answers,
    handle: async (call) => ({ page: await requestPage(call) }),
  }),
  office({ method: 'POST', url: '/requests/:id', roles: answers, handle: answer }),
  office({ method: 'POST', url: '/requests/:id/block', roles: ['officer'], handle: changeBlock }),
  office({ method: 'POST', url: '/requests/:id/wait', roles: answers, handle: changeWait }),
  office({ method: 'POST', url: '/requests/:id/identity', roles: decides, handle: proveIdentity }),
  office({ method: 'GET', url: '/requests/:id/letter.pdf', roles: answers, handle: answerLetter }),
  office({ method: 'GET', url: '/requests/:id/files/:file/document', roles: answers, handle: requestFile }),
  office({ method: 'POST', url: '/requests/:id/guardian', roles: ['officer'], handle: offerConsent }),
  office({
    ...{ method: 'GET', url: '/guardians', roles: ['officer'] },
    handle: async (call) => ({ page: await guardiansPage(call) }),
  }),
  office({
    ...{ method: 'GET', url: '/guardians/:id', roles: ['officer'] },
    handle: async (call) => ({ page: await guardianPage(call) }),
  }),
  office({ method: 'POST', url: '/guardians/:id', roles: ['officer'], handle: changeGuardian }),
  office({
    ...{ method: 'GET', url: '/guardians/:id/files/:file/document', roles: ['officer'] },
    handle: guardianFile,
  }),
  office({
    method: 'GET',
    url: '/subjects',
    roles: finds,
    handle: async (call) => ({ page: await subjects(call) }),
  }),
  office({ method: 'POST', url: '/subjects', roles: finds, handle: search }),
  office({
    method: 'GET',
    url: '/subjects/:id',
    roles: finds,
    handle: async (call) => ({ page: await subjectPage(call) }),
  }),
  office({ method: 'POST', url: '/subjects/:id', roles: finds, handle: readSubject }),
  office({
    method: 'GET',
    url: '/subjects/:id/obligations',
    roles: ['officer'],
    handle: async (call) => ({ page: await obligationsPage(call) }),
  }),
  office({ method: 'POST', url: '/subjects/:id/obligations', roles: ['officer'], handle: changeObligations }),
  office({
    ...{ method: 'GET', url: '/consents', roles: ['officer'] },
    handle: async (call) => ({ page: await consentFormsPage(call) }),
  }),
  office({ method: 'POST', url: '/consents', roles: ['officer'], handle: changeForms }),
  office({ method: 'POST', url: '/subjects/:id/visits', roles: ['officer'], handle: readSubjectVisits }),
  office({
    method: 'GET',
    url: '/visits',
    roles: ['analyst', 'officer'],
    handle: async (call) => ({ page: await visitsPage(call) }),
  }),
  office({
    ...{ method: 'GET', url: '/mailings', roles: mails },
    handle: async (call) => ({ page: await mailingsPage(call) }),
  }),
  office({ method: 'POST', url: '/mailings', roles: mails, handle: writeMailing }),
  office({
    ...{ method: 'GET', url: '/mailings/:id', roles: mails },
    handle: async (call) => ({ page: await mailingPage(call) }),
  }),
  office({ method: 'POST', url: '/mailings/:id', roles: mails, handle: steerMailing }),
  office({
    method: 'GET',
    url: '/terms',
    roles: ['officer'],
    handle: async (call) => ({ page: await termsPage(call) }),
  }),
  office({
    method: 'GET',
    url: '/terms/:category',
    roles: ['officer'],
    handle: async (call) => ({ page: await termPage(call) }),
  }),
  office({ method: 'POST', url: '/terms/:category', roles: ['officer'], handle: changeTerm }),
  office({
    method: 'GET',
    url: '/due',
    roles: ['officer'],
    handle: async (call) => ({ page: await duePage(call) }),
  }),
  office({
    method: 'GET',
    url: '/holds',
    roles: ['officer'],
    handle: async (call) => ({ page: await holdsPage(call) }),
  }),
  office({ method: 'POST', url: '/holds', roles: ['officer'], handle: changeHolds }),
  office({
    method: 'GET',
    url: '/subjects/:id/hand-on',
    roles: ['officer'],
    handle: async (call) => ({ page: await handOnPage(call) }),
  }),
  office({ method: 'POST', url: '/subjects/:id/hand-on', roles: ['officer'], handle: handOnNow }),
  office({
    method: 'GET',
    url: '/recipients',
    roles: decides,
    handle: async (call) => ({ page: await recipients(call) }),
  }),
  office({ method: 'POST', url: '/recipients', roles: decides, handle: addRecipient }),
  office({
    method: 'GET',
    url: '/recipients/new',
    roles: decides,
    handle: async (call) => ({ page: await newRecipient(call) }),
  }),
  office({
    method: 'GET',
    url: '/recipients/:id',
    roles: decides,
    handle: async (call) => ({ page: await recipientPage(call) }),
  }),
  office({ method: 'POST', url: '/recipients/:id', roles: decides, handle: changeRecipient }),
  office({
    method: 'GET',
    url: '/mandates',
    roles: decides,
    handle: async (call) => ({ page: await mandatesPage(call) }),
  }),
  office({ method: 'POST', url: '/mandates', roles: decides, handle: changeMandates }),
  office({
    method: 'GET',
    url: '/contracts',
    roles: ['officer'],
    handle: async (call) => ({ page: await contractsPage(call) }),
  }),
  office({
    method: 'GET',
    url: '/subjects/:id/contracts',
    roles: ['officer'],
    handle: async (call) => ({ page: await personContracts(call) }),
  }),
  office({ method: 'POST', url: '/subjects/:id/contracts', roles: ['officer'], handle: changeContracts }),
  office({
    method: 'GET',
    url: '/agreements',
    roles: decides,
    handle: async (call) => ({ page: await agreementRegister(call) }),
  }),
  office({
    method: 'GET',
    url: '/agreements/:id',
    roles: decides,
    handle: async (call) => ({ page: await agreementInRegister(call) }),
  }),
  office({
    method: 'POST',
    url: '/agreements',
    kind: 'document',
    roles: decides,
    handle: prepareAgreement,
  }),
  office({
    method: 'POST',
    url: '/agreements/:id',
    roles: decides,
    fresh: approvesAgreement,
    handle: changeAgreement,
  }),
  office({
    method: 'GET',
    url: '/disclosures',
    roles: ['officer'],
    handle: async (call) => ({ page: await disclosures(call) }),
  }),
  office({ method: 'POST', url: '/disclosures/orders/:id', roles: ['officer'], handle: changeOrder }),
  office({ method: 'POST', url: '/disclosures/:id/notice', roles: ['officer'], handle: changeNotice }),
  office({
    method: 'GET',
    url: '/letters',
    roles: decides,
    handle: async (call) => ({ page: await letters(call) }),
  }),
  office({ method: 'POST', url: '/letters', roles: ['officer'], handle: addLetter }),
  office({
    method: 'GET',
    url: '/letters/new',
    roles: ['officer'],
    handle: async (call) => ({ page: await newLetter(call) }),
  }),
  office({
    method: 'GET',
    url: '/letters/:id',
    roles: decides,
    handle: async (call) => ({ page: await letterPage(call) }),
  }),
  office({ method: 'POST', url: '/letters/:id', roles: decides, handle: decideLetter }),
  office({
    method: 'GET',
    url: '/letters/:id/amend',
    roles: ['officer'],
    handle: async (call) => ({ page: await amendPage(call) }),
  }),
  office({ method: 'POST', url: '/letters/:id/amend', roles: ['officer'], handle: amendLetter }),
  office({ method: 'GET', url: '/letters/:id/refusal.ru.pdf', roles: decides, handle: refusalFile('ru') }),
  office({ method: 'GET', url: '/letters/:id/refusal.kk.pdf', roles: decides, handle: refusalFile('kk') }),
  ...incidentRoutes,
  ...paperRoutes,
  office({
    method: 'GET',
    url: '/outbox',
    roles: ['marketer', 'officer'],
    handle: async (call) => ({ page: await outbox(call) }),
  }),
  office({
    method: 'GET',
    url: '/outbox/:id',
    roles: ['officer'],
    handle: async (call) => ({ page: await message(call) }),
  }),
  office({ method: 'POST', url: '/outbox/:id', roles: ['officer'], handle: sendMessageAgain }),
  office({
    method: 'GET',
    url: '/ledger',
    roles: runs,
    handle: async (call) => ({ page: await ledger(call) }),
  }),
  office({
    method: 'GET',
    url: '/keys',
    roles: runs,
    handle: async (call) => ({ page: await keysPage(call) }),
  }),
  office({ method: 'POST', url: '/keys', roles: runs, fresh: issues, handle: changeKeys }),
  office({
    method: 'GET',
    url: '/settings',
    roles: ['officer'],
    handle: async (call) => ({ page: await settingsPage(call) }),
  }),
  office({ method: 'POST', url: '/settings', roles: ['officer'], handle: changeSettings }),
  office({ method: 'POST', url: '/settings/visits', roles: ['officer'], handle: changeVisits }),
];
