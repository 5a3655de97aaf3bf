import type { Problem } from '../../base/index.ts';
import {
  listMyPapers,
  paperAnew,
  printPaper,
  sendPaper,
  showMyPaper,
  takeBackPaper,
} from '../../system/index.ts';
import type { FieldError, Page } from '../pages.ts';
import type { PaperView } from '../paper-parts.ts';
import { type Answer, chosen, malformed, type SubjectCall } from '../route.ts';
import { paperContent, paperView } from '../views/papers.ts';
import { fieldErrors, oneError } from '../views/problems.ts';

const hereOf = (call: SubjectCall) => `/s/${call.service.key}/me/papers/${call.params.id}`;

/** One's own applications for a list. */
export async function myPapers(call: SubjectCall): Promise<readonly PaperView[]> {
  const rows = await listMyPapers(call.world, call.me);
  const base = `/s/${call.service.key}/me/papers`;
  return rows.map((row) => paperView(call.world, row, { speaker: call.speaker, href: `${base}/${row.id}` }));
}

/** One application: what it says, how to send it, what became of it. */
export async function myPaperPage(call: SubjectCall, errors: readonly FieldError[] = []): Promise<Page> {
  const { world, speaker } = call;
  const base = `/s/${call.service.key}/me`;
  const shown = await showMyPaper(world, call.me, call.params.id ?? '');
  const { row, words, mayTakeBack, mayTryAgain } = shown;
  const sends = row.state === 'open' && shown.parts.length > 0;
  return {
    page: 'my-paper',
    paper: paperView(world, row, { speaker, href: hereOf(call) }),
    ...paperContent(speaker, shown, (id) => `${base}/files/${id}/document`),
    ...(words.words !== undefined && { words: words.words }),
    ...(sends && { sheet: `${hereOf(call)}/application.pdf` }),
    receipts: row.consents.map((id) => `${base}/consents/${id}`),
    ...{ mayTakeBack, mayTryAgain, errors },
  };
}

/** The sheet to print. */
export async function myPaperSheet(call: SubjectCall): Promise<Answer> {
  const { pdf, number } = await printPaper(call.world, call.me, call.params.id ?? '');
  return { body: pdf, type: 'application/pdf', filename: `${number}.pdf` };
}

/** Takes the picture of a signed application, takes one back, or makes it anew. */
export async function changeMyPaper(call: SubjectCall): Promise<Answer> {
  const id = call.params.id ?? '';
  const act = chosen(call.form, 'act', ['send', 'back', 'anew']);
  if (act === undefined || (call.file && (act !== 'send' || call.file.field !== 'scan'))) throw malformed();
  if (act === 'send') return send(call, id);
  if (act === 'anew') {
    const made = await paperAnew(call.world, call.me, id);
    if ('problem' in made) return refused(call, { code: made.problem, severity: 'error' });
    const to = `/s/${call.service.key}/me/papers/${made.paper.id}`;
    return { to, flash: call.speaker.say('page.flash.paper-made') };
  }
  const done = await takeBackPaper(call.world, call.me, id);
  if ('problem' in done) return refused(call, done.problem);
  const to = `/s/${call.service.key}/me/consents`;
  return { to, flash: call.speaker.say('page.flash.paper-taken-back') };
}

async function send(call: SubjectCall, id: string): Promise<Answer> {
  if (!call.file) {
    const errors = oneError(call.speaker, 'file-missing', 'scan');
    return { page: await myPaperPage(call, errors), status: 422 };
  }
  const done = await sendPaper(call.world, call.me, { id, sent: call.file });
  if ('problem' in done) return refused(call, done.problem);
  const date = call.speaker.date(done.paper.dueOn ?? '');
  return { to: hereOf(call), flash: call.speaker.say('page.flash.paper-sent', { date }) };
}

async function refused(call: SubjectCall, problem: Problem): Promise<Answer> {
  return { page: await myPaperPage(call, fieldErrors(call.speaker, [problem])), status: 422 };
}
