import type { components } from '../../../contract/generated/news-types';

export type Article = components['schemas']['Article'];
export type ArticleSummary = components['schemas']['ArticleSummary'];
export type TrashedArticle = components['schemas']['TrashedArticle'];
export type NewsPage = components['schemas']['NewsPage'];
export type TrashPage = components['schemas']['TrashPage'];
export type DeletionProgress = components['schemas']['DeletionProgress'];
