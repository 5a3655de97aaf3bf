import type { GuardianRow, OfferView } from '../../../src/server/pages.ts';
import { consoleBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Choice, Field } from '../pieces/field.tsx';
import { Files } from '../pieces/file.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { Empty, More, Terms } from '../pieces/said.tsx';
import { Ticks } from '../pieces/tick.tsx';

type CasePage = PageOf<'guardian-case'>;

function Row({ row }: { readonly row: GuardianRow }) {
  const say = useSay();
  return (
    <Line
      kind={row.due ? 'due' : 'key-row'}
      margin={
        <p class="small">
          <Timed say="page.guardians.asked" at={row.askedAt} />
          {row.expiresAt === undefined ? null : (
            <>
              <br />
              <Timed say="page.guardians.until" at={row.expiresAt} />
            </>
          )}
        </p>
      }
    >
      <h3>{row.state}</h3>
      <p>
        <a href={row.href} aria-label={`${say('page.guardians.open')}: ${row.state}`}>
          {say('page.guardians.open')}
        </a>
      </p>
    </Line>
  );
}

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly GuardianRow[] }) {
  const say = useSay();
  return (
    <>
      <Line kind="section">
        <h2>{title}</h2>
        {rows.length === 0 ? <Empty>{say('page.guardians.empty')}</Empty> : null}
      </Line>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </>
  );
}

/** Who consents for minors, and who was asked to. */
export function Guardians({ page }: { readonly page: PageOf<'guardians'> }) {
  const say = useSay();
  return (
    <Leaf kind="dense">
      <Opening title={say('page.guardians.title')} lead={say('page.guardians.lead')} />
      {page.promised ? null : (
        <Line kind="first">
          <p>{say('page.guardians.not-promised')}</p>
        </Line>
      )}
      <Rows title={say('page.guardians.waiting')} rows={page.waiting} />
      <Rows title={say('page.guardians.in-force')} rows={page.inForce} />
      {page.more === undefined ? null : (
        <Line kind="closing">
          <More href={page.more} />
        </Line>
      )}
    </Leaf>
  );
}

function Said({ page }: { readonly page: CasePage }) {
  const say = useSay();
  const fits = (same: boolean | undefined) => {
    if (same === undefined) return null;
    const said = say(same ? 'page.guardian-case.same' : 'page.guardian-case.differs');
    return <span class={same ? 'small muted' : 'small assumed'}> — {said}</span>;
  };
  return (
    <Line kind="first" margin={<p class="small">{say('page.guardian-case.why')}</p>}>
      <h2>{say('page.guardian-case.said')}</h2>
      {page.said === undefined ? <Empty>{say('page.guardian-case.unsaid')}</Empty> : null}
      <Terms
        lines={[
          ...(page.said ?? []).map(({ term, text, same }) => ({
            term,
            text: (
              <>
                {text}
                {fits(same)}
              </>
            ),
          })),
          { term: say('page.guardian-case.address'), text: page.address },
        ]}
      />
      <Files files={page.files} />
    </Line>
  );
}

function Decide({ page }: { readonly page: CasePage }) {
  const say = useSay();
  const { acts, grounds, errors } = page;
  if (acts === undefined) return null;
  return (
    <Line kind="section">
      <h2>{say('page.guardian-case.decide')}</h2>
      <ErrorSummary errors={errors} names={['act', 'ground']} />
      <Form label={say('page.guardian-case.decide')}>
        <Ticks
          type="radio"
          name="act"
          legend={say('page.guardian-case.decide')}
          options={acts}
          errors={errors}
        />
        <Choice
          name="ground"
          label={say('page.guardian-case.ground')}
          errors={errors}
          options={[{ key: '', name: '—' }, ...grounds]}
        />
        <Submit>{say('page.guardian-case.send')}</Submit>
      </Form>
    </Line>
  );
}

/** One representation: what was said, the document, the decision. */
export function GuardianCase({ page }: { readonly page: CasePage }) {
  const say = useSay();
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.guardian-case.title')}
        lead={page.state}
        margin={
          <p class="small">
            <Timed say="page.guardians.asked" at={page.askedAt} />
            {page.expiresAt === undefined ? null : (
              <>
                <br />
                <Timed say="page.guardians.until" at={page.expiresAt} />
              </>
            )}
          </p>
        }
      />
      <Said page={page} />
      <Decide page={page} />
      {page.ends ? (
        <Line kind="section">
          <h2>{say('page.guardian-case.end-title')}</h2>
          <p>{say('page.guardian-case.end-lead')}</p>
          <Form hidden={{ act: 'end' }} label={say('page.guardian-case.end-title')}>
            <Submit kind="grave">{say('page.guardian-case.end')}</Submit>
          </Form>
        </Line>
      ) : null}
    </Leaf>
  );
}

/** Beside a request of whoever speaks for a child: to consent instead. */
export function Offer({ id, offer }: { readonly id: string; readonly offer: OfferView }) {
  const say = useSay();
  const base = consoleBase(useFrame().service);
  return (
    <Line kind="section" margin={<p class="small">{say('page.request.guardian-lead')}</p>}>
      <details class="seldom" open={offer.errors.length > 0}>
        <summary>
          <h2>{say('page.request.guardian')}</h2>
        </summary>
        <ErrorSummary errors={offer.errors} names={['relation', 'birth']} />
        <Form action={`${base}/requests/${id}/guardian`} label={say('page.request.guardian')}>
          <Ticks
            type="radio"
            name="relation"
            legend={say('page.guardian-case.relation')}
            options={offer.relations}
            errors={offer.errors}
            chosen={offer.sent.relation ? [offer.sent.relation] : []}
          />
          <Field
            name="birth"
            type="date"
            kind="input-date"
            label={say('page.request.guardian-birth')}
            errors={offer.errors}
            value={offer.sent.birth}
            autocomplete="off"
            required
          />
          <Submit kind="quiet">{say('page.request.guardian-send')}</Submit>
        </Form>
      </details>
    </Line>
  );
}
