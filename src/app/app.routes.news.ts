import type { RouterFeatures, Routes } from '@angular/router';
import { newsRoutes, notFoundRoute } from './news.routes';
import { otherDocument } from './platform/other-document';

const identityPaths = ['sign-in', 'confirm', 'account', 'pass'];

/** The newspaper's document (`index.html`): what it does not show itself, the identity document does. */
export const routes: Routes = [
  ...newsRoutes,
  ...identityPaths.map((path) => ({ path, canActivate: [otherDocument], children: [] })),
  notFoundRoute,
];

/** None: each costs every reader some bytes. */
export const routerFeatures: RouterFeatures[] = [];
