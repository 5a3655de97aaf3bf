import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Moment, Terms } from '../pieces/said.tsx';

/** Behind the link of whoever was named by another: what is held of them, and one press that ends it. */
export function Named({ page }: { readonly page: PageOf<'named'> }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  const { held } = page;
  const links = (
    <p class="links">
      <a href={`${base}/privacy`}>{say('page.named.policy')}</a>
      <a href={`${base}/claim`}>{say('page.named.claim')}</a>
    </p>
  );
  if (!held)
    return (
      <Leaf>
        <Opening title={say('page.named.gone')} lead={say('page.named.gone-lead')} margin={links} />
      </Leaf>
    );
  return (
    <Leaf>
      <Opening title={say('page.named.title')} lead={say('page.named.lead')} margin={links} />
      <Line kind="first" margin={<p class="small">{say('page.named.giver')}</p>}>
        <Terms
          lines={[
            ...held.lines,
            { term: say('page.named.purpose'), text: held.purpose },
            { term: say('page.named.given'), text: <Moment at={held.givenAt} /> },
            { term: say('page.named.number'), text: held.number },
          ]}
        />
        <p>{say('page.named.effect')}</p>
        <Form>
          <Submit>{say('page.named.refuse')}</Submit>
        </Form>
      </Line>
    </Leaf>
  );
}
