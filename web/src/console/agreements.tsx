import type { Language } from '../../../src/server/pages.ts';
import { consoleBase, type Sentence, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { AgreementMargin, Paragraphs } from '../pieces/agreement.tsx';
import { Area, Choice, Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { Empty } from '../pieces/said.tsx';

type RegisterPage = PageOf<'agreement-register'>;

function Row({ row }: { readonly row: RegisterPage['rows'][number] }) {
  const say = useSay();
  const past = row.state === 'archived' || row.state === 'ended' || row.state === 'dropped';
  return (
    <Line kind={past ? 'key-row revoked' : 'key-row'} margin={<AgreementMargin row={row} />}>
      <h3>
        <a href={row.href}>{row.name}</a>
      </h3>
      <p class="small">
        {row.approvedAt === undefined ? (
          <Timed say="page.agreement-register.proposed-at" at={row.proposedAt} />
        ) : (
          <Timed say="page.agreement-register.approved-at" at={row.approvedAt} />
        )}
      </p>
      {row.endedAt === undefined ? null : (
        <p class="small">
          <Timed say="agreement.ended-at" at={row.endedAt} />
        </p>
      )}
      {row.number === undefined ? null : (
        <p class="small">{say('page.agreement-register.accepted', { count: row.accepted })}</p>
      )}
    </Line>
  );
}

function NewVersion({ page }: { readonly page: RegisterPage }) {
  const say = useSay();
  const { values, errors } = page;
  const text = (language: 'ru' | 'kk' | 'en') => ({
    ...{ name: `text.${language}`, errors, value: values.texts[language], rows: 10, required: false },
    maxlength: 50_000,
  });
  return (
    <Line kind="section" margin={<p class="small">{say('page.agreement-register.new-why')}</p>}>
      <h2>{say('page.agreement-register.new')}</h2>
      <Form label={say('page.agreement-register.new')}>
        <Choice
          {...{ name: 'kind', options: page.kinds, errors, value: values.kind }}
          label={say('page.agreement-register.kind')}
        />
        <Field
          {...{ name: 'effectiveOn', errors, autocomplete: 'off', type: 'date', kind: 'input-date' }}
          label={say('page.agreement-register.effective-on')}
          value={values.effectiveOn}
          required
        />
        <Area
          {...text('ru')}
          label={say('page.agreement-register.text-ru')}
          hint={say('page.agreement-register.text-hint')}
        />
        <Area {...text('kk')} label={say('page.agreement-register.text-kk')} />
        <Area {...text('en')} label={say('page.agreement-register.text-en')} />
        <Submit>{say('page.agreement-register.propose')}</Submit>
      </Form>
    </Line>
  );
}

const names = ['kind', 'effectiveOn', 'text.ru', 'text.kk', 'text.en'];

/** The register of documents: versions prepared, approved, in force, in the archive. */
export function AgreementRegister({ page }: { readonly page: RegisterPage }) {
  const say = useSay();
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.agreement-register.title')}
        lead={say('page.agreement-register.lead')}
        margin={<p class="small">{say('agreement.apart')}</p>}
      />
      <Line kind="first">
        <ErrorSummary errors={page.errors} names={names} />
        <h2>{say('page.agreement-register.list')}</h2>
        {page.rows.length === 0 ? <Empty>{say('page.agreement-register.empty')}</Empty> : null}
      </Line>
      {page.rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
      <NewVersion page={page} />
    </Leaf>
  );
}

function Acts({ page }: { readonly page: PageOf<'agreement-version'> }) {
  const say = useSay();
  const { state } = page.version;
  const proposed = state === 'proposed';
  if (!proposed && state !== 'waiting' && state !== 'in-force') return null;
  const end = say(proposed ? 'page.agreement-version.drop' : 'page.agreement-version.end');
  return (
    <>
      {proposed && page.own ? <p class="small">{say('page.agreement-version.own')}</p> : null}
      {proposed && page.approves && !page.own ? (
        <Form hidden={{ act: 'approve' }} label={say('page.agreement-version.approve')}>
          <Submit>{say('page.agreement-version.approve')}</Submit>
        </Form>
      ) : null}
      <Form hidden={{ act: 'end' }} label={end}>
        <Submit kind="quiet">{end}</Submit>
      </Form>
    </>
  );
}

const languageTitles: Readonly<Record<Language, Sentence>> = {
  ru: 'page.agreement-register.text-ru',
  kk: 'page.agreement-register.text-kk',
  en: 'page.agreement-register.text-en',
};

/** One version of a document, in every language there is of it, to read before it is approved. */
export function AgreementVersion({ page }: { readonly page: PageOf<'agreement-version'> }) {
  const say = useSay();
  const { service } = useFrame();
  return (
    <Leaf kind="dense">
      <Opening
        title={page.version.name}
        margin={
          <>
            <AgreementMargin row={page.version} />
            <p class="links">
              <a href={`${consoleBase(service)}/agreements`}>{say('page.agreement-version.back')}</a>
            </p>
          </>
        }
      />
      <Line kind="first">
        <Acts page={page} />
      </Line>
      {page.texts.map((text) => (
        <Line key={text.language} kind="section">
          <h2>{say(languageTitles[text.language])}</h2>
          <Paragraphs of={text} />
        </Line>
      ))}
    </Leaf>
  );
}
