import type { PageKinds } from '../page-kind.ts';
import { GuardianCase, Guardians } from './guardians.tsx';

/** The pages on which it is checked who may act for a minor. */
export const guardianKinds: PageKinds<'guardians' | 'guardian-case'> = {
  guardians: {
    room: 'console',
    place: 'guardians',
    View: Guardians,
    title: (_, { speaker }) => speaker.say('page.guardians.title'),
  },
  'guardian-case': {
    room: 'console',
    place: 'guardians',
    View: GuardianCase,
    title: (_, { speaker }) => speaker.say('page.guardian-case.title'),
  },
};
