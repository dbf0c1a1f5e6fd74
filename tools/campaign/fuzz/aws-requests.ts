import { operations as cognitoEmulation } from '../../../local/user-pool/operations.ts';
import { signed } from '../pool-client.ts';
import type { Random } from '../random.ts';
import { jsonOf } from './broken-json.ts';
import type { Props } from './props.ts';
import { headerText } from './raw-request.ts';
import type { RawRequest } from './raw-request.ts';
import { cognitoOperations, dynamodbOperations } from './sdk-shapes.ts';
import type { Operations } from './sdk-shapes.ts';
import { anyText } from './texts.ts';
import { broken, valueOf } from './values.ts';
import { wordsFor } from './words.ts';

interface Service {
  kind: string;
  target: string;
  contentType: string;
  operations: Operations;
  /** Each as often as it is worth. */
  names: readonly string[];
}

const emulated = [...cognitoEmulation.keys()];

const cognito: Service = {
  kind: 'Cognito',
  target: 'AWSCognitoIdentityProviderService',
  contentType: 'application/x-amz-json-1.1',
  operations: cognitoOperations,
  names: [...cognitoOperations.keys(), ...emulated, ...emulated, ...emulated],
};

/** Those that the table's engine knows, without the ones on backups, streams and other regions. */
const itemOperations = [
  ...['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan', 'BatchGetItem'],
  ...['BatchWriteItem', 'DescribeTable', 'ListTables', 'CreateTable', 'UpdateTable', 'DeleteTable'],
];

const dynamodb: Service = {
  kind: 'DynamoDB',
  target: 'DynamoDB_20120810',
  contentType: 'application/x-amz-json-1.0',
  operations: dynamodbOperations,
  names: [...dynamodbOperations.keys(), ...itemOperations, ...itemOperations, ...itemOperations],
};

export const cognitoRequest = (random: Random, props: Props): RawRequest =>
  awsRequest(cognito, random, props);

export const dynamodbRequest = (random: Random, props: Props): RawRequest =>
  awsRequest(dynamodb, random, props);

function awsRequest(service: Service, random: Random, props: Props): RawRequest {
  const operation = random.pick(service.names);
  const shape = service.operations.get(operation)?.() ?? { kind: 'anything' };
  let input = valueOf(shape, random, wordsFor(operation, props));
  const breaks = random.pick([0, 0, 0, 0, 1, 1, 3]);
  for (let one = 0; one < breaks; one++) input = broken(input, random);
  return {
    kind: service.kind,
    method: 'POST',
    path: random.happens(0.99) ? '/' : random.pick(['//', '/?a=b', '/%2e', '/x']),
    headers: headersOf(service, operation, random),
    body: jsonOf(input, random),
  };
}

function headersOf(service: Service, operation: string, random: Random): RawRequest['headers'] {
  const isOdd = random.happens(0.03);
  const target = isOdd ? headerText(anyText(random)) : operation;
  const headers: [string, string][] = [['X-Amz-Target', `${service.target}.${target}`]];
  const type = random.happens(0.97)
    ? service.contentType
    : random.pick(['', 'text/plain', 'application/json; charset=utf-16']);
  headers.push(['Content-Type', type]);
  if (random.happens(0.95)) headers.push(...Object.entries(signed));
  if (random.happens(0.02)) headers.push(['Origin', 'http://localhost:4200']);
  return headers;
}
