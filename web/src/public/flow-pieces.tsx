import { useSay } from '../frame/context.ts';
import type { FlowNode } from './flow-layout.ts';

/** A place on the sheet: from the left, from the top. */
export type Point = readonly [number, number];

/** How tall a line of a node is, on both sheets. */
export const leading = 20;

/** The nodes of a column, moved down by `by`. */
export function lowered(nodes: readonly FlowNode[], by: number): readonly FlowNode[] {
  return nodes.map((node) => ({ ...node, top: node.top + by }));
}

/** What both pictures say of themselves to those who do not see them. */
export function PictureNames({ id }: { readonly id: string }) {
  const say = useSay();
  return (
    <>
      <title id={`${id}-title`}>{say('page.flow.title')}</title>
      <desc id={`${id}-desc`}>{say('page.flow.desc')}</desc>
    </>
  );
}

/** The names of the three columns. */
export function useHeads(): readonly [string, string, string] {
  const say = useSay();
  return [say('page.flow.categories'), say('page.flow.purposes'), say('page.flow.recipients')];
}

interface NodeProps {
  readonly node: FlowNode;
  /** Where the words begin (or end); the stroke that holds them stands ten units before (or after). */
  readonly x: number;
  readonly anchor?: 'start' | 'end';
}

/** A node: its words and the stroke that holds them together. */
export function Node({ node, x, anchor = 'start' }: NodeProps) {
  return (
    <g>
      <path class="flow-edge" d={`M${anchor === 'end' ? x + 10 : x - 10} ${node.top}v${node.height}`} />
      <text x={x} y={node.top} text-anchor={anchor} class="flow-name">
        {node.lines.map((line, index) => (
          <tspan key={line} x={x} y={node.top + leading * (index + 0.72)}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}
