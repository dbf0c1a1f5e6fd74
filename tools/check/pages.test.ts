import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const topFolders = 'src|contract|backend|local|infra|e2e|bench|conformance|tools|docs|public';

/** Everything written in Markdown here, by its path below the root. */
async function pagesOf(folder: string): Promise<string[]> {
  const pages: string[] = [];
  const patterns = ['*.md', 'docs/**/*.md', 'src/**/*.md', 'infra/*.md'];
  for await (const page of glob(patterns, { cwd: folder })) pages.push(page);
  return pages.sort();
}

/** What a page says of others: where it links to, and which files and commands it names. */
function mentionsIn(markdown: string): { links: string[]; paths: string[]; commands: string[] } {
  const prose = markdown.replace(/^```.*?^```$/gms, '');
  const all = (pattern: RegExp, text: string): string[] =>
    [...text.matchAll(pattern)].map(([, found = '']) => found);
  return {
    links: all(/\]\(([^)\s]+)\)/g, prose).filter((link) => !/^[a-z]+:/.test(link)),
    // A name with a placeholder or a star stands for many.
    paths: all(new RegExp(`\`((?:${topFolders})/[\\w./-]+)\``, 'g'), prose),
    commands: all(/\bnpm run (?:-\S+ )*([\w:-]+)/g, markdown),
  };
}

/** As GitHub makes the anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

function brokenLink(page: string, link: string, texts: ReadonlyMap<string, string>): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : relative(root, join(root, dirname(page), path));
  if (!existsSync(join(root, target))) return true;
  if (anchor === undefined || !target.endsWith('.md')) return false;
  const headings = (texts.get(target) ?? '').matchAll(/^#+ (.*)$/gm);
  return ![...headings].some(([, heading = '']) => anchorOf(heading) === anchor);
}

const pages = await pagesOf(root);
const texts = new Map<string, string>();
for (const page of pages) texts.set(page, await readFile(join(root, page), 'utf8'));
const scripts = Object.keys(
  (JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: object }).scripts,
);

describe('the pages', () => {
  it('are found', () => {
    assert.ok(pages.length > 30);
    for (const page of ['README.md', 'docs/architecture.md']) assert.ok(texts.has(page), page);
  });

  for (const [page, text] of texts) {
    const { links, paths, commands } = mentionsIn(text);
    if (links.length + paths.length + commands.length === 0) continue;
    it(`link to and name what exists: ${page}`, () => {
      assert.deepEqual(
        links.filter((link) => brokenLink(page, link, texts)),
        [],
      );
      assert.deepEqual(
        paths.filter((path) => !existsSync(join(root, path))),
        [],
      );
      assert.deepEqual(
        commands.filter((command) => !scripts.includes(command)),
        [],
      );
    });
  }
});
