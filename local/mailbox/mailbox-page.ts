import { escaped, htmlPage } from '../http/page.ts';
import type { HtmlPage } from '../http/page.ts';
import type { Mail } from './mailbox.ts';

const style = `
  header a { white-space: nowrap; }
  ol { margin: 0; padding: 0; list-style: none; display: grid; gap: 1rem; }
  article { padding: 1rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; overflow-wrap: anywhere; }
  h2 { margin: 0; font: 700 1.125rem/1.4 Georgia, serif; }
  .meta { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; margin: 0; color: var(--soft); font-size: .875rem; }
  .text { margin: .5rem 0 0; white-space: pre-line; }
  .code { display: inline-block; margin-top: .5rem; font: 700 2rem/1.25 ui-monospace, monospace; letter-spacing: .12em; color: var(--mark); user-select: all; }
`;

/** The mailbox as one HTML page that needs nothing else. Newest first, as given. */
export function mailboxPage(mails: Mail[]): HtmlPage {
  const content =
    mails.length === 0
      ? '<p>No mail yet. Codes for signing up and for forgotten passwords arrive here.</p>'
      : `<ol>${mails.map((mail) => `<li>${card(mail)}</li>`).join('')}</ol>`;
  const body = `<header>
<h1>Mailbox</h1>
<p>What Amazon Cognito would have e-mailed. Nothing leaves this machine. <a href="">Look again</a></p>
</header>
${content}`;
  return htmlPage({ title: 'Mailbox', style, body });
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
