/** The commands of a page in docs/, and what the page says they answer. */
export interface Step {
  readonly command: string;
  /** `nothing` where no answer follows the command. */
  readonly kind: 'json' | 'text' | 'nothing';
  readonly answer: string;
}

/** Reads the fenced blocks of a Markdown page: each `sh` is a command, a `json` or `text` after it its answer. */
export function stepsOf(markdown: string): Step[] {
  const blocks = [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
    ([, language = '', text = '']) => ({ language, text: text.trim() }),
  );
  return blocks.flatMap(({ language, text }, index): Step[] => {
    if (language !== 'sh') return [];
    const next = blocks[index + 1];
    return next?.language === 'json' || next?.language === 'text'
      ? [{ command: text, kind: next.language, answer: next.text }]
      : [{ command: text, kind: 'nothing', answer: '' }];
  });
}

/** Whether `actual` is what the page says; `…` stands for any text that is not empty. */
export function isAsWritten({ kind, answer }: Step, actual: string): boolean {
  if (kind !== 'json') return matches(answer, actual.trim());
  try {
    return isSameShape(JSON.parse(answer), JSON.parse(actual));
  } catch {
    return false; // An answer that is no JSON is not the one that was written down.
  }
}

function matches(pattern: string, text: string): boolean {
  const literals = pattern.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literals.join('.+')}$`, 's').test(text);
}

function isSameShape(expected: unknown, actual: unknown): boolean {
  if (typeof expected === 'string') return typeof actual === 'string' && matches(expected, actual);
  if (typeof expected !== 'object' || expected === null) return expected === actual;
  if (typeof actual !== 'object' || actual === null) return false;
  const names = Object.keys(expected).sort();
  return (
    Array.isArray(expected) === Array.isArray(actual) &&
    names.join() === Object.keys(actual).sort().join() &&
    names.every((name) =>
      isSameShape(expected[name as keyof typeof expected], actual[name as keyof typeof actual]),
    )
  );
}
