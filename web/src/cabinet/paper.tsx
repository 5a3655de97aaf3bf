import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { FileField } from '../pieces/field.tsx';
import { Files } from '../pieces/file.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { PaperClock, PaperNumber } from '../pieces/paper.tsx';
import { DocumentLines } from '../pieces/said.tsx';

type PaperPage = PageOf<'my-paper'>;

/** Kinds of files that a paper may come as. */
export const scans = '.pdf,.jpg,.jpeg,.png,.webp,application/pdf,image/jpeg,image/png,image/webp';

function Send({ page, sheet }: { readonly page: PaperPage; readonly sheet: string }) {
  const say = useSay();
  return (
    <>
      <Line kind="section" margin={<p class="small">{say('page.my-paper.print-why')}</p>}>
        <h2>{say('page.my-paper.print-title')}</h2>
        <p>
          <a href={sheet} download>
            {say('page.my-paper.print')}
          </a>
        </p>
      </Line>
      <Line
        kind="section"
        margin={
          <>
            <p class="small">{say('page.my-paper.picture-why')}</p>
            <p class="small">{say('page.my-paper.post')}</p>
          </>
        }
      >
        <h2>{say('page.my-paper.send-title')}</h2>
        <Form files hidden={{ act: 'send' }} label={say('page.my-paper.send-title')}>
          <FileField
            name="scan"
            label={say('page.my-paper.scan')}
            hint={page.hint}
            required
            errors={page.errors}
            accept={scans}
          />
          <Submit>{say('page.my-paper.send')}</Submit>
        </Form>
      </Line>
    </>
  );
}

/** What may be done with an application beside sending it. */
function Acts({ page }: { readonly page: PaperPage }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  const waits = page.paper.registers && page.paper.state !== 'confirmed';
  if (!page.mayTakeBack && !page.mayTryAgain && !waits) return null;
  return (
    <Line
      kind="section"
      margin={
        <>
          {page.mayTryAgain ? <p class="small">{say('page.my-paper.anew-why')}</p> : null}
          {page.mayTakeBack ? <p class="small">{say('page.my-paper.take-back-why')}</p> : null}
        </>
      }
    >
      {page.mayTryAgain ? (
        <Form hidden={{ act: 'anew' }} label={say('page.my-paper.anew')}>
          <Submit>{say('page.my-paper.anew')}</Submit>
        </Form>
      ) : null}
      {page.mayTakeBack ? (
        <Form hidden={{ act: 'back' }} label={say('page.my-paper.take-back')}>
          <Submit kind="quiet">{say('page.my-paper.take-back')}</Submit>
        </Form>
      ) : null}
      {waits ? (
        <p class="small">
          <a href={`${base}/me/delete`}>{say('page.my-paper.delete')}</a>
        </p>
      ) : null}
    </Line>
  );
}

function Receipts({ hrefs }: { readonly hrefs: readonly string[] }) {
  const say = useSay();
  if (hrefs.length === 0) return null;
  return (
    <Line kind="section">
      <h2>{say('page.my-paper.receipts')}</h2>
      <ul class="plain-list">
        {hrefs.map((href) => (
          <li key={href}>
            <a href={href}>{say('page.my-paper.receipt')}</a>
          </li>
        ))}
      </ul>
    </Line>
  );
}

/** One's own application for a consent on paper. */
export function MyPaper({ page }: { readonly page: PaperPage }) {
  const say = useSay();
  const { paper, words } = page;
  return (
    <Leaf>
      <Opening
        title={paper.title}
        lead={
          <>
            {say(`page.my-paper.lead-${paper.state}`)}
            <br />
            <PaperNumber paper={paper} />
          </>
        }
        margin={<PaperClock paper={paper} />}
      />
      {page.errors.length > 0 ? (
        <Line kind="first">
          <ErrorSummary errors={page.errors} names={['scan']} />
        </Line>
      ) : null}
      {words === undefined ? null : (
        <Line kind="section">
          <h2>{say('page.my-paper.words')}</h2>
          <blockquote class="words">{words}</blockquote>
        </Line>
      )}
      {page.sheet === undefined ? null : <Send page={page} sheet={page.sheet} />}
      {page.pictures.length === 0 ? null : (
        <Line kind="section" margin={<p class="small">{say('page.my-paper.picture-why')}</p>}>
          <h2>{say('page.my-paper.picture')}</h2>
          <Files files={page.pictures} />
        </Line>
      )}
      <Receipts hrefs={page.receipts} />
      <Acts page={page} />
      {page.parts.length === 0 ? null : (
        <Line kind="section">
          <h2>{say('page.my-paper.texts')}</h2>
          {page.parts.map((part) => (
            <section key={part.key}>
              <h3>{part.title}</h3>
              <DocumentLines lines={part.lines} />
            </section>
          ))}
        </Line>
      )}
    </Leaf>
  );
}
