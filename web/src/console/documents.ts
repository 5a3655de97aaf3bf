import type { PageKinds } from '../page-kind.ts';
import { AgreementRegister, AgreementVersion } from './agreements.tsx';
import { Contracts, PersonContracts } from './contracts.tsx';
import { Mandates } from './mandates.tsx';

/** Pages of what two people put in force: decisions, documents that are accepted; and of contracts. */
export type DocumentName =
  | 'mandates'
  | 'agreement-register'
  | 'agreement-version'
  | 'contracts'
  | 'person-contracts';

/** @see DocumentName */
export const documentPages: PageKinds<DocumentName> = {
  mandates: {
    room: 'console',
    place: 'mandates',
    View: Mandates,
    title: (_, { speaker }) => speaker.say('page.mandates.title'),
  },
  contracts: {
    room: 'console',
    place: 'contracts',
    View: Contracts,
    title: (_, { speaker }) => speaker.say('page.contracts.title'),
  },
  'person-contracts': {
    room: 'console',
    place: 'contracts',
    View: PersonContracts,
    title: (_, { speaker }) => speaker.say('page.person-contracts.title'),
  },
  'agreement-register': {
    room: 'console',
    place: 'agreements',
    View: AgreementRegister,
    title: (_, { speaker }) => speaker.say('page.agreement-register.title'),
  },
  'agreement-version': {
    room: 'console',
    place: 'agreements',
    View: AgreementVersion,
    title: ({ version }) => version.name,
  },
};
