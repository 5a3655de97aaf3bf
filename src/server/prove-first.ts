import type { ServiceRecord } from '../system/index.ts';
import type { RouteKind } from './allowances.ts';
import type { Answer, Call } from './route.ts';
import { wayBack } from './way-back.ts';

/**
 * What somebody gets who is signed in, asks for something that matters and has not proved lately who they
 * are: the way to prove it, and from there back. A form that was sent has done nothing.
 */
export function proveFirst(call: Call, service: ServiceRecord, kind: RouteKind | undefined): Answer {
  const area = `/s/${service.key}/me`;
  const url = kind === 'copy' ? `${area}/download` : call.request.url;
  const back = wayBack(url, area) ?? area;
  const to = `${area}/prove?${new URLSearchParams({ back })}`;
  if (call.request.method !== 'POST') return { to };
  return { to, flash: call.speaker.say('page.prove.nothing-done') };
}
