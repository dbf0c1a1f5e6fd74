/** What one look has found, for the terminal. `note`: worth knowing, and nothing to do. */
export type Finding =
  { kind: 'ok' | 'note'; text: string } | { kind: 'problem'; text: string; advice: string };

/** Findings as they come; what is returned is for the looks after it. */
export type Findings<Result = void> = AsyncGenerator<Finding, Result, void>;

export const ok = (text: string): Finding => ({ kind: 'ok', text });
export const note = (text: string): Finding => ({ kind: 'note', text });
export const problem = (text: string, advice: string): Finding => ({
  kind: 'problem',
  text,
  advice,
});

/** One line, and for a problem a second one that says what to do. */
export function findingText(finding: Finding): string {
  const line = `${finding.kind.padEnd(8)} ${finding.text}`;
  return finding.kind === 'problem' ? `${line}\n         → ${finding.advice}` : line;
}
