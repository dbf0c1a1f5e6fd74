import { inject } from '@angular/core';
import type { ResolveFn, Routes } from '@angular/router';
import { NewsStore } from '../../news/news-store';
import { stylesheet } from '../../shared/stylesheet';
import { ArticlePage } from './article-page';

/** The headline where a list has brought it already; the page names the story once it has it. */
const headline: ResolveFn<string> = ({ paramMap }) => {
  const story = inject(NewsStore)
    .items()
    .find(({ id }) => id === paramMap.get('id'));
  return story ? `${story.headline} · Presspass` : 'Presspass';
};

export const articleRoutes: Routes = [
  {
    path: '',
    title: headline,
    resolve: { stylesheet: stylesheet('article') },
    component: ArticlePage,
  },
];
