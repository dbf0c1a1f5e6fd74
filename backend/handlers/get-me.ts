import { answer } from '../http/answer.ts';
import { expectNoBody } from '../http/body.ts';
import { callerOf } from '../http/caller.ts';
import { handlerFor } from '../http/operation.ts';
import { expectNoQuery } from '../http/parameters.ts';

/** `GET /me`: anybody who is signed in. */
export const handler = handlerFor('getMe', (request) => {
  const caller = callerOf(request);
  expectNoQuery(request);
  expectNoBody(request);
  return answer(200, caller);
});
