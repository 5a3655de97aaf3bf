import type { AgreementBox } from '../../../src/server/pages.ts';
import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { AgreementMargin, BoxText } from '../pieces/agreement.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Phrase, Timed } from '../pieces/phrase.tsx';
import { Empty } from '../pieces/said.tsx';
import { Tick } from '../pieces/tick.tsx';

type AgreementsPage = PageOf<'my-agreements'>;

function Asked({ box, page }: { readonly box: AgreementBox; readonly page: AgreementsPage }) {
  const say = useSay();
  const { speaker } = useFrame();
  // One box a form: its error is named by the document.
  const errors = page.errors
    .filter(({ field }) => field === `agree.${box.id}`)
    .map((error) => ({ ...error, field: 'agree' }));
  return (
    <Line kind="consent" margin={<AgreementMargin row={box} bare />}>
      <h3>{box.name}</h3>
      {box.before ? <p>{say('page.my-agreements.before')}</p> : null}
      <BoxText box={box} />
      <Form
        hidden={{ agreement: box.id, sha256: box.sha256, language: speaker.language }}
        label={`${say('page.my-agreements.send')}: ${box.name}`}
      >
        <Tick
          name="agree"
          id={`in-agree-${box.id}`}
          errors={errors}
          required
          label={say('page.my-agreements.agree')}
        />
        <Submit>{say('page.my-agreements.send')}</Submit>
      </Form>
    </Line>
  );
}

function LimitedAccount() {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Line kind="section">
      <h2>{say('page.my-agreements.limited')}</h2>
      <p>{say('page.my-agreements.limited-why')}</p>
      <p class="links">
        <a href={`${base}/me/give?of=base`}>{say('page.my-agreements.give')}</a>
        <a href={`${base}/me/delete`}>{say('page.my-agreements.delete')}</a>
      </p>
    </Line>
  );
}

/** What I accepted, and what waits for my answer; consents are another page. */
export function MyAgreements({ page }: { readonly page: AgreementsPage }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Leaf>
      <Opening
        title={say('page.my-agreements.title')}
        lead={say('page.my-agreements.lead')}
        margin={
          <>
            <p class="small">{say('agreement.apart')}</p>
            <p class="links">
              <a href={`${base}/agreements`}>{say('page.agreement.all')}</a>
              <a href={`${base}/me/contracts`}>{say('page.my-contracts.title')}</a>
            </p>
          </>
        }
      />
      {page.errors.length === 0 ? null : (
        <Line kind="first">
          <ErrorSummary errors={page.errors} names={page.boxes.map(({ id }) => `agree.${id}`)} />
        </Line>
      )}
      {page.limited ? <LimitedAccount /> : null}
      {page.boxes.length === 0 ? null : (
        <Line kind="section" margin={<p class="small">{say('page.my-agreements.silent')}</p>}>
          <h2>{say('page.my-agreements.asked')}</h2>
        </Line>
      )}
      {page.boxes.map((box) => (
        <Asked key={box.id} box={box} page={page} />
      ))}
      <Line kind="section">
        <h2>{say('page.my-agreements.accepted')}</h2>
        {page.accepted.length === 0 ? <Empty>{say('page.my-agreements.empty')}</Empty> : null}
      </Line>
      {page.accepted.map((row) => (
        <Line key={row.href} kind="key-row" margin={<AgreementMargin row={row} bare />}>
          <h3>
            <a href={row.href}>{row.name}</a>
          </h3>
          <p class="small">
            <Timed say="page.my-agreements.accepted-at" at={row.acceptedAt} />
          </p>
          <p class="small muted">
            <Phrase say="page.my-agreements.entry" parts={{ entry: <code>{row.entry}</code> }} />
          </p>
        </Line>
      ))}
    </Leaf>
  );
}
