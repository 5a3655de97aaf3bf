import { useSay } from '../frame/context.ts';
import { bottomOf, type FlowGraph, type FlowNode, type FlowRow, layFlow, middleOf } from './flow-layout.ts';

const wide = { width: 980, head: 44, columns: [262, 348, 714], letters: 29, leading: 20, gap: 18 };
/** Where links start and end, in the units of the wide sheet. */
const at = { way: 272, purpose: 338, turn: 620, recipient: 704 };
const narrow = { width: 328, left: 52, right: 284, band: 40, letters: 27, leading: 20, gap: 14 };

interface TextProps {
  readonly node: FlowNode;
  readonly x: number;
  readonly y: number;
  readonly leading: number;
  readonly anchor?: 'start' | 'end';
}

function NodeText({ node, x, y, leading, anchor = 'start' }: TextProps) {
  return (
    <text x={x} y={y} text-anchor={anchor} class="flow-name">
      {node.lines.map((line, index) => (
        <tspan key={index} x={x} y={y + node.top + leading * (index + 0.72)}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function curve(x1: number, y1: number, x2: number, y2: number): string {
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

function Names({ id }: { readonly id: string }) {
  const say = useSay();
  return (
    <>
      <title id={`${id}-title`}>{say('page.flow.title')}</title>
      <desc id={`${id}-desc`}>{say('page.flow.desc')}</desc>
    </>
  );
}

/** Where the words of a node end, near enough: letters are about half as wide as the type is tall. */
function endOf(node: FlowNode | undefined, x: number): number {
  return x + Math.max(0, ...(node?.lines ?? []).map((line) => line.length)) * 8.2 + 10;
}

/** From the end of a purpose's words, straight to the turn, then curving to the recipient. */
function onward(from: FlowNode | undefined, y1: number, y2: number): string {
  const start = Math.min(endOf(from, wide.columns[1] ?? 0), at.turn);
  return `M${start} ${y1}H${at.turn}${curve(at.turn, y1, at.recipient, y2).replace(/^M\S+ [^C]+/, '')}`;
}

/** Three columns side by side. */
function WidePicture({ graph }: { readonly graph: FlowGraph }) {
  const say = useSay();
  const height = Math.max(...graph.columns.map(bottomOf));
  const [ways, purposes, recipients] = graph.columns;
  const shift = graph.columns.map((column) => wide.head + (height - bottomOf(column)) / 2);
  const y = (column: 0 | 1 | 2, node: FlowNode | undefined) => (node ? (shift[column] ?? 0) + middleOf(node) : 0);
  const heads = [say('page.flow.categories'), say('page.flow.purposes'), say('page.flow.recipients')];
  return (
    <svg class="flow flow-wide" viewBox={`0 0 ${wide.width} ${height + wide.head + 8}`} role="img" aria-labelledby="flow-wide-title flow-wide-desc">
      <Names id="flow-wide" />
      {heads.map((head, column) => (
        <text key={head} x={wide.columns[column]} y={16} text-anchor={column === 0 ? 'end' : 'start'} class="flow-head">
          {head}
        </text>
      ))}
      {graph.toRecipient.map(([from, to]) => (
        <path key={`r${from}-${to}`} class="flow-link" d={onward(purposes[from], y(1, purposes[from]), y(2, recipients[to]))} />
      ))}
      {ways.map((way, index) => (
        <g key={way.lines.join()} class="flow-way">
          {graph.toPurpose
            .filter(([from]) => from === index)
            .map(([, to]) => (
              <path key={to} class="flow-link" d={curve(at.way, y(0, way), at.purpose, y(1, purposes[to]))} />
            ))}
          <path class="flow-edge" d={`M${at.way} ${(shift[0] ?? 0) + way.top}v${way.height}`} />
          <NodeText node={way} x={wide.columns[0] ?? 0} y={shift[0] ?? 0} leading={wide.leading} anchor="end" />
        </g>
      ))}
      {purposes.map((node) => (
        <g key={node.lines.join()}>
          <path class="flow-edge" d={`M${at.purpose} ${(shift[1] ?? 0) + node.top}v${node.height}`} />
          <NodeText node={node} x={wide.columns[1] ?? 0} y={shift[1] ?? 0} leading={wide.leading} />
        </g>
      ))}
      {recipients.map((node) => (
        <g key={node.lines.join()}>
          <path class="flow-edge" d={`M${at.recipient} ${(shift[2] ?? 0) + node.top}v${node.height}`} />
          <NodeText node={node} x={wide.columns[2] ?? 0} y={shift[2] ?? 0} leading={wide.leading} />
        </g>
      ))}
    </svg>
  );
}

function arc(x: number, y1: number, y2: number, side: -1 | 1): string {
  const reach = x + side * (14 + Math.min(34, Math.abs(y2 - y1) / 14));
  return `M${x} ${y1}C${reach} ${y1} ${reach} ${y2} ${x} ${y2}`;
}

/** One column, arcs on its sides: on the left from data to purposes, on the right from purposes to recipients. */
function NarrowPicture({ graph }: { readonly graph: FlowGraph }) {
  const say = useSay();
  const heads = [say('page.flow.categories'), say('page.flow.purposes'), say('page.flow.recipients')];
  const [ways, purposes, recipients] = graph.columns;
  let foot = 0;
  const starts = graph.columns.map((column) => {
    const start = foot + narrow.band;
    foot = start + bottomOf(column) + (column.length > 0 ? 16 : 0);
    return start;
  });
  const y = (column: 0 | 1 | 2, node: FlowNode | undefined) => (node ? (starts[column] ?? 0) + middleOf(node) : 0);
  const { left, right } = narrow;
  return (
    <svg class="flow flow-narrow" viewBox={`0 0 ${narrow.width} ${foot + 4}`} role="img" aria-labelledby="flow-narrow-title flow-narrow-desc">
      <Names id="flow-narrow" />
      {graph.toPurpose.map(([from, to]) => (
        <path key={`p${from}-${to}`} class="flow-link" d={arc(left - 8, y(0, ways[from]), y(1, purposes[to]), -1)} />
      ))}
      {graph.toRecipient.map(([from, to]) => (
        <path key={`r${from}-${to}`} class="flow-link" d={arc(right, y(1, purposes[from]), y(2, recipients[to]), 1)} />
      ))}
      {graph.columns.map((column, index) =>
        column.length === 0 ? null : (
          <g key={heads[index]}>
            <text x={left} y={(starts[index] ?? 0) - 14} class="flow-head">
              {heads[index]}
            </text>
            {column.map((node) => (
              <g key={node.lines.join()}>
                <path class="flow-edge" d={`M${left - 8} ${(starts[index] ?? 0) + node.top}v${node.height}`} />
                <NodeText node={node} x={left} y={starts[index] ?? 0} leading={narrow.leading} />
              </g>
            ))}
          </g>
        ),
      )}
    </svg>
  );
}

/** The way of each datum as one drawn map: three columns on a wide sheet, one with arcs on a phone. Static, printable. */
export function FlowPicture({ flows }: { readonly flows: readonly FlowRow[] }) {
  return (
    <div class="flow-picture">
      <WidePicture graph={layFlow(flows, wide)} />
      <NarrowPicture graph={layFlow(flows, narrow)} />
    </div>
  );
}
