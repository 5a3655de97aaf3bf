import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';

/** Behind the link of a letter: one press refuses more; no signing in, no question why. */
export function Unsubscribe({ page }: { readonly page: PageOf<'unsubscribe'> }) {
  const say = useSay();
  const { service } = useFrame();
  const what = { topic: page.topic, way: page.way };
  return (
    <Leaf>
      <Opening
        title={say('page.unsubscribe.title')}
        lead={say(page.done ? 'page.unsubscribe.done' : 'page.unsubscribe.lead', what)}
      />
      <Line kind="first">
        {page.done ? (
          <p>
            <a href={`${publicBase(service)}/me/mailings`}>{say('page.unsubscribe.cabinet')}</a>
          </p>
        ) : (
          <Form>
            <Submit>{say('page.unsubscribe.send')}</Submit>
          </Form>
        )}
      </Line>
    </Leaf>
  );
}
