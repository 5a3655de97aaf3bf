/** The cabinet: what is known about me, who has seen it, my consents, my requests, and the end of it all. */
import type { PageKinds } from '../page-kind.ts';
import { Act } from './act.tsx';
import { MyAgreements } from './agreements.tsx';
import { MyConsents } from './consents.tsx';
import { MyContracts } from './contracts.tsx';
import { Correct } from './correct.tsx';
import { Delete } from './delete.tsx';
import { Download, ExportPrint } from './download.tsx';
import { GiveConsent } from './give-consent.tsx';
import { MyLanguage } from './language.tsx';
import { MyData } from './my-data.tsx';
import { MyMailings } from './my-mailings.tsx';
import { MyPolicy } from './my-policy.tsx';
import { Others } from './others.tsx';
import { MyPaper } from './paper.tsx';
import { MyPlaces } from './places.tsx';
import { Prove, ProveCode } from './prove.tsx';
import { MyReaders } from './readers.tsx';
import { Receipt } from './receipt.tsx';
import { MyRecipients } from './recipients.tsx';
import { MyRequests } from './requests.tsx';
import { ChoosePassword, Security } from './security.tsx';
import { MyVisits } from './visits.tsx';
import { Withdraw } from './withdraw.tsx';

type CabinetName =
  | 'my-data'
  | 'my-readers'
  | 'my-recipients'
  | 'my-consents'
  | 'my-agreements'
  | 'my-contracts'
  | 'give-consent'
  | 'my-paper'
  | 'receipt'
  | 'withdraw'
  | 'correct'
  | 'my-requests'
  | 'my-policy'
  | 'my-mailings'
  | 'others'
  | 'my-visits'
  | 'my-places'
  | 'my-language'
  | 'download'
  | 'export-print'
  | 'delete'
  | 'security'
  | 'password'
  | 'prove'
  | 'prove-code'
  | 'act';

/** The cabinet's pages by name. */
export const cabinetPages: PageKinds<CabinetName> = {
  'my-data': {
    room: 'cabinet',
    place: 'data',
    View: MyData,
    title: (_, { speaker }) => speaker.say('page.my-data.title'),
  },
  'my-readers': {
    room: 'cabinet',
    place: 'readers',
    View: MyReaders,
    title: (_, { speaker }) => speaker.say('page.my-readers.title'),
  },
  'my-recipients': {
    room: 'cabinet',
    place: 'readers',
    View: MyRecipients,
    title: (_, { speaker }) => speaker.say('page.my-recipients.title'),
  },
  'my-consents': {
    room: 'cabinet',
    place: 'consents',
    View: MyConsents,
    title: (_, { speaker }) => speaker.say('page.my-consents.title'),
  },
  'my-agreements': {
    room: 'cabinet',
    place: 'consents',
    View: MyAgreements,
    title: (_, { speaker }) => speaker.say('page.my-agreements.title'),
  },
  'my-contracts': {
    room: 'cabinet',
    place: 'consents',
    View: MyContracts,
    title: (_, { speaker }) => speaker.say('page.my-contracts.title'),
  },
  'give-consent': {
    room: 'cabinet',
    place: 'consents',
    View: GiveConsent,
    title: (_, { speaker }) => speaker.say('page.give-consent.title'),
  },
  'my-paper': { room: 'cabinet', place: 'consents', View: MyPaper, title: ({ paper }) => paper.title },
  receipt: {
    room: 'cabinet',
    place: 'consents',
    View: Receipt,
    title: (_, { speaker }) => speaker.say('page.receipt.title'),
    islands: ({ receipt }) => (receipt.proof === undefined ? ['print'] : ['print', 'proof']),
  },
  withdraw: {
    room: 'cabinet',
    place: 'consents',
    View: Withdraw,
    title: (_, { speaker }) => speaker.say('page.withdraw.title'),
  },
  correct: {
    room: 'cabinet',
    place: 'data',
    View: Correct,
    title: (page, { speaker }) => speaker.say('page.correct.title', { name: page.value.name }),
  },
  'my-requests': {
    room: 'cabinet',
    place: 'requests',
    View: MyRequests,
    title: (_, { speaker }) => speaker.say('page.my-requests.title'),
  },
  'my-policy': {
    room: 'cabinet',
    place: 'policy',
    View: MyPolicy,
    title: (_, { speaker }) => speaker.say('page.my-policy.title'),
  },
  'my-mailings': {
    room: 'cabinet',
    place: 'consents',
    View: MyMailings,
    title: (_, { speaker }) => speaker.say('page.my-mailings.title'),
  },
  others: {
    room: 'cabinet',
    place: 'data',
    View: Others,
    title: (_, { speaker }) => speaker.say('page.others.title'),
  },
  'my-visits': {
    room: 'cabinet',
    place: 'data',
    View: MyVisits,
    title: (_, { speaker }) => speaker.say('page.my-visits.title'),
  },
  'my-places': {
    room: 'cabinet',
    place: 'readers',
    View: MyPlaces,
    title: (_, { speaker }) => speaker.say('page.my-places.title'),
  },
  'my-language': {
    room: 'cabinet',
    place: 'data',
    View: MyLanguage,
    title: (_, { speaker }) => speaker.say('page.my-language.title'),
  },
  download: {
    room: 'cabinet',
    place: 'data',
    View: Download,
    title: (_, { speaker }) => speaker.say('page.download.title'),
  },
  'export-print': {
    room: 'cabinet',
    place: 'data',
    View: ExportPrint,
    title: (_, { speaker }) => speaker.say('page.export-print.title'),
    islands: () => ['print'],
  },
  delete: {
    room: 'cabinet',
    place: 'data',
    View: Delete,
    title: (_, { speaker }) => speaker.say('page.delete.title'),
  },
  security: {
    room: 'cabinet',
    place: 'data',
    View: Security,
    title: (_, { speaker }) => speaker.say('page.security.title'),
  },
  password: {
    room: 'cabinet',
    place: 'data',
    View: ChoosePassword,
    title: (page, { speaker }) =>
      speaker.say(page.has ? 'page.password.title-change' : 'page.password.title-set'),
    islands: () => ['reveal'],
  },
  prove: {
    room: 'cabinet',
    place: 'data',
    View: Prove,
    title: (_, { speaker }) => speaker.say('page.prove.title'),
    islands: ({ password }) => (password ? ['reveal'] : []),
  },
  'prove-code': {
    room: 'cabinet',
    place: 'data',
    View: ProveCode,
    title: (_, { speaker }) => speaker.say('page.prove-code.title'),
  },
  act: {
    room: 'public',
    View: Act,
    title: (_, { speaker }) => speaker.say('page.act.title'),
    islands: ({ act }) => (act.proof === undefined ? ['print'] : ['print', 'proof']),
  },
};
