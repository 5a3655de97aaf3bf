import { bottomOf, type FlowNode, type FlowRow, layFlow, middleOf } from './flow-layout.ts';
import { leading, lowered, Node, PictureNames, useHeads } from './flow-pieces.tsx';

const measure = { letters: 27, leading, gap: 14 };
const width = 328;
/** Where the words begin, and where the arcs of the right side stand. */
const left = 52;
const right = 284;
/** Room for the name of a band. */
const headRoom = 40;

/** An arc from one node to another on one side of the column; the farther apart, the wider. */
function arc(from: FlowNode, to: FlowNode, side: 'left' | 'right'): string {
  const [y1, y2] = [middleOf(from), middleOf(to)];
  const width = 14 + Math.min(34, Math.abs(y2 - y1) / 14);
  const x = side === 'left' ? left - 10 : right;
  const reach = side === 'left' ? x - width : x + width;
  return `M${x} ${y1}C${reach} ${y1} ${reach} ${y2} ${x} ${y2}`;
}

/** Three bands one under another. */
function bands(columns: readonly (readonly FlowNode[])[]): readonly (readonly FlowNode[])[] {
  let foot = 0;
  return columns.map((column) => {
    const band = lowered(column, foot + headRoom);
    if (column.length > 0) foot = bottomOf(band) + 16;
    return band;
  });
}

function Band({ head, nodes }: { readonly head: string; readonly nodes: readonly FlowNode[] }) {
  const first = nodes[0];
  if (!first) return null;
  return (
    <g>
      <text x={left} y={first.top - 14} class="flow-head">
        {head}
      </text>
      {nodes.map((node) => (
        <Node key={node.top} node={node} x={left} />
      ))}
    </g>
  );
}

/** The ways of data in one column: arcs on the left lead to purposes, on the right to recipients. */
export function NarrowPicture({ flows }: { readonly flows: readonly FlowRow[] }) {
  const heads = useHeads();
  const graph = layFlow(flows, measure);
  const [ways = [], purposes = [], recipients = []] = bands(graph.columns);
  const drawn = (from: FlowNode | undefined, to: FlowNode | undefined, side: 'left' | 'right') =>
    from && to ? <path key={`${from.top}-${to.top}`} class="flow-link" d={arc(from, to, side)} /> : null;
  const foot = Math.max(bottomOf(ways), bottomOf(purposes), bottomOf(recipients));
  return (
    <svg
      class="flow flow-narrow"
      viewBox={`0 0 ${width} ${foot + 8}`}
      role="img"
      aria-labelledby="flow-narrow-title flow-narrow-desc"
    >
      <PictureNames id="flow-narrow" />
      {graph.toPurpose.map(([from, to]) => drawn(ways[from], purposes[to], 'left'))}
      {graph.toRecipient.map(([from, to]) => drawn(purposes[from], recipients[to], 'right'))}
      <Band head={heads[0]} nodes={ways} />
      <Band head={heads[1]} nodes={purposes} />
      <Band head={heads[2]} nodes={recipients} />
    </svg>
  );
}
