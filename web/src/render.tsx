import { renderToString } from 'preact-render-to-string';
import type { Frame, Page } from '../../src/server/pages.ts';
import { Document } from './frame/document.tsx';

/**
 * Makes the whole HTML document of a page. The same page and frame always give the same text.
 *
 * Everything works without scripts; no inline script or style is written, JSON data blocks excepted.
 */
export function render(page: Page, frame: Frame): string {
  return `<!doctype html>${renderToString(<Document page={page} frame={frame} />)}`;
}

export { type ReportParts, renderReport } from './report/index.tsx';
