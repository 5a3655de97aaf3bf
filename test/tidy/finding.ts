/** One thing out of order. `line` counts from 1; 0 speaks of the file or folder as a whole. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly what: string;
}

/** `src/gate/decide.ts:12: arrow: gate may not import store`, one line each, sorted by place. */
export function reportOf(findings: readonly Finding[]): string {
  return [...findings]
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
    .map(({ file, line, rule, what }) => `${file}:${line}: ${rule}: ${what}`)
    .join('\n');
}
