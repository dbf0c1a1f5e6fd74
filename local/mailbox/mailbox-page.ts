import type { Mail } from './mailbox.ts';

const style = `
  :root { color-scheme: light dark; --paper: #faf8f4; --card: #fff; --ink: #1c1a17; --soft: #5f5a52; --line: #ddd6ca; --mark: #9b1c1c; }
  @media (prefers-color-scheme: dark) {
    :root { --paper: #161513; --card: #201e1b; --ink: #f1ede6; --soft: #b0a99d; --line: #3a362f; --mark: #f2a097; }
  }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
  main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
  h1 { margin: 0; font: 700 2rem/1.2 Georgia, serif; }
  header p { margin: .25rem 0 1.5rem; padding-bottom: 1rem; border-bottom: 3px double var(--line); color: var(--soft); }
  a { color: inherit; white-space: nowrap; }
  a:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
  ol { margin: 0; padding: 0; list-style: none; display: grid; gap: 1rem; }
  article { padding: 1rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; overflow-wrap: anywhere; }
  h2 { margin: 0; font: 700 1.125rem/1.4 Georgia, serif; }
  .meta { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; margin: 0; color: var(--soft); font-size: .875rem; }
  .text { margin: .5rem 0 0; white-space: pre-line; }
  .code { display: inline-block; margin-top: .5rem; font: 700 2rem/1.25 ui-monospace, monospace; letter-spacing: .12em; color: var(--mark); user-select: all; }
`;

/** The mailbox as one HTML page that needs nothing else. Newest first, as given. */
export function mailboxPage(mails: Mail[]): string {
  const body =
    mails.length === 0
      ? '<p>No mail yet. Codes for signing up and for forgotten passwords arrive here.</p>'
      : `<ol>${mails.map((mail) => `<li>${card(mail)}</li>`).join('')}</ol>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Mailbox · Presspass</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<h1>Mailbox</h1>
<p>What Amazon Cognito would have e-mailed. Nothing leaves this machine. <a href="">Look again</a></p>
</header>
${body}
</main>
</body>
</html>
`;
}

function card({ to, subject, text, code, sentAt }: Mail): string {
  const time = `${sentAt.slice(0, 10)} ${sentAt.slice(11, 19)} UTC`;
  return (
    `<article><h2>${escaped(subject)}</h2>` +
    `<p class="meta"><span>To ${escaped(to)}</span>` +
    `<time datetime="${escaped(sentAt)}">${escaped(time)}</time></p>` +
    `<p class="text">${escaped(text)}</p>` +
    (code === undefined ? '' : `<code class="code">${escaped(code)}</code>`) +
    '</article>'
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
