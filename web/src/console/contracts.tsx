import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { ContractLines, ContractMargin, IdentityPart } from '../pieces/contract.tsx';
import { Choice, Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { Empty, More, Names, Reasons } from '../pieces/said.tsx';
import { Ticks } from '../pieces/tick.tsx';

type PersonPage = PageOf<'person-contracts'>;

/** The register of contracts of a service. */
export function Contracts({ page }: { readonly page: PageOf<'contracts'> }) {
  const say = useSay();
  return (
    <Leaf kind="dense">
      <Opening title={say('page.contracts.title')} lead={say('page.contracts.lead')} />
      {page.rows.length === 0 ? (
        <Line kind="first">
          <Empty>{say('page.contracts.empty')}</Empty>
        </Line>
      ) : null}
      {page.rows.map((row) => (
        <Line
          key={row.id}
          kind={row.endedAt === undefined ? 'key-row' : 'key-row revoked'}
          margin={<ContractMargin row={row} />}
        >
          <h2>
            <a href={row.href}>{say('page.contracts.number', { number: row.number })}</a>
          </h2>
          <ContractLines row={row} />
        </Line>
      ))}
      {page.more === undefined ? null : (
        <Line kind="closing">
          <More href={page.more} />
        </Line>
      )}
    </Leaf>
  );
}

function Identity({ page }: { readonly page: PersonPage }) {
  const say = useSay();
  return (
    <Line kind="section" margin={<p class="small">{say('page.person-contracts.how')}</p>}>
      <h2>{say('page.person-contracts.identity')}</h2>
      <Reasons reasons={page.refused} />
      {page.needed.length === 0 ? <Empty>{say('page.person-contracts.nothing')}</Empty> : null}
      {page.needed.map((group) => (
        <div key={group[0]?.name}>
          {group.length > 1 ? <p class="small">{say('page.person-contracts.one-of')}</p> : null}
          <ul class="plain-list">
            {group.map((part) => (
              <li key={part.name}>
                <IdentityPart {...part} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {page.lacking.length === 0 ? null : (
        <p>{say('page.person-contracts.lacking', { names: page.lacking.join(', ') })}</p>
      )}
      <Form hidden={{ act: 'conclude' }} label={say('page.person-contracts.conclude')}>
        <Submit>{say('page.person-contracts.conclude')}</Submit>
      </Form>
    </Line>
  );
}

function Made({ page }: { readonly page: PersonPage }) {
  const say = useSay();
  return (
    <>
      <Line kind="section" margin={<p class="small">{say('page.person-contracts.end-why')}</p>}>
        <h2>{say('page.person-contracts.list')}</h2>
        {page.rows.length === 0 ? <Empty>{say('page.person-contracts.empty')}</Empty> : null}
      </Line>
      {page.rows.map((row) => (
        <Line
          key={row.id}
          kind={row.endedAt === undefined ? 'key-row' : 'key-row revoked'}
          margin={<ContractMargin row={row} />}
        >
          <h3>{say('page.contracts.number', { number: row.number })}</h3>
          <ContractLines row={row} />
          {row.endedAt === undefined ? (
            <Form
              hidden={{ act: 'end', id: row.id }}
              label={`${say('page.person-contracts.end')}: ${row.number}`}
            >
              <Submit kind="quiet">{say('page.person-contracts.end')}</Submit>
            </Form>
          ) : null}
        </Line>
      ))}
    </>
  );
}

function Check({ row }: { readonly row: PersonPage['checks'][number] }) {
  const say = useSay();
  const { matched, answeredAt } = row;
  return (
    <Line
      kind="key-row"
      margin={
        <p class="small">
          <Timed say="page.person-contracts.asked-at" at={row.askedAt} />
        </p>
      }
    >
      <h3>
        <Names names={row.categories} />
      </h3>
      <p class="small">{row.law}</p>
      {matched === undefined || answeredAt === undefined ? (
        (['yes', 'no'] as const).map((answer) => (
          <Form
            key={answer}
            hidden={{ act: 'answer', id: row.id, answer }}
            label={say('page.person-contracts.answer')}
          >
            <Submit {...(answer === 'no' && { kind: 'quiet' })}>
              {say(answer === 'yes' ? 'page.person-contracts.yes' : 'page.person-contracts.no')}
            </Submit>
          </Form>
        ))
      ) : (
        <p>
          <Timed
            say={matched ? 'page.person-contracts.matched' : 'page.person-contracts.differs'}
            at={answeredAt}
          />
        </p>
      )}
    </Line>
  );
}

function Compare({ page }: { readonly page: PersonPage }) {
  const say = useSay();
  const { values, errors } = page;
  return (
    <Line kind="section" margin={<p class="small">{say('page.person-contracts.compare-why')}</p>}>
      <h2>{say('page.person-contracts.compare')}</h2>
      {page.sources.length === 0 ? (
        <Empty>{say('page.person-contracts.no-source')}</Empty>
      ) : (
        <Form hidden={{ act: 'compare' }} label={say('page.person-contracts.compare')}>
          <Choice
            {...{ name: 'recipient', options: page.sources, errors, value: values.recipient }}
            label={say('page.person-contracts.source')}
          />
          <Field
            {...{ name: 'law', errors, value: values.law, autocomplete: 'off', maxlength: 200 }}
            label={say('page.person-contracts.law')}
            hint={say('page.person-contracts.law-hint')}
            required
          />
          <Ticks
            {...{ name: 'category', options: page.categories, errors, chosen: values.categories }}
            legend={say('page.person-contracts.categories')}
          />
          <Submit>{say('page.person-contracts.send')}</Submit>
        </Form>
      )}
    </Line>
  );
}

/** Contracts with one person: what of who they are is confirmed, what was made, what was compared. */
export function PersonContracts({ page }: { readonly page: PersonPage }) {
  const say = useSay();
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.person-contracts.title')}
        lead={say('page.person-contracts.lead')}
        margin={
          <p class="links">
            <a href={page.person}>{say('page.person-contracts.back')}</a>
          </p>
        }
      />
      <Line kind="first">
        <ErrorSummary errors={page.errors} names={['recipient', 'law', 'category']} />
        <p>
          {page.asked === undefined
            ? say('page.person-contracts.not-asked')
            : say('page.person-contracts.asked', { clauses: page.asked.join(', ') })}
        </p>
      </Line>
      {page.asked === undefined ? null : <Identity page={page} />}
      <Made page={page} />
      {page.checks.length === 0 ? null : (
        <Line kind="section">
          <h2>{say('page.person-contracts.checks')}</h2>
        </Line>
      )}
      {page.checks.map((row) => (
        <Check key={row.id} row={row} />
      ))}
      {page.asked === undefined ? null : <Compare page={page} />}
    </Leaf>
  );
}
