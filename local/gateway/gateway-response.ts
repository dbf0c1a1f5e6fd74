/** What API Gateway answers itself, before or instead of the integration (AWS: "Gateway response types for API Gateway"). */
export interface GatewayResponse {
  status: number;
  message: string;
  errorType: string;
  /** Why, for whoever develops against this stand-in; AWS does not tell. */
  reason?: string;
}

export const unauthorized = (reason: string): GatewayResponse => ({
  status: 401,
  message: 'Unauthorized',
  errorType: 'UnauthorizedException',
  reason,
});

export const expiredToken = (reason: string): GatewayResponse => ({
  status: 401,
  message: 'The incoming token has expired',
  errorType: 'UnauthorizedException',
  reason,
});

export const missingAuthenticationToken: GatewayResponse = {
  status: 403,
  message: 'Missing Authentication Token',
  errorType: 'MissingAuthenticationTokenException',
  reason: 'The contract has no such path or method.',
};

/** What an unknown path or method gets when the request carries an `Authorization` header. */
export const incompleteSignature = (hash: string): GatewayResponse => ({
  status: 403,
  message:
    'Invalid key=value pair (missing equal-sign) in Authorization header ' +
    `(hashed with SHA-256 and encoded with Base64): '${hash}'.`,
  errorType: 'IncompleteSignatureException',
  reason: 'The contract has no such path or method.',
});

export const requestTooLong: GatewayResponse = {
  status: 413,
  message: 'Request Too Long',
  errorType: 'RequestTooLargeException',
};

/** The function threw, or answered with something that is no answer. */
export const integrationFailure: GatewayResponse = {
  status: 502,
  message: 'Internal server error',
  errorType: 'InternalServerErrorException',
};
