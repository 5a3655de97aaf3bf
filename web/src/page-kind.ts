import type { ComponentType } from 'preact';
import type { Frame, Page } from '../../src/server/pages.ts';
import type { Island } from './assets.ts';

/** The view model of the page called `N`. */
export type PageOf<N extends Page['page']> = Extract<Page, { readonly page: N }>;

/** All there is to know about one kind of page. */
export interface PageKind<N extends Page['page']> {
  /** The heading, and the name of the browser's tab. */
  title(page: PageOf<N>, frame: Frame): string;
  readonly View: ComponentType<{ readonly page: PageOf<N> }>;
  /** Which navigation stands around it. */
  readonly room: 'public' | 'cabinet' | 'console' | 'bare';
  /** The place of the navigation it belongs to. */
  readonly place?: string;
  islands?(page: PageOf<N>): readonly Island[];
}

/** Some kinds of pages by name. */
export type PageKinds<N extends Page['page']> = { readonly [K in N]: PageKind<K> };
