import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { KeptLines } from '../pieces/kept.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Empty } from '../pieces/said.tsx';
import { Tick } from '../pieces/tick.tsx';

/** Whoever did not prove lately who they are does so before they decide. */
function ProveFirst() {
  const say = useSay();
  const base = publicBase(useFrame().service);
  const query = new URLSearchParams({ back: `${base}/me/delete` });
  return (
    <>
      <p>{say('page.delete.prove')}</p>
      <p>
        <a class="act-link" href={`${base}/me/prove?${query}`}>
          {say('page.delete.prove-do')}
        </a>
      </p>
    </>
  );
}

/** Deletion: what goes, what stays and why, and one deliberate yes. */
export function Delete({ page }: { readonly page: PageOf<'delete'> }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Leaf>
      <Opening title={say('page.delete.title')} lead={say('page.delete.lead')} />
      {page.errors.length === 0 ? null : (
        <Line kind="first">
          <ErrorSummary errors={page.errors} names={['confirm']} />
        </Line>
      )}
      <Line margin={<p class="small">{say('page.delete.goes-why')}</p>}>
        <h2>{say('page.delete.goes')}</h2>
        <KeptLines lines={page.goes} kind="goes" />
      </Line>
      <Line margin={<p class="small">{say('page.delete.stays-why')}</p>}>
        <h2>{say('page.delete.stays')}</h2>
        {page.stays.length === 0 ? (
          <Empty>{say('page.delete.stays-nothing')}</Empty>
        ) : (
          <KeptLines lines={page.stays} kind="stays" />
        )}
      </Line>
      <Line kind="closing" margin={<p class="small">{say('page.delete.after')}</p>}>
        <h2>{say('page.delete.decide')}</h2>
        {page.proved ? (
          <Form>
            <Tick name="confirm" label={say('page.delete.confirm')} errors={page.errors} required />
            <Submit kind="grave">{say('page.delete.send')}</Submit>
          </Form>
        ) : (
          <ProveFirst />
        )}
        <p class="small">
          <a href={`${base}/me/download`}>{say('page.delete.download')}</a>
        </p>
        <p class="small">
          <a href={`${base}/me`}>{say('page.back-unchanged')}</a>
        </p>
      </Line>
    </Leaf>
  );
}
