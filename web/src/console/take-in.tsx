import { consoleBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { AnswerTo } from '../pieces/answer-to.tsx';
import { Area, Choice, Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Ticks } from '../pieces/tick.tsx';

const names = ['channel', 'receivedOn', 'kind', 'address', 'name', 'answerTo', 'language', 'words'];

/** How and when it came. */
function Came({ page }: { readonly page: PageOf<'take-in'> }) {
  const say = useSay();
  const { errors, sent } = page;
  return (
    <>
      <Ticks
        type="radio"
        name="channel"
        legend={say('page.take-in.channel')}
        options={page.channels}
        errors={errors}
        chosen={sent.channel ? [sent.channel] : []}
      />
      <Field
        name="receivedOn"
        type="date"
        label={say('page.take-in.received-on')}
        errors={errors}
        value={sent.receivedOn ?? page.today}
      />
      <Field
        name="receivedAt"
        label={say('page.take-in.received-at')}
        hint={say('page.take-in.received-at-hint')}
        errors={errors}
        value={sent.receivedAt}
        inputmode="numeric"
        maxlength={5}
        required={false}
      />
    </>
  );
}

/** A request that came by another way than the cabinet, taken in by staff. */
export function TakeIn({ page }: { readonly page: PageOf<'take-in'> }) {
  const say = useSay();
  const action = `${consoleBase(useFrame().service)}/requests/new`;
  const { errors, sent } = page;
  return (
    <Leaf>
      <Opening title={say('page.take-in.title')} lead={say('page.take-in.lead')} />
      <Line kind="first">
        <ErrorSummary errors={errors} names={names} />
        <Form action={action} label={say('page.take-in.title')}>
          <Came page={page} />
          <Choice
            name="kind"
            label={say('page.take-in.kind')}
            errors={errors}
            options={[{ key: '', name: '—' }, ...page.kinds]}
            value={sent.kind}
          />
          <Field
            name="address"
            label={say('page.take-in.address')}
            hint={say('page.take-in.address-hint')}
            errors={errors}
            value={sent.address}
            maxlength={254}
            autocomplete="off"
            required={false}
          />
          <AnswerTo
            legend={say('page.take-in.stranger')}
            name={say('page.take-in.name')}
            languages={page.languages}
            sent={sent}
            errors={errors}
          />
          <Area
            name="words"
            label={say('page.take-in.words')}
            errors={errors}
            value={sent.words}
            rows={6}
            maxlength={5000}
          />
          <Submit>{say('page.take-in.send')}</Submit>
        </Form>
      </Line>
    </Leaf>
  );
}
