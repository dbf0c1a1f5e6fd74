import { type Routes, withComponentInputBinding } from '@angular/router';
import { identityRoutes } from './identity.routes';
import { otherDocument } from './platform/other-document';

/** The identity document (`identity.html`): the ways in, the account, the pass. All else is the newspaper's. */
export const routes: Routes = [
  ...identityRoutes,
  { path: '**', canActivate: [otherDocument], children: [] },
];

/** The sign-in pages take their inputs from the address. */
export const routerFeatures = [withComponentInputBinding()];
