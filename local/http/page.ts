import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { paperFonts } from './fonts.ts';

/** A page in HTML, and the Content-Security-Policy that allows what it brings and nothing else; `form-action` is for the caller to add. */
export interface HtmlPage {
  readonly html: string;
  readonly policy: string;
}

/** The paper's own colours, typefaces and sizes, for light and for dark: its pages and these look alike. */
const tokens = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');

const faces = paperFonts.map(
  ({ family, path }) => `
  @font-face { font-family: '${family}'; font-weight: 400 700; font-display: swap; src: url('${path}') format('woff2'); }`,
);

/** What all pages of the stand-in look like. */
const house = `${tokens}${faces.join('')}
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 400 1rem/1.5 var(--sans); }
  main { max-width: 44rem; margin: 0 auto; padding: var(--space-4) var(--gutter) var(--space-8); }
  .nameplate { margin: 0 0 var(--space-6); padding-bottom: var(--space-4); border-bottom: 3px solid var(--rule-strong); font: 700 var(--step-4)/1 var(--serif); letter-spacing: -.035em; text-align: center; }
  h1 { margin: 0; font: 600 var(--step-3)/1.12 var(--serif); letter-spacing: -.012em; }
  header p { margin: var(--space-2) 0 var(--space-5); color: var(--ink-soft); }
  a { color: inherit; text-underline-offset: .18em; }
  a:hover { color: var(--accent); }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; border-radius: 2px; }
`;

/** What a page is made of. `body` is HTML that has been escaped; `style` comes after what all pages share; `script` is a path here. */
export interface PageParts {
  readonly title: string;
  readonly style?: string;
  readonly body: string;
  readonly script?: string;
}

/** A page that loads nothing but the paper's typefaces and, where one is named, its script. */
export function htmlPage({ title, style = '', body, script }: PageParts): HtmlPage {
  const sheet = house + style;
  const hash = createHash('sha256').update(sheet).digest('base64');
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escaped(title)} · Presspass</title>
<style>${sheet}</style>${script === undefined ? '' : `\n<script src="${escaped(script)}" defer></script>`}
</head>
<body>
<main>
<p class="nameplate">Presspass</p>
${body}
</main>
</body>
</html>
`;
  const policy = [
    `default-src 'none'; img-src data:; font-src 'self'; style-src 'sha256-${hash}'`,
    ...(script === undefined ? [] : ["script-src 'self'; connect-src 'self'"]),
    "base-uri 'none'; frame-ancestors 'none'",
  ].join('; ');
  return { html, policy };
}

/** Text as HTML, inside elements and inside quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
