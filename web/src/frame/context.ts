import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Frame, Language, ServiceHead, Speaker } from '../../../src/server/pages.ts';

/** A key of the catalogue. */
export type Sentence = Parameters<Speaker['say']>[0];

/** What surrounds the page being rendered; every piece reads it from here. */
export const FrameContext = createContext<Frame | undefined>(undefined);

/** The frame of the page being rendered. @throws Error outside a page */
export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('a piece of a page was rendered outside a page');
  return frame;
}

/** Says fixed sentences in the reader's language. */
export function useSay(): Speaker['say'] {
  const { speaker } = useFrame();
  return (key, params) => speaker.say(key, params);
}

/**
 * The language of the operator's words for an attribute `lang`: undefined where the page itself is in it, so
 * that nothing is marked that need not be.
 */
export function useForeign(): (of: { readonly language: Language } | undefined) => Language | undefined {
  const { speaker } = useFrame();
  return (of) => (of === undefined || of.language === speaker.language ? undefined : of.language);
}

/** Where the public pages and the cabinet of a service live: no slash at the end. */
export function publicBase(service: ServiceHead | undefined): string {
  if (!service) return '';
  return service.base.startsWith('/console/') ? service.base.slice('/console'.length) : service.base;
}

/** Where the console of a service lives: no slash at the end. */
export function consoleBase(service: ServiceHead | undefined): string {
  return service ? `/console/s/${service.key}` : '/console';
}

/** The page's own address without what follows `?`: where its forms post to. */
export function ownPath(frame: Frame): string {
  return frame.path.split('?')[0] ?? frame.path;
}
