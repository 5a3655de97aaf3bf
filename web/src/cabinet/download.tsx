import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { DocumentLines, Empty, PrintButton, Terms } from '../pieces/said.tsx';

/** Everything to take along: for programs, and for paper. */
export function Download({ page }: { readonly page: PageOf<'download'> }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Leaf>
      <Opening
        title={say('page.download.title')}
        lead={say('page.download.lead')}
        margin={<p class="small">{say('page.download.recorded')}</p>}
      />
      <Line kind="first">
        <Terms lines={page.lines} />
        <p class="ways">
          <a class="button" href={`${base}/me/export.json`}>
            {say('page.download.json')}
          </a>
          <a class="button quiet" href={`${base}/me/print`}>
            {say('page.download.print')}
          </a>
        </p>
      </Line>
    </Leaf>
  );
}

/** Everything held about me, set as a document for paper. */
export function ExportPrint({ page }: { readonly page: PageOf<'export-print'> }) {
  const say = useSay();
  return (
    <Leaf kind="document-leaf">
      <Opening
        title={say('page.export-print.title')}
        lead={<Timed say="page.export-print.made" at={page.madeAt} />}
        margin={<PrintButton />}
      />
      {page.sections.map((section) => (
        <Line key={section.title}>
          <h2>{section.title}</h2>
          {section.lines.length === 0 ? (
            <Empty>{say('page.export-print.empty')}</Empty>
          ) : (
            <DocumentLines lines={section.lines} />
          )}
        </Line>
      ))}
    </Leaf>
  );
}
