import type { Routes } from '@angular/router';
import { FrontPage } from './features/front-page/front-page';
import { stylesheet } from './platform/stylesheet';
import { inGroup, signedIn } from './session';

/** The newspaper and its desk. */
export const newsRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Presspass · Today’s news', component: FrontPage },
  {
    path: 'news/:id',
    title: 'Presspass',
    canMatch: [signedIn()],
    resolve: { stylesheet: stylesheet('article') },
    loadComponent: async () => (await import('./features/article/article-page')).ArticlePage,
  },
  {
    path: 'desk',
    canMatch: [inGroup('admin', '/editors-only')],
    resolve: { stylesheet: stylesheet('desk') },
    loadChildren: async () => (await import('./features/desk/desk.routes')).deskRoutes,
  },
  {
    path: 'editors-only',
    title: 'Editors only · Presspass',
    loadComponent: async () =>
      (await import('./features/editors-only/editors-only-page')).EditorsOnlyPage,
  },
];

/** Last of all routes. */
export const notFoundRoute: Routes[number] = {
  path: '**',
  title: 'Not found · Presspass',
  loadComponent: async () => (await import('./features/not-found/not-found-page')).NotFoundPage,
};
