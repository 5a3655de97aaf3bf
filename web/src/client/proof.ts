import type { ProofBundle } from '../../../src/server/pages.ts';
import { checkProof, type Outcome, type ProofReport, type VerifyEd25519 } from './check-proof.ts';

/** Asks the browser; undefined where it knows no Ed25519 or the page is not on a secure address. */
const verify: VerifyEd25519 = async (key, message, signature) => {
  try {
    const own = (bytes: Uint8Array) => new Uint8Array(bytes);
    const imported = await crypto.subtle.importKey('raw', own(key), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', imported, own(signature), own(message));
  } catch {
    return undefined;
  }
};

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
    void checkProof(bundle, entry, verify).then((report) => show(section, report));
  }
}
