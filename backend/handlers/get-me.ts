import { answer } from '../http/answer.ts';
import { handlerFor } from '../http/operation.ts';

/** `GET /me`: anybody who is signed in. */
export const handler = handlerFor('getMe', ({ caller }) => {
  const { id, email, groups } = caller;
  return answer(200, { id, email, groups });
});
