/** An API's host, and the path below which it answers there and on the app's origin. */
export interface DeployedApi {
  /** `/api` or `/services` */
  path: string;
  /** `abc123.execute-api.eu-west-1.amazonaws.com` */
  host: string;
}
