import type { Routes } from '@angular/router';
import { FrontPage } from './features/front-page/front-page';
import { stylesheet } from './platform/stylesheet';
import { inGroup } from './session/in-group-guard';
import { signedIn } from './session/signed-in-guard';
import { signedOut } from './session/signed-out-guard';

export const routes: Routes = [
  { path: '', pathMatch: 'full', title: 'Presspass · Today’s news', component: FrontPage },
  {
    path: 'news/:id',
    title: 'Presspass',
    canMatch: [signedIn],
    loadComponent: async () => (await import('./features/article/article-page')).ArticlePage,
  },
  {
    path: 'desk',
    canMatch: [inGroup('admin')],
    resolve: { stylesheet: stylesheet('desk') },
    loadChildren: async () => (await import('./features/desk/desk.routes')).deskRoutes,
  },
  {
    path: 'sign-in',
    title: 'Sign in · Presspass',
    canMatch: [signedOut],
    resolve: { stylesheet: stylesheet('sign-in') },
    loadComponent: async () => (await import('./features/sign-in/sign-in-page')).SignInPage,
  },
  {
    path: 'confirm',
    title: 'Confirm your e-mail address · Presspass',
    resolve: { stylesheet: stylesheet('sign-in') },
    loadComponent: async () => (await import('./features/sign-in/confirm-page')).ConfirmPage,
  },
  {
    path: 'editors-only',
    title: 'Editors only · Presspass',
    loadComponent: async () =>
      (await import('./features/editors-only/editors-only-page')).EditorsOnlyPage,
  },
  {
    path: '**',
    title: 'Not found · Presspass',
    loadComponent: async () => (await import('./features/not-found/not-found-page')).NotFoundPage,
  },
];
