import type { Routes } from '@angular/router';
import { stylesheet } from '../../shared/stylesheet';
import { PassPage } from './pass-page';

export const passRoutes: Routes = [
  {
    path: '',
    title: 'Your pass · Presspass',
    resolve: { stylesheet: stylesheet('pass') },
    component: PassPage,
  },
];
