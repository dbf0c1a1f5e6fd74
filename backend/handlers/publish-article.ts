import { openArticles } from '../dynamodb/open-articles.ts';
import { answer, created } from '../http/answer.ts';
import { newArticleIn } from '../http/new-article.ts';
import { handlerFor } from '../http/operation.ts';
import { publishArticle } from '../news/publish-article.ts';

/** `POST /news`: editors, and services with the scope `news/write`. */
export const handler = handlerFor('publishArticle', async ({ request, caller }) => {
  const newArticle = newArticleIn(request);
  const { receivedAt } = request;
  const { article, isNew } = await publishArticle(
    openArticles(),
    caller.id,
    newArticle,
    receivedAt,
  );
  return isNew ? created(article, `news/${article.id}`) : answer(200, article);
});
