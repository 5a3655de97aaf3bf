import { bottomOf, type FlowNode, type FlowRow, layFlow, middleOf } from './flow-layout.ts';
import { leading, lowered, Node, PictureNames, type Point, useHeads } from './flow-pieces.tsx';

const measure = { letters: 29, leading, gap: 18 };
const width = 980;
/** Room for the names of the columns. */
const headRoom = 44;
/** Where the words of each column stand: the first ends there, the others begin there. */
const columnAt = [262, 348, 714] as const;
/** Where links from purposes leave their straight way. */
const turn = 620;

function curve([x1, y1]: Point, [x2, y2]: Point): string {
  const middle = (x1 + x2) / 2;
  return `C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

/** From the end of a purpose's words, straight to the turn, then curving. A letter is about 8 units wide. */
function onward(from: FlowNode, to: FlowNode): string {
  const words = Math.max(...from.lines.map((line) => line.length)) * 8.2;
  const start = Math.min(columnAt[1] + words + 10, turn);
  const y = middleOf(from);
  return `M${start} ${y}H${turn}${curve([turn, y], [columnAt[2] - 10, middleOf(to)])}`;
}

function toPurpose(from: FlowNode, to: FlowNode): string {
  const start: Point = [columnAt[0] + 10, middleOf(from)];
  return `M${start.join(' ')}${curve(start, [columnAt[1] - 10, middleOf(to)])}`;
}

function Heads() {
  return (
    <>
      {useHeads().map((head, column) => (
        <text
          key={head}
          x={columnAt[column]}
          y={16}
          text-anchor={column === 0 ? 'end' : 'start'}
          class="flow-head"
        >
          {head}
        </text>
      ))}
    </>
  );
}

/** The ways of data in three columns side by side. */
export function WidePicture({ flows }: { readonly flows: readonly FlowRow[] }) {
  const graph = layFlow(flows, measure);
  const height = Math.max(...graph.columns.map(bottomOf));
  const [ways = [], purposes = [], recipients = []] = graph.columns.map((column) =>
    lowered(column, headRoom + (height - bottomOf(column)) / 2),
  );
  const drawn = (from: FlowNode | undefined, to: FlowNode | undefined, line: typeof onward) =>
    from && to ? <path key={`${from.top}-${to.top}`} class="flow-link" d={line(from, to)} /> : null;
  return (
    <svg
      class="flow flow-wide"
      viewBox={`0 0 ${width} ${height + headRoom + 8}`}
      role="img"
      aria-labelledby="flow-wide-title flow-wide-desc"
    >
      <PictureNames id="flow-wide" />
      <Heads />
      {graph.toRecipient.map(([from, to]) => drawn(purposes[from], recipients[to], onward))}
      {ways.map((way, index) => (
        <g key={way.top} class="flow-way">
          {graph.toPurpose.map(([from, to]) => (from === index ? drawn(way, purposes[to], toPurpose) : null))}
          <Node node={way} x={columnAt[0]} anchor="end" />
        </g>
      ))}
      {purposes.map((node) => (
        <Node key={node.top} node={node} x={columnAt[1]} />
      ))}
      {recipients.map((node) => (
        <Node key={node.top} node={node} x={columnAt[2]} />
      ))}
    </svg>
  );
}
