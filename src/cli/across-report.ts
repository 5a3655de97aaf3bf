import type { Across, Said } from '../policy/index.ts';
import type { Speaker } from '../words/index.ts';

/** Labels under the names of their facets, a line for each facet. */
function byFacet(speaker: Speaker, labels: readonly Said[]): readonly string[] {
  const facets = [...new Set(labels.map(([facet]) => facet))];
  return facets.map((facet) => {
    const own = labels.filter(([of]) => of === facet);
    const names = own.map(([, label]) => speaker.label(facet, label));
    return `  ${speaker.sayCode('facet', facet)}: ${names.join(', ')}`;
  });
}

/** What several policies have in common and in what they differ, as lines; of none of it, no line. */
export function acrossText(speaker: Speaker, across: Across, count: number): readonly string[] {
  const { say } = speaker;
  const { shared, common, alone, alike } = across;
  const part = (head: string, lines: readonly string[]) => (lines.length > 0 ? [head, ...lines] : []);
  const objection = ({ rule, code, labels, names }: Across['shared'][number]) => {
    const what = speaker.list(labels.map(([facet, label]) => speaker.label(facet, label)));
    const where = names.length === count ? '' : ` (${names.join(', ')})`;
    return `  ${rule}${where}: ${speaker.sayCode('finding', code, { what })}`;
  };
  const everywhere = shared.filter(({ names }) => names.length === count).map(objection);
  const several = shared.filter(({ names }) => names.length < count).map(objection);
  return [
    ...part(say('cli.across.everywhere'), everywhere),
    ...part(say('cli.across.several'), several),
    ...alike.map(({ names: [first, second], share }) =>
      say('cli.across.alike', { first, second, percent: Math.round(share * 100) }),
    ),
    ...part(say('cli.across.common'), byFacet(speaker, common)),
    ...alone.flatMap(({ name, labels }) => part(say('cli.across.alone', { name }), byFacet(speaker, labels))),
  ];
}
