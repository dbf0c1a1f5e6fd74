import { type Routes, withComponentInputBinding } from '@angular/router';
import { newsRoutes, notFoundRoute } from './news.routes';
import { signInRoutes } from './sign-in.routes';

/**
 * All addresses in one document, as `ng serve` and the specs have it. The production build has two
 * documents, of which each replaces this file by its own: `app.routes.news.ts`, `app.routes.sign-in.ts`.
 */
export const routes: Routes = [...newsRoutes, ...signInRoutes, notFoundRoute];

/** The sign-in pages take their inputs from the address. */
export const routerFeatures = [withComponentInputBinding()];
