import type { ConsentBox, GivenView } from '../../../src/server/pages.ts';
import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Field, FileField } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Dated, Timed } from '../pieces/phrase.tsx';
import { DocumentLines } from '../pieces/said.tsx';
import { Tick, Ticks } from '../pieces/tick.tsx';

type Room = PageOf<'guardian'>;

/** The registration of a minor waits for who may consent. */
export function GuardianAsked({ page }: { readonly page: PageOf<'guardian-asked'> }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Leaf>
      <Opening title={say('page.guardian-asked.title')} lead={say('page.guardian-asked.lead')} />
      <Line kind="first">
        <p>{say('page.guardian-asked.next')}</p>
        <p>
          <Dated say="page.guardian-asked.until" date={page.untilOn} />
        </p>
        <p class="small">
          <a href={`${base}/privacy`}>{say('page.named.policy')}</a>
        </p>
      </Line>
    </Leaf>
  );
}

/** By what somebody who acts for a minor gets a link again. */
export function ComeBack({ page }: { readonly page: PageOf<'guardian-in'> }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Leaf>
      <Opening
        title={say('page.guardian-in.title')}
        lead={say('page.guardian-in.lead')}
        margin={
          <p class="links">
            <a href={`${base}/child`}>{say('page.claim.child-title')}</a>
          </p>
        }
      />
      <Line kind="first" margin={<p class="small">{say('page.guardian-in.why')}</p>}>
        <ErrorSummary errors={page.errors} names={['address']} />
        {page.sent ? <p role="status">{say('page.guardian-in.sent')}</p> : null}
        <Form action={`${base}/guardian`}>
          <Field
            name="address"
            label={say('page.guardian-in.address')}
            hint={say('page.guardian-in.address-hint')}
            errors={page.errors}
            value={page.value}
            maxlength={254}
            autocomplete="email"
            required
          />
          <Submit>{say('page.guardian-in.send')}</Submit>
        </Form>
      </Line>
    </Leaf>
  );
}

/** A link that is wrong or over: which, nobody is told. */
export function GuardianGone() {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Leaf>
      <Opening title={say('page.guardian-gone.title')} lead={say('page.guardian-gone.lead')} />
      <Line kind="first">
        <p>
          <a href={`${base}/guardian`}>{say('page.guardian-gone.again')}</a>
        </p>
      </Line>
    </Leaf>
  );
}

function Choices({ page }: { readonly page: Room }) {
  const say = useSay();
  if (page.choices.length < 2) return null;
  return (
    <Line>
      <h2>{say('page.guardian.choose')}</h2>
      <ul class="plain-list">
        {page.choices.map(({ id, child, chosen }) => (
          <li key={id}>
            <a href={`${page.here}?of=${id}`} aria-current={chosen ? 'page' : undefined}>
              {child ?? say('page.guardian.nameless')}
            </a>
          </li>
        ))}
      </ul>
    </Line>
  );
}

function You({ page, claim }: { readonly page: Room; readonly claim: NonNullable<Room['claim']> }) {
  const say = useSay();
  const { errors, sent } = page;
  return (
    <fieldset class="group">
      <legend>{say('page.guardian.who')}</legend>
      <Field
        name="name"
        label={say('page.guardian.name')}
        errors={errors}
        value={sent.name}
        maxlength={200}
        autocomplete="name"
        required
      />
      <Ticks
        type="radio"
        name="relation"
        legend={say('page.guardian.relation')}
        options={claim.relations}
        errors={errors}
        chosen={sent.relation ? [sent.relation] : []}
      />
      <FileField
        name="document"
        label={say('page.guardian.document')}
        hint={claim.documentHint}
        required
        errors={errors}
        accept=".pdf,.jpg,.jpeg,.png,.webp,application/pdf,image/jpeg,image/png,image/webp"
      />
    </fieldset>
  );
}

/** Who one is, and by what document it is seen that one may consent. */
function Claim({ page }: { readonly page: Room }) {
  const say = useSay();
  const { errors, sent, claim } = page;
  if (claim === undefined) return null;
  const names = ['name', 'relation', 'document', 'child', 'birth', 'confirmed'];
  return (
    <Line kind="first" margin={<p class="small">{say('page.guardian.asked-why')}</p>}>
      <ErrorSummary errors={errors} names={names} />
      {page.lacking === undefined ? null : (
        <p>{say('page.guardian.lacking', { ground: page.lacking.toLowerCase() })}</p>
      )}
      <Form action={`${page.here}/claim`} hidden={{ of: page.of }} files>
        <fieldset class="group">
          <legend>{say('page.guardian.about')}</legend>
          <Field
            name="child"
            label={say('page.guardian.child')}
            errors={errors}
            value={sent.child}
            maxlength={200}
            autocomplete="off"
            required
          />
          <Field
            name="birth"
            type="date"
            kind="input-date"
            label={say('page.guardian.birth')}
            errors={errors}
            value={sent.birth}
            autocomplete="off"
            required
          />
        </fieldset>
        <You page={page} claim={claim} />
        <Tick name="confirmed" errors={errors} label={say('page.guardian.confirm')} required />
        <Submit>{say('page.guardian.send')}</Submit>
      </Form>
    </Line>
  );
}

