import type { Routes } from '@angular/router';
import { provideAccount } from '../../session/account';
import { stylesheet } from '../../shared/stylesheet';
import { AccountPage } from './account-page';

export const accountRoutes: Routes = [
  {
    path: '',
    title: 'Your account · Presspass',
    providers: [provideAccount()],
    resolve: { stylesheet: stylesheet('account') },
    component: AccountPage,
  },
];
