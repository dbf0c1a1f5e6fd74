import type { Routes } from '@angular/router';
import { stylesheet } from '../../shared/stylesheet';
import { ArticlePage } from './article-page';

export const articleRoutes: Routes = [
  {
    path: '',
    title: 'Presspass',
    resolve: { stylesheet: stylesheet('article') },
    component: ArticlePage,
  },
];
