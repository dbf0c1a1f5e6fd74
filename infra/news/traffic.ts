/** How much is taken: `rate` requests a second in the long run, `burst` at once. */
export interface Traffic {
  rate: number;
  burst: number;
}

/**
 * What an API takes. Far more than a newspaper needs and far less than the account has for all its APIs (10,000 a second), so
 * that a flood here costs little and leaves others room.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
 */
export const traffic: Traffic = { rate: 1000, burst: 2000 };

/**
 * Passwords are guessed at more slowly, and signing in here leaves the pool's 120 a second to those who sign in at the app.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
 */
export const slowOperations: Readonly<Record<string, Traffic>> = {
  userSignIn: { rate: 20, burst: 40 },
};
