/** The environment variables of a function that checks passwords: the user pool, and an app client with its secret. */
export const passwordCheckSettings = ['USER_POOL_ID', 'CLIENT_ID', 'CLIENT_SECRET'] as const;
