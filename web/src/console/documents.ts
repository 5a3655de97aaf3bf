import type { PageKinds } from '../page-kind.ts';
import { AgreementRegister, AgreementVersion } from './agreements.tsx';
import { Mandates } from './mandates.tsx';

/** Pages of what two people put in force: decisions, and documents that are accepted. */
export type DocumentName = 'mandates' | 'agreement-register' | 'agreement-version';

/** @see DocumentName */
export const documentPages: PageKinds<DocumentName> = {
  mandates: {
    room: 'console',
    place: 'mandates',
    View: Mandates,
    title: (_, { speaker }) => speaker.say('page.mandates.title'),
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
