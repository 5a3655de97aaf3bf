import {
  isLatePaper,
  mostPaperMegabytes,
  type PaperRecord,
  paperNumber,
  type ShownPaper,
  type World,
} from '../../system/index.ts';
import type { Speaker } from '../../words/index.ts';
import type { PaperPartView, PaperView } from '../paper-parts.ts';
import { fileViews } from './files.ts';

/** An application for a list or its page; `href` is its page. */
export function paperView(
  world: World,
  row: PaperRecord,
  around: { readonly speaker: Speaker; readonly href: string },
): PaperView {
  const { speaker, href } = around;
  const { id, offer, state, madeAt, sentAt, decidedAt, way, dueOn, endsOn } = row;
  const named = offer === 'registration' || offer === 'base';
  return {
    ...{ id, state, madeAt, href },
    number: paperNumber(world, row),
    title: named ? speaker.sayCode('paper-offer', offer) : speaker.title('purposes', offer),
    late: isLatePaper(world, row),
    registers: offer === 'registration',
    ...(sentAt !== undefined && { sentAt }),
    ...(decidedAt !== undefined && { decidedAt }),
    ...(way !== undefined && { way: speaker.sayCode('paper-way', way) }),
    ...(dueOn !== undefined && { dueOn }),
    ...(endsOn !== undefined && { endsOn }),
  };
}

/** What an application says, and the pictures that came with it. */
export function paperContent(
  speaker: Speaker,
  { parts, pictures }: ShownPaper,
  hrefOf: (id: string) => string,
) {
  return {
    parts: parts.map(({ key, text }): PaperPartView => ({ key, title: text.title, lines: text.lines })),
    pictures: fileViews(speaker, pictures, hrefOf),
    hint: speaker.say('page.my-paper.scan-hint', { n: mostPaperMegabytes }),
  };
}
