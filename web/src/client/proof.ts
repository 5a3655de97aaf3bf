import type { ProofBundle } from '../../../src/server/pages.ts';
import type { Outcome } from './check-note.ts';
import { checkProof, type ProofReport } from './check-proof.ts';
import { verifyEd25519 } from './ed25519.ts';

function choose(within: ParentNode, attribute: string, outcome: string): void {
  for (const said of within.querySelectorAll<HTMLElement>(`[${attribute}]`)) {
    said.hidden = said.getAttribute(attribute) !== outcome;
  }
}

function show(section: HTMLElement, report: ProofReport): void {
  for (const line of section.querySelectorAll<HTMLElement>('[data-step]')) {
    const outcome: Outcome = report[line.dataset.step as keyof ProofReport] ?? 'unchecked';
    line.dataset.outcome = outcome;
    choose(line, 'data-when', outcome);
  }
  section.dataset.outcome = report.verdict;
  choose(section, 'data-verdict', report.verdict);
}

for (const section of document.querySelectorAll<HTMLElement>('[data-proof]')) {
  const block = section.querySelector('script.proof')?.textContent;
  if (block) {
    const bundle = JSON.parse(block) as ProofBundle;
    const entry = section.dataset.proof || undefined;
    void checkProof(bundle, entry, verifyEd25519).then((report) => show(section, report));
  }
}
