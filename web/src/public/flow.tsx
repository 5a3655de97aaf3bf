import { useFrame, useSay } from '../frame/context.ts';
import { Empty } from '../pieces/said.tsx';
import type { FlowRow } from './flow-layout.ts';
import { NarrowPicture } from './flow-narrow.tsx';
import { WidePicture } from './flow-wide.tsx';

function FlowTable({ flows }: { readonly flows: readonly FlowRow[] }) {
  const say = useSay();
  const { speaker } = useFrame();
  const list = (names: readonly string[], none: string) => (names.length === 0 ? none : speaker.list(names));
  return (
    <details class="flow-table">
      <summary>{say('page.flow.as-table')}</summary>
      <table class="sheet">
        <caption class="visually-hidden">{say('page.flow.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('page.flow.categories')}</th>
            <th scope="col">{say('page.flow.purposes')}</th>
            <th scope="col">{say('page.flow.recipients')}</th>
          </tr>
        </thead>
        <tbody>
          {flows.map((flow) => (
            <tr key={flow.category}>
              <th scope="row">{flow.category}</th>
              <td data-label={say('page.flow.purposes')}>{list(flow.purposes, '—')}</td>
              <td data-label={say('page.flow.recipients')}>
                {list(flow.recipients, say('page.flow.nobody'))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** The way of each datum as a drawn map, for a wide sheet and for a phone, and the same as a table. */
export function Flow({ flows }: { readonly flows: readonly FlowRow[] }) {
  const say = useSay();
  return (
    <section class="flow-section" aria-labelledby="flow-heading">
      <h2 id="flow-heading">{say('page.flow.title')}</h2>
      {flows.length === 0 ? (
        <Empty>{say('page.flow.empty')}</Empty>
      ) : (
        <>
          <p class="small">{say('page.flow.lead')}</p>
          <WidePicture flows={flows} />
          <NarrowPicture flows={flows} />
          <FlowTable flows={flows} />
        </>
      )}
    </section>
  );
}
