/**
 * A gateway's line in its access log, as JSON. The route is the contract's template and not the path that was sent, and
 * nothing of what the caller has sent is in it; `requestId` leads to the function's own line.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export const accessLine = {
  rest: line({
    method: '$context.httpMethod',
    route: '$context.resourcePath',
    ms: '$context.responseLatency',
    functionMs: '$context.integration.latency',
    functionStatus: '$context.integration.status',
    // The kind of gateway response; its words may quote the header Authorization.
    refusal: '$context.error.responseType',
    authorizerError: '$context.authorizer.error',
  }),
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
  http: line({
    method: '$context.httpMethod',
    route: '$context.routeKey',
    ms: '$context.responseLatency',
    functionMs: '$context.integration.latency',
    functionStatus: '$context.integration.status',
    refusal: '$context.error.responseType',
    authorizerError: '$context.authorizer.error',
  }),
} as const;

function line(members: Readonly<Record<string, string>>): string {
  return JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    status: '$context.status',
    ...members,
  });
}
