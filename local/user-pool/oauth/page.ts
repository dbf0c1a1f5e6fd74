import { htmlPage } from '../../http/page.ts';
import type { OAuthAnswer } from './oauth-answer.ts';

const style = `
  main { max-width: 28rem; padding-top: var(--space-6); }
  .card { padding: 1.5rem; background: var(--surface); border: 1px solid var(--rule); border-radius: 2px; overflow-wrap: anywhere; }
  h1 { margin: 0 0 1rem; font-size: var(--step-2); }
  label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
  input { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; border: 1.5px solid var(--ink-soft); border-radius: 2px; background: var(--paper); color: var(--ink); font: inherit; }
  input[readonly] { border-style: dashed; color: var(--ink-soft); }
  button { width: 100%; min-height: 2.75rem; margin-top: 1.5rem; border: 0; border-radius: 2px; background: var(--ink); color: var(--paper); font: inherit; font-weight: 600; cursor: pointer; }
  .problem { margin: 0 0 1rem; padding: .5rem .75rem; border-left: 4px solid var(--danger); background: var(--paper); }
  .hint { margin: .25rem 0 0; color: var(--ink-soft); font-size: .875rem; }
  .note { margin: 1.5rem 0 0; color: var(--ink-soft); font-size: .875rem; text-align: center; text-wrap: balance; }
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

/** A page that runs no script, loads nothing but the typefaces and cannot be framed. */
export function page({ status, title, body, formTargets, setCookie, reason }: Page): OAuthAnswer {
  const { html, policy } = htmlPage({ title, style, body: framed(body) });
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `${policy}; form-action ${formTargets?.join(' ') ?? "'none'"}`,
    'X-Frame-Options': 'DENY',
    'X-Content-Type-Options': 'nosniff',
    // Not no-referrer: with that, browsers send the form without telling where it comes from.
    'Referrer-Policy': 'same-origin',
    ...(setCookie === undefined ? {} : { 'Set-Cookie': setCookie }),
  };
  return { status, headers, body: html, reason };
}

function framed(body: string): string {
  return `<div class="card">
${body}
</div>
<p class="note">This page belongs to the stand&#8209;in on this machine. On AWS, Amazon Cognito’s managed login is in its place.</p>`;
}
