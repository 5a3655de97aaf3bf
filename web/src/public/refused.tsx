import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Reasons } from '../pieces/said.tsx';

/** A no, with its reasons and what one may do instead. */
export function Refused({ page }: { readonly page: PageOf<'refused'> }) {
  const say = useSay();
  return (
    <Leaf>
      <Opening
        title={page.title}
        {...(page.help === undefined ? {} : { lead: page.help })}
        margin={<p class="small figure">{say('page.refused.status', { status: page.status })}</p>}
      />
      {page.reasons.length === 0 ? null : (
        <Line kind="first">
          <h2>{say('page.refused.because')}</h2>
          <Reasons reasons={page.reasons} />
        </Line>
      )}
      <Line kind="closing">
        <p>
          <a href={page.back?.href ?? '/'}>{page.back?.text ?? say('page.refused.home')}</a>
        </p>
      </Line>
    </Leaf>
  );
}
