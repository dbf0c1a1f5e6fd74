import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { startServer } from './server.ts';

/** A stack as the pretended CloudFormation has it. */
interface PretendStack {
  status: string;
  outputs?: Record<string, string>;
  isProtected?: boolean;
  reason?: string;
  resources?: { id: string; type: string; name: string; policy?: string }[];
}

/** What there is in the pretended account, to be changed by tests. */
export interface PretendAccount {
  /** Versions of the CDK's bootstrap by region. */
  bootstraps: Record<string, string>;
  /** By name, whatever the region. */
  stacks: Map<string, PretendStack>;
  /** The error that an operation answers with instead. */
  refusals: Record<string, string>;
  /** Stacks that cannot be deleted. */
  stubborn: Set<string>;
  /** The operations that were asked for, with the stack they named. */
  calls: string[];
}

/** Speaks the answers of STS, SSM and CloudFormation that deploying asks for. Tests only. */
export interface PretendAws {
  url: string;
  account: PretendAccount;
  /** Sends the SDKs here, with credentials of no account. */
  environment: Record<string, string>;
  close(): Promise<void>;
}

export async function pretendAws(): Promise<PretendAws> {
  const account = emptyAccount();
  const server = await startServer((request, response) => void answer(account, request, response));
  const environment = {
    AWS_ENDPOINT_URL: server.url,
    AWS_ACCESS_KEY_ID: 'AKIAPRETENDED',
    AWS_SECRET_ACCESS_KEY: 'pretended',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/nonexistent/config',
    AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
    AWS_MAX_ATTEMPTS: '1',
  };
  return { ...server, account, environment };
}

export const emptyAccount = (): PretendAccount => ({
  bootstraps: {},
  stacks: new Map(),
  refusals: {},
  stubborn: new Set(),
  calls: [],
});

async function answer(
  account: PretendAccount,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await text(request);
  const target = request.headers['x-amz-target'];
  const form = new URLSearchParams(body);
  const operation = typeof target === 'string' ? (target.split('.')[1] ?? '') : form.get('Action');
  const name = form.get('StackName') ?? '';
  account.calls.push(`${operation ?? ''} ${name}`.trim());
  const refusal = account.refusals[operation ?? ''];
  if (typeof target === 'string') {
    const [status, content] = parameter(account, regionOf(request), refusal);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(content));
    return;
  }
  const [status, xml] = refusal ? errorXml(refusal, 'No.') : query(account, operation ?? '', name);
  response.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
}

/** The region that a request was signed for. */
const regionOf = ({ headers }: IncomingMessage): string =>
  /Credential=[^/]+\/\d+\/([^/]+)\//.exec(headers.authorization ?? '')?.[1] ?? '';

function parameter(
  { bootstraps }: PretendAccount,
  region: string,
  refusal: string | undefined,
): [status: number, content: object] {
  const version = bootstraps[region];
  const type = refusal ?? (version === undefined ? 'ParameterNotFound' : undefined);
  if (type !== undefined) return [400, { __type: type, message: 'No.' }];
  return [200, { Parameter: { Value: version } }];
}

const errorXml = (code: string, message: string): [number, string] => [
  400,
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
];

const result = (operation: string, content: string): [number, string] => [
  200,
  `<${operation}Response><${operation}Result>${content}</${operation}Result></${operation}Response>`,
];

function query(account: PretendAccount, operation: string, name: string): [number, string] {
  if (operation === 'GetCallerIdentity') {
    return result(
      operation,
      '<Account>123456789012</Account><Arn>arn:aws:iam::123456789012:user/pretended</Arn>',
    );
  }
  const stack = account.stacks.get(name);
  if (!stack) return errorXml('ValidationError', `Stack with id ${name} does not exist`);
  switch (operation) {
    case 'DescribeStacks':
      return result(operation, `<Stacks><member>${describe(name, stack)}</member></Stacks>`);
    case 'GetTemplate':
      return result(operation, `<TemplateBody>${templateOf(stack)}</TemplateBody>`);
    case 'ListStackResources':
      return result(
        operation,
        `<StackResourceSummaries>${summaries(stack)}</StackResourceSummaries>`,
      );
    case 'DeleteStack':
      if (account.stubborn.has(name)) Object.assign(stack, { status: 'DELETE_FAILED' });
      else account.stacks.delete(name);
      return result(operation, '');
    default:
      return errorXml('InvalidAction', `${operation} is not pretended.`);
  }
}

function describe(
  name: string,
  { status, outputs = {}, isProtected = false, reason }: PretendStack,
): string {
  const members = Object.entries(outputs).map(
    ([key, value]) =>
      `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  return (
    `<StackName>${name}</StackName><StackStatus>${status}</StackStatus>` +
    `<CreationTime>2026-11-27T00:00:00Z</CreationTime>` +
    `<EnableTerminationProtection>${String(isProtected)}</EnableTerminationProtection>` +
    (reason === undefined ? '' : `<StackStatusReason>${reason}</StackStatusReason>`) +
    `<Outputs>${members.join('')}</Outputs>`
  );
}

function templateOf({ resources = [] }: PretendStack): string {
  const entries = resources.map(({ id, type, policy }) => [
    id,
    { Type: type, DeletionPolicy: policy },
  ]);
  return JSON.stringify({ Resources: Object.fromEntries(entries) as object }).replaceAll(
    '"',
    '&quot;',
  );
}

const summaries = ({ resources = [] }: PretendStack): string =>
  resources
    .map(
      ({ id, type, name }) =>
        `<member><LogicalResourceId>${id}</LogicalResourceId><PhysicalResourceId>${name}</PhysicalResourceId>` +
        `<ResourceType>${type}</ResourceType><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>`,
    )
    .join('');
