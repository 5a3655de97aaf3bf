import type { FindingView, PolicyHead } from '../../../src/server/pages.ts';
import { useFrame, useSay } from '../frame/context.ts';
import { anchorOf } from './clause.tsx';
import { Line } from './line.tsx';
import { Own } from './said.tsx';

const severities = ['error', 'conflict', 'warning', 'info'] as const;

interface FindingProps {
  readonly finding: FindingView;
  readonly of: Pick<PolicyHead, 'language'>;
}

/** A finding: what is wrong and what to do; in the margin the rule, the article, the clauses. */
function Finding({ finding, of }: FindingProps) {
  const say = useSay();
  const { speaker } = useFrame();
  const { rule, article, grade, clauses, text, help, noted } = finding;
  const margin = (
    <>
      <p class="small">
        {rule}
        {article === undefined ? null : ` · ${article}`}
        {grade === undefined || grade === 'official' ? null : ` (${speaker.sayCode('grade', grade)})`}
      </p>
      {clauses.length === 0 ? null : (
        <p class="small">
          {say('page.findings.clauses')}{' '}
          {clauses.map((id, at) => (
            <>
              {at === 0 ? null : ', '}
              <a key={id} href={`#${anchorOf({ id })}`}>
                {id}
              </a>
            </>
          ))}
        </p>
      )}
    </>
  );
  return (
    <Line kind="finding" margin={margin}>
      <p>{noted ? <Own of={of}>{text}</Own> : text}</p>
      <p class="small muted">{noted ? say('page.findings.noted') : help}</p>
    </Line>
  );
}

/** What the linter objects to, folded by how grave it is; the gravest is open. Nothing where all is well. */
export function Findings({
  findings,
  of,
}: { readonly findings: readonly FindingView[] } & Pick<FindingProps, 'of'>) {
  const say = useSay();
  if (findings.length === 0) return null;
  const groups = severities
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity)] as const)
    .filter(([, found]) => found.length > 0);
  return (
    <section class="findings" aria-labelledby="findings">
      <Line kind="section" margin={<p class="small">{say('page.findings.why')}</p>}>
        <h2 id="findings">{say('page.findings.title', { count: findings.length })}</h2>
      </Line>
      {groups.map(([severity, found], at) => (
        <details key={severity} class="finding-group" open={at === 0 && severity === 'error'}>
          <summary>{say(`page.findings.${severity}`, { count: found.length })}</summary>
          {found.map((finding, place) => (
            <Finding key={place} finding={finding} of={of} />
          ))}
        </details>
      ))}
    </section>
  );
}
