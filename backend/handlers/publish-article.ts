import { openArticles } from '../dynamodb/open-articles.ts';
import { answer, created } from '../http/answer.ts';
import { newArticleIn } from '../http/new-article.ts';
import { handlerFor } from '../http/operation.ts';
import { expectNoQuery } from '../http/parameters.ts';
import { publisherOf } from '../http/publisher.ts';
import { publishArticle } from '../news/publish-article.ts';

/** `POST /news`: editors, and services with the scope `news/write`. */
export const handler = handlerFor('publishArticle', async (request) => {
  const publisher = publisherOf(request);
  expectNoQuery(request);
  const newArticle = newArticleIn(request);
  const { receivedAt } = request;
  const { article, isNew } = await publishArticle(
    openArticles(),
    publisher,
    newArticle,
    receivedAt,
  );
  return isNew ? created(article, `news/${article.id}`) : answer(200, article);
});
