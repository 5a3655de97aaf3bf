import {
  type Board,
  type FacedService,
  faceOfService,
  listVersions,
  type PolicyVersionRecord,
  type ServiceRecord,
  sayName,
} from '../../system/index.ts';
import type { Speaker } from '../../words/index.ts';
import type { Frame, PolicyHead, ServiceHead, State } from '../pages.ts';
import type { Call } from '../route.ts';

const none: Readonly<Record<State, number>> = { kept: 0, broken: 0, unexercised: 0, manual: 0, refused: 0 };

/** The head every page of a service shows; staff also see that a draft waits. */
export async function headOfService(
  call: Pick<Call, 'world' | 'speaker'>,
  service: ServiceRecord,
  viewer: Frame['viewer'] = 'guest',
): Promise<ServiceHead> {
  const head = serviceHead(call.speaker, await faceOfService(call.world, service));
  if (viewer !== 'staff') return head;
  const { waiting } = await listVersions(call.world, service);
  return waiting ? { ...head, waiting: waiting.version } : head;
}

/** The head of a service whose face is at hand. */
export function serviceHead(speaker: Speaker, { service, head, version, face }: FacedService): ServiceHead {
  return {
    key: service.key,
    name: sayName(speaker, face, service.key),
    mark: face.mark,
    accent: face.accent,
    draft: head.status !== 'live',
    base: `/s/${service.key}`,
    language: version.policy.language,
  };
}

/** The head of a policy version with the counts of its board. */
export function policyHead(version: PolicyVersionRecord, board: Board | undefined): PolicyHead {
  const { policy, hash, createdAt, liveAt, status } = version;
  const counts = board?.version.hash === hash ? board.counts : none;
  const { title, language } = policy;
  const head = { title, language, version: version.version, hash, createdAt, status, counts };
  return liveAt === undefined ? head : { ...head, liveAt };
}

/** Counts of a service's board, zero while nothing was proved. */
export function countsOf(board: Board | undefined): Readonly<Record<State, number>> {
  return board?.counts ?? none;
}
