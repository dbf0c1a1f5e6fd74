// Generated from services.yaml by `npm run generate`. Do not edit.

/** Every operation: its method, its path below the origin, and the token its authorizer wants. */
export const servicesOperations = {
  hello: { method: 'GET', path: '/services/hello', token: 'access' },
  listWeatherEvents: { method: 'GET', path: '/services/weather', token: 'access' },
  addWeatherEvent: { method: 'POST', path: '/services/weather', token: 'access' },
} as const;

export type ServicesOperationId = keyof typeof servicesOperations;
