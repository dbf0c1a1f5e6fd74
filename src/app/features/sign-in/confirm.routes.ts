import type { Routes } from '@angular/router';
import { provideWaysIn } from '../../session/ways-in';
import { stylesheet } from '../../shared/stylesheet';
import { ConfirmPage } from './confirm-page';

export const confirmRoutes: Routes = [
  {
    path: '',
    title: 'Confirm your e-mail address · Presspass',
    providers: [provideWaysIn()],
    resolve: { stylesheet: stylesheet('sign-in') },
    component: ConfirmPage,
  },
];
