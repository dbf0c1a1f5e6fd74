import { type Routes, withComponentInputBinding } from '@angular/router';
import { newsRoutes, notFoundRoute } from './news.routes';
import { identityRoutes } from './identity.routes';

/**
 * All addresses in one document, as `ng serve` and the specs have it. The production build has two
 * documents, of which each replaces this file by its own: `app.routes.news.ts`, `app.routes.identity.ts`.
 */
export const routes: Routes = [...newsRoutes, ...identityRoutes, notFoundRoute];

/** The sign-in pages take their inputs from the address. */
export const routerFeatures = [withComponentInputBinding()];
