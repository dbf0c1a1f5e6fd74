import type { House } from './house/house.ts';

/** Other people's clients, as the report calls them; `fetch` is plain HTTP, as curl or Postman would send it. */
export const clientNames = [
  'aws-amplify',
  'AWS SDK',
  'amazon-cognito-identity-js',
  'openid-client',
  'oauth4webapi',
  'aws-jwt-verify',
  'fetch',
  'AWS CLI',
] as const;
export type ClientName = (typeof clientNames)[number];

/**
 * Which stand-in a check needs; each has its own process, state and clock. `terminal` is for the AWS CLI, which takes
 * most of a second per call and so runs beside the others.
 */
export type HouseName = 'everyday' | 'terminal' | 'strict';

/** One expectation through one client. */
export interface Check {
  /** The ids of the rows that it shows. */
  readonly rows: readonly string[];
  /** What is expected, as a sentence. */
  readonly title: string;
  readonly client: ClientName;
  readonly house: HouseName;
  /** Rejects when the expectation is not met. */
  readonly run: (house: House) => Promise<void>;
}

/** Rows and title of an expectation, before a client is chosen. */
export interface Statement {
  readonly rows: readonly string[];
  readonly title: string;
}
