import type { components } from '../../contract/generated/services-types.ts';
import { answer } from '../http/answer.ts';
import { expectNoBody } from '../http/body.ts';
import { handlerFor } from '../http/operation.ts';
import { expectNoQuery } from '../http/parameters.ts';

const greeting: components['schemas']['Greeting'] = { message: 'Hello!' };

/** `GET /hello`: services with the scope `hello/read`, which the gateway has checked. */
export const handler = handlerFor('hello', (request) => {
  expectNoQuery(request);
  expectNoBody(request);
  return answer(200, greeting);
});
