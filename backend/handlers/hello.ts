import type { components } from '../../contract/generated/services-types.ts';
import { answer } from '../http/answer.ts';
import { handlerFor } from '../http/operation.ts';

const greeting: components['schemas']['Greeting'] = { message: 'Hello!' };

/** `GET /hello`: services with the scope `hello/read`, which the gateway has checked. */
export const handler = handlerFor('hello', () => {
  return answer(200, greeting);
});
