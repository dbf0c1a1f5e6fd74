/** One request to the pool's domain, with nothing of HTTP's machinery. */
export interface OAuthRequest {
  readonly method: string;
  /** `/oauth2/token` */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The body, where it was sent as a form and is not too large. */
  readonly form: URLSearchParams | undefined;
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
  /** Whether a page of this same origin, or no page at all, sent it. */
  readonly isSameOrigin: boolean;
}
