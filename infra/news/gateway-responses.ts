import { exposedHeaders } from '../../contract/cross-origin.ts';

/** What a REST API answers itself, as its definition has it. */
interface GatewayResponse {
  responseParameters: Readonly<Record<string, string>>;
  responseTemplates: Readonly<Record<string, string>>;
}

/**
 * A header's value that is written out stands in quotes of its own; without them it names a part of the request.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-gateway-responses.responseParameters.html
 */
export const quoted = (value: string): string => `'${value}'`;

const readableAnywhere = {
  'gatewayresponse.header.Access-Control-Allow-Origin': quoted('*'),
  'gatewayresponse.header.Access-Control-Expose-Headers': quoted(exposedHeaders.rest.join(',')),
};

const response = (template: string): GatewayResponse => ({
  responseParameters: readableAnywhere,
  responseTemplates: { 'application/json': template },
});

/** `messageString` brings its quotes along. */
const inItsOwnWords = response('{"message":$context.error.messageString}');

/**
 * By type, with CORS: without it a page sees a refusal as a network error.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export const gatewayResponses: Readonly<Record<string, GatewayResponse>> = {
  UNAUTHORIZED: inItsOwnWords,
  ACCESS_DENIED: inItsOwnWords,
  EXPIRED_TOKEN: inItsOwnWords,
  DEFAULT_4XX: inItsOwnWords,
  DEFAULT_5XX: inItsOwnWords,
};
