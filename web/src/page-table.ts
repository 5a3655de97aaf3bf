import type { Page } from '../../src/server/pages.ts';
import { cabinetPages } from './cabinet/index.ts';
import { consolePages } from './console/index.ts';
import { paperPages } from './console/papers.tsx';
import type { PageKind, PageKinds } from './page-kind.ts';
import { publicPages } from './public/index.ts';

const table: PageKinds<Page['page']> = { ...publicPages, ...cabinetPages, ...consolePages, ...paperPages };

/** The row of the table for a page. */
export function kindOf<N extends Page['page']>(page: { readonly page: N }): PageKind<N> {
  return table[page.page];
}
