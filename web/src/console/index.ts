/**
 * The console of the officer: today, the pledge board, approval, subjects, requests, outbox, ledger, keys.
 */

import type { PageKinds } from '../page-kind.ts';
import { Approve } from './approve.tsx';
import { Board } from './board.tsx';
import { Changes } from './changes.tsx';
import { ConsentForms } from './consent-forms.tsx';
import { Disclosures, HandedOn, HandOn } from './disclosures.tsx';
import { type DocumentName, documentPages } from './documents.ts';
import { Due } from './due.tsx';
import { Enrol, RecoveryCodes, StaffFactor } from './entering.tsx';
import { guardianKinds } from './guardian-kinds.ts';
import { Holds } from './holds.tsx';
import { Incident } from './incident.tsx';
import { IncidentForm, Incidents } from './incidents.tsx';
import { Keys } from './keys.tsx';
import { StaffLanguage } from './language.tsx';
import { Ledger } from './ledger.tsx';
import { Letter, LetterForm, Letters } from './letters.tsx';
import { Mailing, Mailings } from './mailings.tsx';
import { Obligations } from './obligations.tsx';
import { Message, Outbox } from './outbox.tsx';
import { RecipientCard, Recipients } from './recipients.tsx';
import { Measures, Places } from './registers.tsx';
import { RequestPage } from './request.tsx';
import { RequestImport } from './request-import.tsx';
import { Requests } from './requests.tsx';
import { StaffSessions } from './sessions.tsx';
import { Settings } from './settings.tsx';
import { SetUp, StaffSignIn } from './sign-in.tsx';
import { Staff } from './staff.tsx';
import { StaffMember } from './staff-member.tsx';
import { StaffProve } from './staff-prove.tsx';
import { AddApp, StaffSecurity } from './staff-security.tsx';
import { SubjectPage } from './subject.tsx';
import { Subjects } from './subjects.tsx';
import { TakeIn } from './take-in.tsx';
import { CategoryTerm, CategoryTerms } from './terms.tsx';
import { Today } from './today.tsx';
import { Versions } from './versions.tsx';
import { VisitCounts } from './visits.tsx';

type ConsoleName =
  | 'set-up'
  | 'staff-sign-in'
  | 'staff-factor'
  | 'enrol'
  | 'recovery-codes'
  | 'staff-prove'
  | 'staff-security'
  | 'add-app'
  | 'staff-language'
  | 'staff-sessions'
  | 'today'
  | 'staff'
  | 'staff-member'
  | 'board'
  | 'approve'
  | 'versions'
  | 'settings'
  | 'consent-forms'
  | 'changes'
  | 'subjects'
  | 'visits'
  | 'subject'
  | 'requests'
  | 'take-in'
  | 'request-import'
  | 'obligations'
  | 'request'
  | 'mailings'
  | 'mailing'
  | 'terms'
  | 'term'
  | 'due'
  | 'holds'
  | DocumentName
  | 'guardians'
  | 'guardian-case'
  | 'recipients'
  | 'recipient'
  | 'disclosures'
  | 'hand-on'
  | 'handed'
  | 'letters'
  | 'letter-form'
  | 'letter'
  | 'incidents'
  | 'incident-form'
  | 'incident'
  | 'measures'
  | 'places'
  | 'outbox'
  | 'message'
  | 'ledger'
  | 'keys';

