import type { Routes } from '@angular/router';
import { stylesheet } from './platform/stylesheet';
import { signedOut } from './session/signed-out-guard';

/** The way in. */
export const signInRoutes: Routes = [
  {
    path: 'sign-in',
    title: 'Sign in · Presspass',
    canActivate: [signedOut],
    resolve: { stylesheet: stylesheet('sign-in') },
    loadComponent: async () => (await import('./features/sign-in/sign-in-page')).SignInPage,
  },
  {
    path: 'confirm',
    title: 'Confirm your e-mail address · Presspass',
    resolve: { stylesheet: stylesheet('sign-in') },
    loadComponent: async () => (await import('./features/sign-in/confirm-page')).ConfirmPage,
  },
];
