import { createHash } from 'node:crypto';

/** A page in HTML, and the source by which a Content-Security-Policy allows its one style sheet and no other. */
export interface HtmlPage {
  readonly html: string;
  readonly styleSource: string;
}

/** What all pages of the stand-in look like, in light and in dark. */
const house = `
  :root { color-scheme: light dark; --paper: #faf8f4; --card: #fff; --ink: #1c1a17; --soft: #5f5a52; --line: #ddd6ca; --field: #8a8378; --mark: #9b1c1c; --on-mark: #fff; }
  @media (prefers-color-scheme: dark) {
    :root { --paper: #161513; --card: #201e1b; --ink: #f1ede6; --soft: #b0a99d; --line: #3a362f; --field: #8f887c; --mark: #f2a097; --on-mark: #1c1a17; }
  }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
  main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
  h1 { margin: 0; font: 700 2rem/1.2 Georgia, serif; }
  header p { margin: .25rem 0 1.5rem; padding-bottom: 1rem; border-bottom: 3px double var(--line); color: var(--soft); }
  a { color: inherit; }
  a:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
`;

/** A page that needs nothing else. `body` is HTML that has been escaped; `style` comes after what all pages share. */
export function htmlPage(page: { title: string; style?: string; body: string }): HtmlPage {
  const style = house + (page.style ?? '');
  const hash = createHash('sha256').update(style).digest('base64');
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escaped(page.title)} · Presspass</title>
<style>${style}</style>
</head>
<body>
<main>
${page.body}
</main>
</body>
</html>
`;
  return { html, styleSource: `'sha256-${hash}'` };
}

/** Text as HTML, inside elements and inside quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
