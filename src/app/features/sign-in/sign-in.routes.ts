import type { Routes } from '@angular/router';
import { signedOut } from '../../session';
import { comesFromManagedLogin, provideWaysIn } from '../../session/ways-in';
import { stylesheet } from '../../shared/stylesheet';
import { CodePage, codePageTitle } from './code-page';
import { PasskeyPage } from './passkey-page';
import { ReturningPage } from './returning-page';

export const signInRoutes: Routes = [
  {
    path: '',
    providers: [provideWaysIn()],
    resolve: { stylesheet: stylesheet('sign-in') },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'Signing in · Presspass',
        canMatch: [comesFromManagedLogin],
        component: ReturningPage,
      },
      {
        path: '',
        canMatch: [signedOut()],
        children: [
          {
            path: '',
            pathMatch: 'full',
            title: 'Sign in · Presspass',
            loadComponent: async () => (await import('./sign-in-page')).SignInPage,
          },
          {
            path: 'code',
            title: codePageTitle,
            runGuardsAndResolvers: 'paramsOrQueryParamsChange',
            component: CodePage,
          },
          {
            path: 'passkey',
            title: 'Sign in with a passkey · Presspass',
            component: PasskeyPage,
          },
        ],
      },
    ],
  },
];
