import type { components } from '../../contract/generated/services-types.ts';
import { answer } from '../http/answer.ts';
import { handlerFor } from '../http/operation.ts';

const storms: components['schemas']['WeatherEvents'] = {
  events: [
    {
      name: 'Storms Dudley, Eunice and Franklin',
      dateStart: '2022-02-16',
      dateEnd: '2022-02-21',
    },
    { name: 'Storms Malik and Corrie', dateStart: '2022-01-29', dateEnd: '2022-01-31' },
  ],
};

/** `GET /weather`: services with the scope `weather-api/get`, which the gateway has checked. */
export const handler = handlerFor('listWeatherEvents', () => {
  return answer(200, storms);
});