/** The console's pages by name. */
export const consolePages: PageKinds<ConsoleName> = {
  'set-up': { room: 'console', View: SetUp, title: (_, { speaker }) => speaker.say('page.set-up.title') },
  'staff-sign-in': {
    room: 'console',
    View: StaffSignIn,
    title: (_, { speaker }) => speaker.say('page.staff-sign-in.title'),
  },
  'staff-factor': {
    room: 'console',
    View: StaffFactor,
    title: (_, { speaker }) => speaker.say('page.factor.title'),
  },
  enrol: { room: 'console', View: Enrol, title: (_, { speaker }) => speaker.say('page.enrol.title') },
  'recovery-codes': {
    room: 'console',
    View: RecoveryCodes,
    title: (_, { speaker }) => speaker.say('page.recovery.title'),
    islands: () => ['print'],
  },
  'staff-prove': {
    room: 'console',
    View: StaffProve,
    title: (_, { speaker }) => speaker.say('page.staff-prove.title'),
  },
  'staff-security': {
    room: 'console',
    place: 'security',
    View: StaffSecurity,
    title: (_, { speaker }) => speaker.say('page.staff-security.title'),
  },
  'add-app': {
    room: 'console',
    place: 'security',
    View: AddApp,
    title: (_, { speaker }) => speaker.say('page.add-app.title'),
  },
  'staff-language': {
    room: 'console',
    View: StaffLanguage,
    title: (_, { speaker }) => speaker.say('page.my-language.title'),
  },
  'staff-sessions': {
    room: 'console',
    View: StaffSessions,
    title: (_, { speaker }) => speaker.say('page.staff-sessions.title'),
  },
  today: {
    room: 'console',
    place: 'today',
    View: Today,
    title: (_, { speaker }) => speaker.say('page.nav.today'),
  },
  staff: {
    room: 'console',
    place: 'staff',
    View: Staff,
    title: (_, { speaker }) => speaker.say('page.staff.title'),
    islands: (page) => (page.shown === undefined ? [] : ['copy']),
  },
  'staff-member': {
    room: 'console',
    place: 'staff',
    View: StaffMember,
    title: ({ member }) => member.name,
    islands: (page) => (page.shown === undefined ? [] : ['copy']),
  },
  board: {
    room: 'console',
    place: 'board',
    View: Board,
    title: (_, { speaker }) => speaker.say('page.board.title'),
  },
  approve: {
    room: 'console',
    place: 'approve',
    View: Approve,
    title: (_, { speaker }) => speaker.say('page.approve.title'),
  },
  'consent-forms': {
    room: 'console',
    place: 'consents',
    View: ConsentForms,
    title: (_, { speaker }) => speaker.say('page.consent-forms.title'),
  },
  settings: {
    room: 'console',
    place: 'settings',
    View: Settings,
    title: (_, { speaker }) => speaker.say('page.settings.title'),
  },
  versions: {
    room: 'console',
    place: 'versions',
    View: Versions,
    title: (_, { speaker }) => speaker.say('page.versions.title'),
  },
  changes: {
    room: 'console',
    place: 'versions',
    View: Changes,
    title: ({ changes }, { speaker }) =>
      speaker.say('page.versions.number', { version: changes.version.version }),
  },
  visits: {
    room: 'console',
    place: 'visits',
    View: VisitCounts,
    title: (_, { speaker }) => speaker.say('page.visits.title'),
  },
  subjects: {
    room: 'console',
    place: 'subjects',
    View: Subjects,
    title: (_, { speaker }) => speaker.say('page.subjects.title'),
  },
  subject: {
    room: 'console',
    place: 'subjects',
    View: SubjectPage,
    title: (_, { speaker }) => speaker.say('page.subject.title'),
  },
  requests: {
    room: 'console',
    place: 'requests',
    View: Requests,
    title: (_, { speaker }) => speaker.say('page.requests.title'),
  },
  request: { room: 'console', place: 'requests', View: RequestPage, title: (page) => page.request.name },
  obligations: {
    room: 'console',
    place: 'subjects',
    View: Obligations,
    title: (_, { speaker }) => speaker.say('page.obligations.title'),
  },
  'request-import': {
    room: 'console',
    place: 'requests',
    View: RequestImport,
    title: (_, { speaker }) => speaker.say('page.request-import.title'),
  },
  'take-in': {
    room: 'console',
    place: 'requests',
    View: TakeIn,
    title: (_, { speaker }) => speaker.say('page.take-in.title'),
  },
  mailings: {
    room: 'console',
    place: 'mailings',
    View: Mailings,
    title: (_, { speaker }) => speaker.say('page.mailings.title'),
  },
  mailing: {
    room: 'console',
    place: 'mailings',
    View: Mailing,
    title: (page) => page.mailing.topic,
  },
  terms: {
    room: 'console',
    place: 'terms',
    View: CategoryTerms,
    title: (_, { speaker }) => speaker.say('page.terms.title'),
  },
  term: { room: 'console', place: 'terms', View: CategoryTerm, title: ({ row }) => row.name },
  due: {
    room: 'console',
    place: 'due',
    View: Due,
    title: (_, { speaker }) => speaker.say('page.due.title'),
  },
  holds: {
    room: 'console',
    place: 'due',
    View: Holds,
    title: (_, { speaker }) => speaker.say('page.holds.title'),
  },
  ...documentPages,
  ...guardianKinds,
  recipients: {
    room: 'console',
    place: 'recipients',
    View: Recipients,
    title: (_, { speaker }) => speaker.say('page.recipients.title'),
  },
  recipient: {
    room: 'console',
    place: 'recipients',
    View: RecipientCard,
    title: (page, { speaker }) => (page.card ? page.values.name : speaker.say('page.recipient.new')),
  },
  disclosures: {
    room: 'console',
    place: 'disclosures',
    View: Disclosures,
    title: (_, { speaker }) => speaker.say('page.disclosures.title'),
  },
  'hand-on': {
    room: 'console',
    place: 'subjects',
    View: HandOn,
    title: (_, { speaker }) => speaker.say('page.hand-on.title'),
  },
  handed: {
    room: 'console',
    place: 'disclosures',
    View: HandedOn,
    title: (_, { speaker }) => speaker.say('page.handed.title'),
    islands: ({ made }) => (made.passphrase === undefined ? [] : ['copy']),
  },
  letters: {
    room: 'console',
    place: 'letters',
    View: Letters,
    title: (_, { speaker }) => speaker.say('page.letters.title'),
  },
  'letter-form': {
    room: 'console',
    place: 'letters',
    View: LetterForm,
    title: ({ id }, { speaker }) => speaker.say(id === undefined ? 'page.letters.new' : 'page.letter.amend'),
  },
  letter: {
    room: 'console',
    place: 'letters',
    View: Letter,
    title: (_, { speaker }) => speaker.say('page.letter.title'),
  },
  incidents: {
    room: 'console',
    place: 'incidents',
    View: Incidents,
    title: (_, { speaker }) => speaker.say('page.incidents.title'),
  },
  'incident-form': {
    room: 'console',
    place: 'incidents',
    View: IncidentForm,
    title: (page, { speaker }) =>
      speaker.say(page.id === undefined ? 'page.incident.new' : 'page.incident.title'),
  },
  incident: {
    room: 'console',
    place: 'incidents',
    View: Incident,
    title: (_, { speaker }) => speaker.say('page.incident.title'),
  },
  measures: {
    room: 'console',
    place: 'measures',
    View: Measures,
    title: (_, { speaker }) => speaker.say('page.measures.title'),
  },
  places: {
    room: 'console',
    place: 'places',
    View: Places,
    title: (_, { speaker }) => speaker.say('page.places.title'),
  },
  outbox: {
    room: 'console',
    place: 'outbox',
    View: Outbox,
    title: (_, { speaker }) => speaker.say('page.outbox.title'),
  },
  message: {
    room: 'console',
    place: 'outbox',
    View: Message,
    title: (_, { speaker }) => speaker.say('page.message.title'),
  },
  ledger: {
    room: 'console',
    place: 'ledger',
    View: Ledger,
    title: (_, { speaker }) => speaker.say('page.ledger.title'),
    islands: () => ['copy'],
  },
  keys: {
    room: 'console',
    place: 'keys',
    View: Keys,
    title: (_, { speaker }) => speaker.say('page.keys.title'),
    islands: (page) => (page.shown === undefined ? [] : ['copy']),
  },
};
