import type { Routes } from '@angular/router';
import { FrontPage } from './features/front-page/front-page';
import { UnavailablePage } from './features/unavailable/unavailable-page';
import { unavailablePath } from './navigation-failure';
import { inGroup, signedIn } from './session';

/** Every address of the app, and the feature that shows it. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', title: 'Presspass · Today’s news', component: FrontPage },
  {
    path: 'news/:id',
    pathMatch: 'full',
    canMatch: [signedIn()],
    loadChildren: async () => (await import('./features/article/article.routes')).articleRoutes,
  },
  {
    path: 'desk',
    canMatch: [inGroup('admin', '/editors-only')],
    loadChildren: async () => (await import('./features/desk/desk.routes')).deskRoutes,
  },
  {
    path: 'editors-only',
    title: 'Editors only · Presspass',
    loadComponent: async () =>
      (await import('./features/editors-only/editors-only-page')).EditorsOnlyPage,
  },
  {
    path: 'sign-in',
    loadChildren: async () => (await import('./features/sign-in/sign-in.routes')).signInRoutes,
  },
  {
    path: 'confirm',
    pathMatch: 'full',
    loadChildren: async () => (await import('./features/sign-in/confirm.routes')).confirmRoutes,
  },
  {
    path: 'account',
    pathMatch: 'full',
    canMatch: [signedIn()],
    loadChildren: async () => (await import('./features/account/account.routes')).accountRoutes,
  },
  {
    path: 'pass',
    pathMatch: 'full',
    canMatch: [signedIn()],
    loadChildren: async () => (await import('./features/pass/pass.routes')).passRoutes,
  },
  { path: unavailablePath, title: 'Presspass', component: UnavailablePage },
  {
    path: '**',
    title: 'Not found · Presspass',
    loadComponent: async () => (await import('./features/not-found/not-found-page')).NotFoundPage,
  },
];
