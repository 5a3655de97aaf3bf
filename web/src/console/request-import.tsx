import type { RequestImportPage } from '../../../src/server/pages.ts';
import { consoleBase, useFrame, useSay } from '../frame/context.ts';
import { Area } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';

/** What the columns are, in order, and which words may stand in them. */
function Columns({ page }: { readonly page: RequestImportPage }) {
  const say = useSay();
  return (
    <Line kind="section">
      <h2>{say('page.request-import.columns')}</h2>
      <ol class="small">
        {page.columns.map((name, at) => (
          <li key={name}>
            {at + 1}. {name}
          </li>
        ))}
      </ol>
      <p class="small">
        {say('page.request-import.channels')} {page.channels.join('; ')}.
      </p>
      <p class="small">
        {say('page.request-import.kinds')} {page.kinds.join('; ')}.
      </p>
    </Line>
  );
}

function Faults({ page }: { readonly page: RequestImportPage }) {
  const say = useSay();
  if (page.faults.length === 0) return null;
  return (
    <section class="faults" aria-labelledby="faults-title" tabIndex={-1}>
      <h2 id="faults-title">{say('page.request-import.faults', { count: page.faults.length })}</h2>
      <ul>
        {page.faults.map(({ line, errors }) => (
          <li key={line}>
            {say('page.request-import.line', { line })} {errors.join(' ')}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A table of requests, pasted from a spreadsheet: looked at first, then taken in. */
export function RequestImport({ page }: { readonly page: RequestImportPage }) {
  const say = useSay();
  const action = `${consoleBase(useFrame().service)}/requests/import`;
  const ready = page.good !== undefined && page.good > 0 && page.faults.length === 0;
  return (
    <Leaf>
      <Opening
        title={say('page.request-import.title')}
        lead={say('page.request-import.lead', { count: page.atMost })}
      />
      <Line kind="first" margin={<p class="small">{say('page.request-import.why')}</p>}>
        <ErrorSummary errors={page.errors} names={['rows']} />
        {page.said === undefined ? null : <p role="status">{page.said}</p>}
        <Faults page={page} />
        {ready ? <p role="status">{say('page.request-import.good', { count: page.good ?? 0 })}</p> : null}
        <Form
          action={action}
          hidden={{ act: ready ? 'take' : 'check', batch: page.batch }}
          label={say('page.request-import.title')}
        >
          <Area
            name="rows"
            rows={12}
            label={say('page.request-import.rows')}
            hint={say('page.request-import.rows-hint')}
            errors={page.errors}
            value={page.rows}
          />
          <Submit>
            {ready
              ? say('page.request-import.take', { count: page.good ?? 0 })
              : say('page.request-import.check')}
          </Submit>
        </Form>
      </Line>
      <Columns page={page} />
    </Leaf>
  );
}
