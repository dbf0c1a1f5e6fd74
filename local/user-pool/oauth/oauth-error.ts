import { json } from './oauth-answer.ts';
import type { OAuthAnswer } from './oauth-answer.ts';

/** The error codes of RFC 6749 and RFC 7009 that Cognito sends. */
export type OAuthErrorCode =
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_scope'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_token_type';

/** A refusal of an OAuth endpoint; `reason` is for developers and is no part of AWS's answer. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  readonly code: OAuthErrorCode;

  constructor(code: OAuthErrorCode, reason: string) {
    super(reason);
    this.code = code;
  }
}

/** `{"error":"invalid_client"}` and nothing else, as Cognito has it. */
export function refusal({ code, message }: OAuthError, status = 400): OAuthAnswer {
  return { ...json(status, { error: code }), reason: message };
}
