/**
 * `open`: any page may call the APIs and read their refusals. `fresh`: nobody has configured CORS at the gateway, as
 * after creating an API; then a page sees a 401 as a network error (AWS: "CORS for REST APIs in API Gateway").
 */
export type CorsMode = 'open' | 'fresh';
