import type { Routes } from '@angular/router';
import { stylesheet } from './platform/stylesheet';
import { signedIn, signedOut } from './session';
import { provideAccount } from './session/account';
import { comesFromManagedLogin, provideWaysIn } from './session/ways-in';

/** The ways in, and what is one's own: account and pass. */
export const identityRoutes: Routes = [
  {
    path: 'sign-in',
    title: 'Signing in · Presspass',
    canMatch: [comesFromManagedLogin],
    providers: [provideWaysIn()],
    resolve: { stylesheet: stylesheet('sign-in') },
    loadComponent: async () => (await import('./features/sign-in/returning-page')).ReturningPage,
  },
  {
    path: 'sign-in',
    canMatch: [signedOut()],
    providers: [provideWaysIn()],
    resolve: { stylesheet: stylesheet('sign-in') },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'Sign in · Presspass',
        loadComponent: async () => (await import('./features/sign-in/sign-in-page')).SignInPage,
      },
      {
        path: 'code',
        title: 'Sign in with an e-mailed code · Presspass',
        loadComponent: async () => (await import('./features/sign-in/code-page')).CodePage,
      },
      {
        path: 'passkey',
        title: 'Sign in with a passkey · Presspass',
        loadComponent: async () => (await import('./features/sign-in/passkey-page')).PasskeyPage,
      },
    ],
  },
  {
    path: 'confirm',
    title: 'Confirm your e-mail address · Presspass',
    providers: [provideWaysIn()],
    resolve: { stylesheet: stylesheet('sign-in') },
    loadComponent: async () => (await import('./features/sign-in/confirm-page')).ConfirmPage,
  },
  {
    path: 'account',
    title: 'Your account · Presspass',
    canMatch: [signedIn()],
    providers: [provideAccount()],
    resolve: { stylesheet: stylesheet('account') },
    loadComponent: async () => (await import('./features/account/account-page')).AccountPage,
  },
  {
    path: 'pass',
    title: 'Your pass · Presspass',
    canMatch: [signedIn()],
    resolve: { stylesheet: stylesheet('pass') },
    loadComponent: async () => (await import('./features/pass/pass-page')).PassPage,
  },
];
