/**
 * The public pages: services, a service, its policy, its log, the ways in; and what is said when the
 * answer is no.
 */
import type { PageKinds } from '../page-kind.ts';
import { Agreement, Agreements, Limited } from './agreements.tsx';
import { Claim, ClaimTaken } from './claim.tsx';
import { Confirm } from './confirm.tsx';
import { ComeBack, GuardianAsked, GuardianGone, GuardianRoom } from './guardian.tsx';
import { Log } from './log.tsx';
import { Named } from './named.tsx';
import { Policy } from './policy.tsx';
import { Refused } from './refused.tsx';
import { Register } from './register.tsx';
import { Service } from './service.tsx';
import { Services } from './services.tsx';
import { SignIn, SignInCode } from './sign-in.tsx';
import { Unsubscribe } from './unsubscribe.tsx';

type PublicName =
  | 'services'
  | 'service'
  | 'policy'
  | 'log'
  | 'agreements'
  | 'agreement'
  | 'limited'
  | 'register'
  | 'confirm'
  | 'claim'
  | 'claim-taken'
  | 'sign-in'
  | 'sign-in-code'
  | 'unsubscribe'
  | 'named'
  | 'guardian'
  | 'guardian-asked'
  | 'guardian-gone'
  | 'guardian-in'
  | 'refused';

/** The public pages by name. */
export const publicPages: PageKinds<PublicName> = {
  services: { room: 'public', View: Services, title: (_, { speaker }) => speaker.say('page.services.title') },
  service: { room: 'public', View: Service, title: (page, { service }) => service?.name ?? page.head.title },
  policy: {
    room: 'public',
    place: 'policy',
    View: Policy,
    title: (page, { speaker }) => page.head.title || speaker.say('page.policy.title'),
  },
  log: {
    room: 'public',
    View: Log,
    title: (_, { speaker }) => speaker.say('page.log.title'),
    islands: () => ['copy'],
  },
  agreements: {
    room: 'public',
    View: Agreements,
    title: (_, { speaker }) => speaker.say('page.agreements.title'),
  },
  agreement: { room: 'public', View: Agreement, title: ({ version }) => version.name },
  limited: { room: 'public', View: Limited, title: (_, { speaker }) => speaker.say('page.limited.title') },
  register: { room: 'public', View: Register, title: (_, { speaker }) => speaker.say('page.register.title') },
  confirm: {
    room: 'public',
    View: Confirm,
    title: (_, { speaker }) => speaker.say('page.confirm.title'),
    islands: () => ['countdown'],
  },
  claim: {
    room: 'public',
    View: Claim,
    title: (page, { speaker }) =>
      speaker.say(page.of === 'child' ? 'page.claim.child-title' : 'page.claim.title'),
  },
  'claim-taken': {
    room: 'public',
    View: ClaimTaken,
    title: (_, { speaker }) => speaker.say('page.claim-taken.title'),
  },
  'sign-in': {
    room: 'public',
    View: SignIn,
    title: (_, { speaker }) => speaker.say('page.sign-in.title'),
    islands: () => ['reveal'],
  },
  'sign-in-code': {
    room: 'public',
    View: SignInCode,
    title: (_, { speaker }) => speaker.say('page.sign-in-code.title'),
  },
  named: {
    room: 'public',
    View: Named,
    title: (page, { speaker }) => speaker.say(page.held ? 'page.named.title' : 'page.named.gone'),
  },
  guardian: {
    room: 'public',
    View: GuardianRoom,
    title: (_, { speaker }) => speaker.say('page.guardian.title'),
  },
  'guardian-asked': {
    room: 'public',
    View: GuardianAsked,
    title: (_, { speaker }) => speaker.say('page.guardian-asked.title'),
  },
  'guardian-gone': {
    room: 'public',
    View: GuardianGone,
    title: (_, { speaker }) => speaker.say('page.guardian-gone.title'),
  },
  'guardian-in': {
    room: 'public',
    View: ComeBack,
    title: (_, { speaker }) => speaker.say('page.guardian-in.title'),
  },
  unsubscribe: {
    room: 'public',
    View: Unsubscribe,
    title: (_, { speaker }) => speaker.say('page.unsubscribe.title'),
  },
  refused: { room: 'public', View: Refused, title: (page) => page.title },
};
