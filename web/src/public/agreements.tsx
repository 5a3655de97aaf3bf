import type { AgreementBox } from '../../../src/server/pages.ts';
import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { AgreementMargin, BoxText, Paragraphs } from '../pieces/agreement.tsx';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { Empty } from '../pieces/said.tsx';
import { Tick } from '../pieces/tick.tsx';

/** The documents of a service in all versions. */
export function Agreements({ page }: { readonly page: PageOf<'agreements'> }) {
  const say = useSay();
  return (
    <Leaf>
      <Opening
        title={say('page.agreements.title')}
        lead={say('page.agreements.lead')}
        margin={<p class="small">{say('agreement.apart')}</p>}
      />
      {page.rows.length === 0 ? (
        <Line kind="first">
          <Empty>{say('page.agreements.empty')}</Empty>
        </Line>
      ) : null}
      {page.rows.map((row) => (
        <Line key={row.href} kind="key-row" margin={<AgreementMargin row={row} />}>
          <h2>
            <a href={row.href}>{row.name}</a>
          </h2>
        </Line>
      ))}
    </Leaf>
  );
}

/** One version of a document. */
export function Agreement({ page }: { readonly page: PageOf<'agreement'> }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  const { version, live, endedAt } = page;
  return (
    <Leaf>
      <Opening title={version.name} margin={<AgreementMargin row={version} />} />
      {version.state === 'in-force' ? null : (
        <Line kind="first">
          <p>{say('page.agreement.not-in-force')}</p>
          {endedAt === undefined ? null : (
            <p class="small">
              <Timed say="agreement.ended-at" at={endedAt} />
            </p>
          )}
          {version.state === 'ended' ? null : (
            <p>
              <a href={live}>{say('page.agreement.live')}</a>
            </p>
          )}
        </Line>
      )}
      <Line>
        <Paragraphs of={version} />
      </Line>
      <Line kind="closing" margin={<p class="small">{say('agreement.apart')}</p>}>
        <p>
          <a href={`${base}/agreements`}>{say('page.agreement.all')}</a>
        </p>
      </Line>
    </Leaf>
  );
}

function Box({ box, page }: { readonly box: AgreementBox; readonly page: PageOf<'limited'> }) {
  const say = useSay();
  const name = `agree.${box.id}`;
  return (
    <Line kind="consent" margin={<AgreementMargin row={box} bare />}>
      <h2>{box.name}</h2>
      <BoxText box={box} />
      <input type="hidden" name={`sha256.${box.id}`} value={box.sha256} />
      <Tick
        name={name}
        errors={page.errors}
        required
        checked={page.ticked.includes(name)}
        label={say('page.my-agreements.agree')}
      />
    </Line>
  );
}

function NothingToAccept({ base }: { readonly base: string }) {
  const say = useSay();
  return (
    <Leaf>
      <Opening title={say('page.limited.title')} />
      <Line kind="first">
        <Empty>{say('page.limited.none')}</Empty>
        <p>
          <a href={`${base}/register`}>{say('page.limited.register')}</a>
        </p>
      </Line>
    </Leaf>
  );
}

/** An account that rests on accepted documents alone: the documents, an address, and no consent. */
export function Limited({ page }: { readonly page: PageOf<'limited'> }) {
  const say = useSay();
  const { service, speaker } = useFrame();
  const base = publicBase(service);
  const names = [...page.boxes.map(({ id }) => `agree.${id}`), 'address', 'adult'];
  if (page.boxes.length === 0) return <NothingToAccept base={base} />;
  return (
    <Leaf>
      <Opening
        title={say('page.limited.title')}
        lead={say('page.limited.lead')}
        margin={<p class="small">{say('agreement.apart')}</p>}
      />
      <Line kind="first">
        <ErrorSummary errors={page.errors} names={names} />
        <p>
          <a href={`${base}/register`}>{say('page.limited.register')}</a>
        </p>
      </Line>
      <Form action={`${base}/limited`} hidden={{ language: speaker.language }} kind="lines">
        {page.boxes.map((box) => (
          <Box key={box.id} box={box} page={page} />
        ))}
        <Line kind="asked" margin={<p class="small">{say('page.limited.address-why')}</p>}>
          <Field
            name="address"
            label={say('page.limited.address', { names: page.address.label })}
            errors={page.errors}
            value={page.address.value}
            autocomplete="email"
            maxlength={254}
            required
          />
          <Tick
            name="adult"
            errors={page.errors}
            required
            checked={page.ticked.includes('adult')}
            label={say('page.limited.adult')}
          />
        </Line>
        <Line kind="closing">
          <h2>{say('page.limited.what')}</h2>
          <p>{say('page.limited.what-text')}</p>
          <Submit>{say('page.limited.send')}</Submit>
        </Line>
      </Form>
    </Leaf>
  );
}
