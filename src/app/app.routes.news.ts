import type { RouterFeatures, Routes } from '@angular/router';
import { newsRoutes, notFoundRoute } from './news.routes';
import { otherDocument } from './platform/other-document';

/** The newspaper's document (`index.html`): what it does not show itself, the sign-in document does. */
export const routes: Routes = [
  ...newsRoutes,
  { path: 'sign-in', canActivate: [otherDocument], children: [] },
  { path: 'confirm', canActivate: [otherDocument], children: [] },
  notFoundRoute,
];

/** None: each costs every reader some bytes. */
export const routerFeatures: RouterFeatures[] = [];
