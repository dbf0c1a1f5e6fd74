import type { components } from '../../contract/generated/services-types.ts';
import { answer } from '../http/answer.ts';
import { expectBodyWithinLimit } from '../http/body.ts';
import { handlerFor } from '../http/operation.ts';

const acknowledgement: components['schemas']['Acknowledgement'] = { message: 'success' };

/** `POST /weather`: services with the scope `weather-api/post`, which the gateway has checked. Keeps nothing. */
export const handler = handlerFor('addWeatherEvent', ({ request }) => {
  expectBodyWithinLimit(request);
  return answer(200, acknowledgement);
});
