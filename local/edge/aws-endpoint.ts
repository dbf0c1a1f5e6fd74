import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Tables } from '../tables/tables.ts';
import type { UserPools } from '../user-pool/user-pools.ts';
import { sendAwsError } from './aws-error.ts';
import { isFromPage, isSigned } from './callers.ts';
import { answerCognito } from './cognito-endpoint.ts';
import { isForApps } from './app-operations.ts';

const cognito = 'AWSCognitoIdentityProviderService.';
const dynamodb = 'DynamoDB_20120810.';

/** The services behind `POST /`. */
export interface AwsServices {
  userPools: UserPools;
  tables: Tables;
}

/**
 * Answers `POST /`, where `X-Amz-Target` names service and operation as at AWS's own endpoints.
 * What takes credentials at AWS takes a signed request here, and never one from a web page: any site
 * that somebody visits could send it.
 */
export async function answerAws(
  services: AwsServices,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = String(request.headers['x-amz-target'] ?? '');
  const operation = target.slice(target.indexOf('.') + 1);
  if (target.startsWith(cognito) && isForApps(operation)) {
    await answerCognito(services.userPools, operation, request, response);
  } else if (!target.startsWith(cognito) && !target.startsWith(dynamodb)) {
    refuse(response, 'UnknownOperationException', `X-Amz-Target "${target}" is not emulated here.`);
  } else if (isFromPage(request)) {
    refuse(response, 'AccessDeniedException', `${operation} cannot be called from a web page.`);
  } else if (!isSigned(request)) {
    refuse(response, 'MissingAuthenticationTokenException', 'Missing Authentication Token');
  } else if (target.startsWith(cognito)) {
    await answerCognito(services.userPools, operation, request, response);
  } else {
    await services.tables.handle(request, response);
  }
}

function refuse(response: ServerResponse, type: string, message: string): void {
  sendAwsError(response, { status: 400, type, message });
}