function Box({ box, page }: { readonly box: ConsentBox; readonly page: Room }) {
  const say = useSay();
  return (
    <section aria-labelledby={`consent-${box.id}`}>
      <h3 id={`consent-${box.id}`}>{box.title}</h3>
      <DocumentLines lines={box.lines} />
      <Tick
        name={box.id}
        errors={page.errors}
        checked={page.ticked.includes(box.id)}
        label={say('page.guardian.i-consent')}
      />
    </section>
  );
}

/** The consents, each apart, none ticked beforehand: the texts a grown-up is shown. */
function Give({ page }: { readonly page: Room }) {
  const say = useSay();
  if (page.boxes.length === 0 || page.policyHash === undefined) return null;
  const more = page.state === 'in-force';
  return (
    <Line kind={more ? 'section' : 'first'} margin={<p class="small">{say('page.guardian.each')}</p>}>
      {more ? <h2>{say('page.guardian.more')}</h2> : null}
      {more ? null : <ErrorSummary errors={page.errors} names={page.boxes.map(({ id }) => id)} />}
      {page.child === undefined ? null : <p>{say('page.guardian.subject', { child: page.child })}</p>}
      <Form
        action={page.here}
        hidden={{ act: 'give', of: page.of, policy: page.policyHash }}
        label={say('page.guardian.give')}
      >
        {page.boxes.map((box) => (
          <Box key={box.id} box={box} page={page} />
        ))}
        <Submit>{say('page.guardian.give')}</Submit>
      </Form>
    </Line>
  );
}

function Given({ page, row }: { readonly page: Room; readonly row: GivenView }) {
  const say = useSay();
  const label = `${say('page.guardian.withdraw')}: ${row.name}`;
  return (
    <li class={row.withdrawnAt === undefined ? undefined : 'withdrawn'}>
      <p>{row.name}</p>
      <p class="small muted">
        {row.withdrawnAt === undefined ? (
          <Timed say="page.guardian.given" at={row.givenAt} />
        ) : (
          <Timed say="page.guardian.withdrawn" at={row.withdrawnAt} />
        )}
        {row.own ? ` · ${say('page.guardian.by-minor')}` : ''}
      </p>
      {row.withdrawnAt === undefined ? (
        <Form
          action={page.here}
          hidden={{ act: 'withdraw', of: page.of, 'consent-id': row.id }}
          label={label}
        >
          <Submit kind="quiet">{say('page.guardian.withdraw')}</Submit>
        </Form>
      ) : null}
    </li>
  );
}

/** What was consented to, the copy of everything, and the end of the account. */
function InForce({ page }: { readonly page: Room }) {
  const say = useSay();
  if (page.state !== 'in-force') return null;
  return (
    <>
      <Line kind="first" margin={<p class="small">{say('page.guardian.export-why')}</p>}>
        <ErrorSummary errors={page.errors} names={['confirm', ...page.boxes.map(({ id }) => id)]} />
        <h2>{say('page.guardian.consents')}</h2>
        <ul class="plain-list">
          {page.given.map((row) => (
            <Given key={row.id} page={page} row={row} />
          ))}
        </ul>
        <p>
          <a href={`${page.here}/export.json?of=${page.of}`} download>
            {say('page.guardian.export')}
          </a>
        </p>
      </Line>
      <Give page={page} />
      <Line kind="section">
        <h2>{say('page.guardian.destroy-title')}</h2>
        <p>{say('page.guardian.destroy-lead')}</p>
        <Form
          action={page.here}
          hidden={{ act: 'destroy', of: page.of }}
          label={say('page.guardian.destroy-title')}
        >
          <Tick name="confirm" errors={page.errors} label={say('page.guardian.destroy-confirm')} />
          <Submit kind="grave">{say('page.guardian.destroy')}</Submit>
        </Form>
      </Line>
    </>
  );
}

/** To refuse nothing is proved. */
function Refuse({ page }: { readonly page: Room }) {
  const say = useSay();
  if (page.state === 'in-force') return null;
  return (
    <Line kind="section">
      <h2>{say('page.guardian.refuse-title')}</h2>
      <p>{say(page.there ? 'page.guardian.refuse-lead-there' : 'page.guardian.refuse-lead')}</p>
      <Form action={page.here} hidden={{ act: 'refuse', of: page.of }} label={say('page.guardian.refuse')}>
        <Submit kind="grave">{say('page.guardian.refuse')}</Submit>
      </Form>
    </Line>
  );
}

/** Behind the link of who may consent for a minor: who they are, what they allow, and what they end. */
export function GuardianRoom({ page }: { readonly page: Room }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Leaf>
      <Opening
        title={say('page.guardian.title')}
        lead={say(`page.guardian.lead-${page.state}`)}
        margin={
          <>
            {page.expiresAt === undefined ? null : (
              <p class="small">
                <Timed say="page.guardian.until" at={page.expiresAt} />
              </p>
            )}
            <p class="links">
              <a href={`${base}/privacy`}>{say('page.named.policy')}</a>
            </p>
          </>
        }
      />
      <Choices page={page} />
      <Claim page={page} />
      {page.state === 'proved' ? <Give page={page} /> : null}
      <InForce page={page} />
      <Refuse page={page} />
    </Leaf>
  );
}
