import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';

/** One line that somebody types; empty when the input ends before. */
export async function typed(question: string): Promise<string> {
  const lines = createInterface({ input: stdin, output: stdout });
  const ended = new Promise<string>((resolve) => {
    lines.once('close', () => {
      resolve('');
    });
  });
  try {
    return (await Promise.race([lines.question(question), ended])).trim();
  } finally {
    lines.close();
  }
}
