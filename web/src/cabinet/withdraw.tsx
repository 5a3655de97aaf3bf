import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { KeptLines } from '../pieces/kept.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { Empty } from '../pieces/said.tsx';
import { Tick, Ticks } from '../pieces/tick.tsx';

/** Withdrawal of a consent, whole or by purpose: what stops, what stays and why, before anything happens. */
export function Withdraw({ page }: { readonly page: PageOf<'withdraw'> }) {
  const say = useSay();
  const options = page.stops.map((stop) => ({ key: stop.purpose, name: stop.name, hint: stop.effect }));
  return (
    <Leaf>
      <Opening
        title={say('page.withdraw.title')}
        lead={<Timed say="page.withdraw.lead" at={page.consent.givenAt} />}
        margin={<p class="small">{say('page.withdraw.why')}</p>}
      />
      <Line kind="first">
        <ErrorSummary errors={page.errors} names={['purpose', 'whole']} />
        <Form>
          {options.length === 0 ? (
            <Empty>{say('page.withdraw.empty')}</Empty>
          ) : (
            <Ticks
              name="purpose"
              legend={say('page.withdraw.purposes')}
              options={options}
              errors={page.errors}
            />
          )}
          <Tick
            name="whole"
            label={say('page.withdraw.whole')}
            hint={say('page.withdraw.whole-hint')}
            errors={page.errors}
          />
          <Submit kind="grave">{say('page.withdraw.send')}</Submit>
        </Form>
        <p class="small">
          <a href={page.consent.href}>{say('page.withdraw.keep')}</a>
        </p>
      </Line>
      {page.stays.length === 0 ? null : (
        <Line margin={<p class="small">{say('page.withdraw.stays-why')}</p>}>
          <h2>{say('page.withdraw.stays')}</h2>
          <KeptLines lines={page.stays} kind="stays" />
        </Line>
      )}
    </Leaf>
  );
}
