import { htmlPage } from '../../http/page.ts';
import type { OAuthAnswer } from './oauth-answer.ts';

const style = `
  main { max-width: 26rem; margin: 0 auto; padding: 3rem 1rem; }
  .paper { margin: 0 0 1.5rem; padding-bottom: .75rem; border-bottom: 3px double var(--line); font: 700 2rem/1.2 Georgia, serif; text-align: center; }
  .card { padding: 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; overflow-wrap: anywhere; }
  h1 { margin: 0 0 1rem; font: 700 1.375rem/1.3 Georgia, serif; }
  label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
  input { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; border: 1px solid var(--field); border-radius: .25rem; background: var(--paper); color: var(--ink); font: inherit; }
  input[readonly] { border-style: dashed; color: var(--soft); }
  button { width: 100%; min-height: 2.75rem; margin-top: 1.5rem; border: 0; border-radius: .25rem; background: var(--mark); color: var(--on-mark); font: inherit; font-weight: 600; cursor: pointer; }
  input:focus-visible, button:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
  .problem { margin: 0 0 1rem; padding: .5rem .75rem; border-left: 4px solid var(--mark); background: var(--paper); }
  .hint { margin: .25rem 0 0; color: var(--soft); font-size: .875rem; }
  .note { margin: 1.5rem 0 0; color: var(--soft); font-size: .875rem; text-align: center; text-wrap: balance; }
`;

/** What a page of the pool's domain shows. `body` is HTML that has been escaped. */
export interface Page {
  readonly status: number;
  readonly title: string;
  readonly body: string;
  /** Where its form may lead, the redirect after it included, as sources of a Content-Security-Policy. */
  readonly formTargets?: readonly string[];
  readonly setCookie?: string;
  readonly reason?: string | undefined;
}

/** A page that runs no script, loads nothing and cannot be framed. */
export function page({ status, title, body, formTargets, setCookie, reason }: Page): OAuthAnswer {
  const { html, styleSource } = htmlPage({ title, style, body: framed(body) });
  const policy = [
    `default-src 'none'; img-src data:; style-src ${styleSource}; base-uri 'none'`,
    `frame-ancestors 'none'; form-action ${formTargets?.join(' ') ?? "'none'"}`,
  ].join('; ');
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policy,
    'X-Frame-Options': 'DENY',
    'X-Content-Type-Options': 'nosniff',
    // Not no-referrer: with that, browsers send the form without telling where it comes from.
    'Referrer-Policy': 'same-origin',
    ...(setCookie === undefined ? {} : { 'Set-Cookie': setCookie }),
  };
  return { status, headers, body: html, reason };
}

function framed(body: string): string {
  return `<p class="paper">Presspass</p>
<div class="card">
${body}
</div>
<p class="note">This page belongs to the stand&#8209;in on this machine. On AWS, Amazon Cognito’s managed login is in its place.</p>`;
}
