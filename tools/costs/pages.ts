import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { billTable, choicesTable, pricesTable, quotasTable, sizesTable } from './tables.ts';
import { usual } from './usage.ts';

/** The pages with computed tables, and the tables by the name that stands in `<!-- computed: name -->`. */
const pages: Record<string, Record<string, () => string>> = {
  'docs/costs.md': {
    sizes: sizesTable,
    choices: choicesTable,
    arithmetic: () => billTable({ readers: 100_000, ...usual }),
    prices: pricesTable,
  },
  'docs/limits-and-growth.md': { quotas: quotasTable },
};

const root = new URL('../../', import.meta.url);

/** Computes the tables anew; resolves to the pages that were not as they should be, and writes them unless it is a check. */
export async function computePages(mode: 'check' | 'write'): Promise<string[]> {
  const stale: string[] = [];
  for (const [name, tables] of Object.entries(pages)) {
    const file = new URL(name, root);
    const text = await readFile(file, 'utf8');
    const current = await format(filled(name, text, tables), { parser: 'markdown' });
    if (current === text) continue;
    stale.push(name);
    if (mode === 'write') await writeFile(fileURLToPath(file), current);
  }
  return stale;
}

function filled(page: string, text: string, tables: Record<string, () => string>): string {
  let result = text;
  for (const [name, make] of Object.entries(tables)) {
    const block = new RegExp(`(<!-- computed: ${name} -->\n).*?(<!-- end -->)`, 's');
    if (!block.test(result)) throw new Error(`${page} has no place for the table ${name}.`);
    // As a function, since `$1,000` would be read as a reference.
    result = result.replace(
      block,
      (_, start: string, end: string) => `${start}\n${make()}\n\n${end}`,
    );
  }
  return result;
}
