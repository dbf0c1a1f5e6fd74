import { env } from 'node:process';

/** What the handlers find in their environment; on AWS the deployment sets it. */
export interface HandlerEnvironment {
  ARTICLES_TABLE: string;
  AWS_REGION: string;
  /** Sends the AWS SDK to the stand-in's own tables. */
  AWS_ENDPOINT_URL_DYNAMODB: string;
  /** With which app client of which user pool user-sign-in signs people in. */
  USER_POOL_ID: string;
  CLIENT_ID: string;
  CLIENT_SECRET: string;
  /** Sends the AWS SDK to the stand-in's own user pools. */
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: string;
  /** `all`, or `failures` only. */
  REQUEST_LOG: string;
}

/** Any will do here. Real ones must not leave the machine, nor may the SDK go looking for them. */
const credentials = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };

const misleading = ['AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_ENDPOINT_URL'];

/** Puts the handlers' environment in place; the returned function puts the old one back. */
export function enterEnvironment(environment: HandlerEnvironment): () => void {
  const names = [...Object.keys({ ...environment, ...credentials }), ...misleading];
  const before = names.map((name): [string, string | undefined] => [name, env[name]]);
  for (const name of misleading) Reflect.deleteProperty(env, name);
  Object.assign(env, environment, credentials);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(env, name);
      else env[name] = value;
    }
  };
}
