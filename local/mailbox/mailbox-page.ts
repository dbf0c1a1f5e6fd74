import { escaped, htmlPage } from '../http/page.ts';
import type { HtmlPage } from '../http/page.ts';
import type { Mail } from './mailbox.ts';

const style = `
  ol { margin: 0; padding: 0; list-style: none; }
  li { padding: var(--space-5) 0; border-top: 1px solid var(--rule); overflow-wrap: anywhere; }
  li:first-child { border-top: 3px solid var(--rule-strong); }
  h2 { margin: 0; font: 600 var(--step-1)/1.3 var(--serif); }
  .meta { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 var(--space-4); margin: var(--space-1) 0 0; color: var(--ink-soft); font-size: var(--step--1); }
  .text { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--space-4); margin: var(--space-3) 0 0; white-space: pre-line; }
  .text span { flex: 1 1 100%; }
  .code { font: 700 2rem/1.25 ui-monospace, 'DejaVu Sans Mono', monospace; letter-spacing: .12em; user-select: all; }
  button { min-height: 2.75rem; padding: var(--space-2) var(--space-4); border: 1.5px solid var(--ink); border-radius: 2px; background: none; color: var(--ink); font: 600 .9375rem/1.2 var(--sans); cursor: pointer; }
  button:hover { background: var(--ink); color: var(--paper); }
  ol:not(:empty) + .empty { display: none; }
  .empty { padding: var(--space-7) 0; color: var(--ink-soft); font: 400 var(--step-1)/1.45 var(--serif); text-align: center; }
`;

/** Where the script of this page is. */
export const mailboxScriptPath = '/mailbox.js';

/** The mailbox, whole without its script (mailbox-script.ts), which adds what is new. Newest first, as given. */
export function mailboxPage(mails: Mail[]): HtmlPage {
  const body = `<header>
<h1>Mailbox</h1>
<p>What Amazon Cognito would have e-mailed. Nothing leaves this machine.
<span id="news" role="status"></span><noscript><a href="">Look again</a></noscript></p>
</header>
<ol id="mails">${mails.map(item).join('')}</ol>
<p class="empty">No mail yet. Codes for signing up and for forgotten passwords arrive here.</p>`;
  return htmlPage({ title: 'Mailbox', style, body, script: mailboxScriptPath });
}

function item({ id, to, subject, text, code, sentAt }: Mail): string {
  const time = `${sentAt.slice(0, 10)} ${sentAt.slice(11, 19)} UTC`;
  return (
    `<li id="mail-${String(id)}-${String(Date.parse(sentAt))}"><article><h2>${escaped(subject)}</h2>` +
    `<p class="meta"><span>To ${escaped(to)}</span>` +
    `<time datetime="${escaped(sentAt)}">${escaped(time)}</time></p>` +
    `<p class="text">${marked(text, code)}</p></article></li>`
  );
}

/** The text, with its code set apart where it stands; one that the text does not have follows it. */
function marked(text: string, code: string | undefined): string {
  if (code === undefined) return escaped(text);
  const at = text.includes(code) ? text.indexOf(code) : text.length;
  const parts = [text.slice(0, at).trim(), text.slice(at + code.length).trim()];
  const [before = '', after = ''] = parts.map((part) => part && `<span>${escaped(part)}</span>`);
  return `${before} <code class="code">${escaped(code)}</code> ${after}`;
}
