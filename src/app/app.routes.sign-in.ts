import { type Routes, withComponentInputBinding } from '@angular/router';
import { otherDocument } from './platform/other-document';
import { signInRoutes } from './sign-in.routes';

/** The sign-in document (`sign-in.html`): everything but the way in is the newspaper's. */
export const routes: Routes = [
  ...signInRoutes,
  { path: '**', canActivate: [otherDocument], children: [] },
];

/** The sign-in pages take their inputs from the address. */
export const routerFeatures = [withComponentInputBinding()];
