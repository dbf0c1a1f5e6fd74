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
  return async () => {
    const [document, href] = [inject(DOCUMENT), `/${name}.css`];
    // A plain page beats no page, and a sheet that got lost once may come at the second try.
    await loadStylesheet(document, href)
      .catch(() => loadStylesheet(document, href))
      .catch(() => undefined);
  };
}

/** Resolves once the sheet is there; rejects when it cannot be had. */
function loadStylesheet(document: Document, href: string): Promise<void> {
  if (document.querySelector(`link[rel="stylesheet"][href="${href}"]`)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.addEventListener('load', () => {
      resolve();
    });
    link.addEventListener('error', () => {
      link.remove();
      reject(new Error(`${href} could not be loaded.`));
    });
    document.head.append(link);
  });
}
