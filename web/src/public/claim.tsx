import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { AnswerTo } from '../pieces/answer-to.tsx';
import { Area, Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Dated } from '../pieces/phrase.tsx';
import { Ticks } from '../pieces/tick.tsx';

type ClaimPage = PageOf<'claim'>;

const names = ['kind', 'child', 'address', 'proof', 'name', 'answerTo', 'language', 'words'];

/** Which child, and by what right one speaks for them. */
function Child({ page }: { readonly page: ClaimPage }) {
  const say = useSay();
  const { errors, sent } = page;
  return (
    <fieldset class="group">
      <legend>{say('page.claim.child')}</legend>
      <Field
        name="child"
        label={say('page.claim.child-name')}
        errors={errors}
        value={sent.child}
        maxlength={200}
        autocomplete="off"
        required
      />
      <Field
        name="address"
        label={say('page.claim.child-address')}
        hint={say('page.claim.child-address-hint')}
        errors={errors}
        value={sent.address}
        maxlength={254}
        autocomplete="off"
        required
      />
      <Area
        name="proof"
        rows={3}
        label={say('page.claim.proof')}
        hint={say('page.claim.proof-hint')}
        errors={errors}
        value={sent.proof}
        maxlength={1000}
        required
      />
    </fieldset>
  );
}

function You({ page }: { readonly page: ClaimPage }) {
  const say = useSay();
  const { languages, language, sent, errors } = page;
  const given = { languages, language, sent, errors };
  return <AnswerTo legend={say('page.claim.you')} name={say('page.claim.name')} mine {...given} />;
}

/** A request of somebody without an account, or of whoever speaks for a child. */
export function Claim({ page }: { readonly page: ClaimPage }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  const child = page.of === 'child';
  const { errors, sent } = page;
  return (
    <Leaf>
      <Opening
        title={say(child ? 'page.claim.child-title' : 'page.claim.title')}
        lead={say(child ? 'page.claim.child-lead' : 'page.claim.lead')}
        margin={
          <p class={child ? 'links' : 'small'}>
            {child ? (
              <>
                <a href={`${base}/claim`}>{say('page.claim.title')}</a>
                <a href={`${base}/guardian`}>{say('page.guardian-in.title')}</a>
              </>
            ) : (
              <a href={`${base}/sign-in`}>{say('page.claim.sign-in')}</a>
            )}
          </p>
        }
      />
      <Line
        kind="first"
        margin={<p class="small">{say(child ? 'page.claim.child-why' : 'page.claim.why')}</p>}
      >
        <ErrorSummary errors={errors} names={names} />
        <Form action={`${base}/${child ? 'child' : 'claim'}`}>
          {child ? <Child page={page} /> : null}
          <Ticks
            type="radio"
            name="kind"
            legend={say('page.my-requests.kind')}
            options={page.kinds}
            errors={errors}
            chosen={sent.kind ? [sent.kind] : []}
          />
          <Area
            name="words"
            label={say('page.my-requests.words')}
            hint={say('page.my-requests.words-hint')}
            errors={errors}
            value={sent.words}
            maxlength={5000}
            required
          />
          <You page={page} />
          <Submit>{say('page.my-requests.send')}</Submit>
        </Form>
        {child ? null : (
          <p class="small">
            <a href={`${base}/child`}>{say('page.claim.child-title')}</a>
          </p>
        )}
      </Line>
    </Leaf>
  );
}

/** The request was taken: its number, and by when it is answered. */
export function ClaimTaken({ page }: { readonly page: PageOf<'claim-taken'> }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Leaf>
      <Opening
        title={say('page.claim-taken.title')}
        lead={say('page.request.number', { number: page.number })}
      />
      <Line kind="first">
        <p>
          <Dated say="page.request.due" date={page.dueOn} />
        </p>
        <p>{say('page.claim-taken.next')}</p>
        <p class="small">
          <a href={`${base}/`}>{say('page.claim-taken.back')}</a>
        </p>
      </Line>
    </Leaf>
  );
}
