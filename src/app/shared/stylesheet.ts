import { DOCUMENT, inject } from '@angular/core';
import type { ResolveFn } from '@angular/router';

/**
 * A route resolver that loads one of the lazy style bundles of `angular.json` (`<name>.css`) before
 * the route shows. Styles of components would be injected as `<style>` elements, which the
 * Content-Security-Policy forbids.
 */
export function stylesheet(
  name: 'account' | 'article' | 'desk' | 'pass' | 'sign-in',
): ResolveFn<void> {
  return () => loadStylesheet(inject(DOCUMENT), `/${name}.css`);
}

/** Resolves once the sheet is there, and also when it cannot be had: a plain page beats no page. */
function loadStylesheet(document: Document, href: string): Promise<void> {
  if (document.querySelector(`link[rel="stylesheet"][href="${href}"]`)) return Promise.resolve();
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.addEventListener('load', () => {
      resolve();
    });
    link.addEventListener('error', () => {
      link.remove();
      resolve();
    });
    document.head.append(link);
  });
}
