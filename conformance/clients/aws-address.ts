import type { House } from '../house/house.ts';

const awsUserPools = /^https:\/\/cognito-idp\.[a-z0-9-]+\.amazonaws\.com\//;

/** A pool's address at AWS, moved to the stand-in: issuer, keys and metadata are below it. Other addresses stay. */
export function addressAt(house: House, url: string): string {
  return url.replace(awsUserPools, `${house.url}/`);
}
