import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Empty, Hash, Moment, More } from '../pieces/said.tsx';
import { Sheet } from '../pieces/sheet.tsx';

function Search({ search }: { readonly search: NonNullable<PageOf<'subjects'>['search']> }) {
  const say = useSay();
  return (
    <Line kind="first" margin={<p class="small">{say('page.subjects.search-why')}</p>}>
      <ErrorSummary errors={search.errors} names={['address']} />
      <Form kind="inline-form" label={say('page.subjects.search')}>
        <Field
          name="address"
          label={say('page.subjects.search')}
          hint={say('page.subjects.search-hint')}
          value={search.value}
          errors={search.errors}
          autocomplete="off"
        />
        <Submit kind="quiet">{say('page.subjects.find')}</Submit>
      </Form>
    </Line>
  );
}

function List({ list }: { readonly list: NonNullable<PageOf<'subjects'>['list']> }) {
  const say = useSay();
  const columns = [say('page.subjects.id'), say('page.subjects.since'), say('page.subjects.policy')];
  return (
    <Line kind="first">
      {list.rows.length === 0 ? (
        <Empty>{say('page.subjects.empty')}</Empty>
      ) : (
        <Sheet
          caption={say('page.subjects.title')}
          columns={columns}
          rows={list.rows.map((row) => ({
            key: row.id,
            cells: [
              <a key="id" href={row.href}>
                <code>{row.id}</code>
              </a>,
              <Moment key="at" at={row.createdAt} />,
              <Hash key="policy" hash={row.policy} />,
            ],
          }))}
        />
      )}
      <More href={list.more} />
    </Line>
  );
}

/** The people whose data the service holds, by number and not by name; for some roles the search alone. */
export function Subjects({ page }: { readonly page: PageOf<'subjects'> }) {
  const say = useSay();
  const { list } = page;
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.subjects.title')}
        lead={list ? say('page.subjects.total', { count: list.total }) : say('page.subjects.by-address')}
        margin={list ? <p class="small">{say('page.subjects.why')}</p> : undefined}
      />
      {page.search ? <Search search={page.search} /> : null}
      {list ? <List list={list} /> : null}
    </Leaf>
  );
}
