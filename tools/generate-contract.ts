/**
 * Generates what both sides import from `contract/*.yaml`: the TypeScript types, the tables of
 * operations, the table of doors and the rules of requests. A contract with a problem generates nothing. With `--check` it writes nothing in any case, and
 * fails when a generated file is stale, too.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';
import { contractProblems } from './contract/contract-problems.ts';
import { StartUpProblem, runCommand } from './processes/start-up-problem.ts';
import { argumentsFrom } from './processes/usage.ts';

const contractFolder = new URL('../contract/', import.meta.url);
const httpMethods = ['get', 'put', 'post', 'delete', 'patch'];

interface Response {
  $ref?: string;
}

interface Parameter {
  $ref?: string;
  name: string;
  in: string;
}

/** Who may call an operation: everybody, everybody who is signed in, or whoever one of the rules lets in. */
type Callers = 'anyone' | 'signed-in' | ({ group: string } | { scope: string })[];

interface Operation {
  operationId: string;
  summary: string;
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: unknown;
  responses: Record<string, Response>;
  'x-presspass-caller'?: Callers;
  'x-presspass-probe'?: keyof typeof probes;
}

/** No article has it: ids of articles are random, or digests of where the article comes from. */
const unknownId = '00000000-0000-4000-8000-000000000000';
/** A field that no operation knows, so that it is refused. */
const refusedBody = JSON.stringify({ probe: 'This request changes nothing.' });

/**
 * How an operation that changes something can be called without changing anything: its body, what answers a caller who may call,
 * and whether it is for those alone who may not.
 */
const probes = {
  'unknown-article': { body: null, status: 404, onlyWhenRefused: false },
  'refused-body': { body: refusedBody, status: 400, onlyWhenRefused: false },
  'keeps-nothing': { body: refusedBody, status: 200, onlyWhenRefused: false },
  /** The body is refused, too; but where nothing guards the operation, everything would be gone. */
  'only-when-refused': { body: refusedBody, status: 400, onlyWhenRefused: true },
} as const;

interface Contract {
  servers: [{ url: string }];
  paths: Record<string, { parameters?: Parameter[]; [method: string]: unknown }>;
  components: {
    parameters?: Record<string, Parameter>;
    securitySchemes: Record<
      string,
      { 'x-amazon-apigateway-authorizer': { providerARNs: string[] } }
    >;
  };
}

interface Route {
  method: string;
  path: string;
  operation: Operation;
  /** Those of the path and its own, references followed. */
  parameters: Parameter[];
}

const banner = (source: string): string =>
  `// Generated from ${source} by \`npm run generate\`. Do not edit.\n\n`;

async function types(source: string): Promise<string> {
  const ast = await openapiTypescript(new URL(source, contractFolder), { alphabetize: false });
  return banner(source) + astToString(ast);
}

/** An authorizer without scopes wants the ID token, one with scopes the access token (AWS: "apigateway-enable-cognito-user-pool"). */
function tokenKind(operation: Operation): 'none' | 'id' | 'access' {
  const requirement = operation.security?.[0];
  if (!requirement) return 'none';
  return Object.values(requirement).flat().length > 0 ? 'access' : 'id';
}

async function contractOf(name: string): Promise<Contract> {
  return parse(await readFile(new URL(`${name}.yaml`, contractFolder), 'utf8')) as Contract;
}

function routesOf(contract: Contract): Route[] {
  const stage = contract.servers[0].url;
  return Object.entries(contract.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => httpMethods.includes(method))
      .map(([method, operation]) => [method, operation as Operation] as const)
      .map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: `${stage}${path}`,
        operation,
        parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((one) =>
          parameterOf(one, contract),
        ),
      })),
  );
}

function operations(name: string, contract: Contract): string {
  const rows = routesOf(contract).map(
    ({ method, path, operation }) =>
      `  ${operation.operationId}: { method: '${method}', path: '${path}', token: '${tokenKind(operation)}' },\n`,
  );
  const typeName = `${name.charAt(0).toUpperCase()}${name.slice(1)}OperationId`;
  return (
    banner(`${name}.yaml`) +
    `/** Every operation: its method, its path below the origin, and the token its authorizer wants. */\n` +
    `export const ${name}Operations = {\n${rows.join('')}} as const;\n\n` +
    `export type ${typeName} = keyof typeof ${name}Operations;\n`
  );
}

function parameterOf(parameter: Parameter, { components }: Contract): Parameter {
  const name = parameter.$ref?.split('/').at(-1) ?? '';
  return components.parameters?.[name] ?? parameter;
}

/** Who may call; throws `StartUpProblem` where that is missing, or says something else than the authorizer. */
function callersOf({ operationId, security, responses, ...operation }: Operation): Callers {
  const callers = operation['x-presspass-caller'];
  if (callers === undefined) {
    throw new StartUpProblem(`${operationId} says nowhere who may call it: x-presspass-caller.`);
  }
  const scopes = Object.values(security?.[0] ?? {}).flat();
  const rules = typeof callers === 'string' ? [] : callers;
  const foreign = rules.find((rule) => 'scope' in rule && !scopes.includes(rule.scope));
  if (foreign) {
    throw new StartUpProblem(
      `${operationId} is for callers with ${JSON.stringify(foreign)}, which its authorizer does not ask for.`,
    );
  }
  if ((callers === 'anyone') !== (security?.[0] === undefined)) {
    throw new StartUpProblem(
      `${operationId} is for ${JSON.stringify(callers)}, and its security is for others.`,
    );
  }
  if (rules.length > 0 && !responses['403']) {
    throw new StartUpProblem(`${operationId} refuses callers, and has no 403.`);
  }
  return callers;
}

/** The group whose members may call; `null` where no group is asked for. */
function groupOf(operation: Operation): string | null {
  const callers = callersOf(operation);
  const groups = typeof callers === 'string' ? [] : callers;
  return groups.flatMap((rule) => ('group' in rule ? rule.group : []))[0] ?? null;
}

function requestRules(contracts: Record<string, Contract>): string {
  const sources = Object.keys(contracts).map((name) => `${name}.yaml`);
  const rows = Object.values(contracts)
    .flatMap(routesOf)
    .map(({ operation, parameters }) => {
      const namesIn = (place: string): string[] =>
        parameters.filter((one) => one.in === place).map(({ name }) => name);
      const rule = {
        callers: callersOf(operation),
        path: namesIn('path'),
        query: namesIn('query'),
        takesBody: operation.requestBody !== undefined,
      };
      return `  ${operation.operationId}: ${JSON.stringify(rule)},\n`;
    });
  return (
    banner(sources.join(' and ')) +
    `/** What every operation asks of a request before its handler sees it: who may call, and what may come along. */\n` +
    `export const requestRules = {\n${rows.join('')}} as const;\n\n` +
    `export type OperationId = keyof typeof requestRules;\n`
  );
}

/** The user pools whose tokens an operation's authorizer takes: `${PeoplePoolArn}` is `people`. */
function poolsOf({ security }: Operation, { components }: Contract): string[] {
  return Object.keys(security?.[0] ?? {})
    .flatMap(
      (scheme) =>
        components.securitySchemes[scheme]?.['x-amazon-apigateway-authorizer'].providerARNs ?? [],
    )
    .map((arn) => /^\$\{(\w+)PoolArn\}$/.exec(arn)?.[1]?.toLowerCase() ?? arn);
}

/** A request to the operation that changes nothing. Throws `StartUpProblem` where none is known. */
function probeOf({ method, path, operation }: Route): object {
  const { operationId, 'x-presspass-probe': name } = operation;
  const isOfArticle = path.includes('{id}');
  const address = path.replace('{id}', unknownId);
  if (method === 'GET') {
    return { path: address, body: null, status: isOfArticle ? 404 : 200, onlyWhenRefused: false };
  }
  if (name === undefined || !Object.hasOwn(probes, name)) {
    throw new StartUpProblem(
      `${operationId} says of no way to call it without changing anything: x-presspass-probe, one of ${Object.keys(probes).join(', ')}.`,
    );
  }
  if (name === 'unknown-article' && !isOfArticle) {
    throw new StartUpProblem(
      `${operationId} has no {id} in its path, so no article is unknown to it.`,
    );
  }
  return { path: address, ...probes[name] };
}

function doorsOf(contract: Contract): string[] {
  return routesOf(contract).map((route) => {
    const { method, path, operation } = route;
    const { operationId, summary, security } = operation;
    const door = {
      operationId,
      method,
      path,
      summary,
      token: tokenKind(operation),
      pools: poolsOf(operation, contract),
      scopes: Object.values(security?.[0] ?? {}).flat(),
      group: groupOf(operation),
      probe: probeOf(route),
    };
    return `  ${JSON.stringify(door)},\n`;
  });
}

function doors(contracts: Record<string, Contract>): string {
  const sources = Object.keys(contracts).map((name) => `${name}.yaml`);
  return (
    banner(sources.join(' and ')) +
    `/** Every operation of every contract, with all that its authorizer and its handler ask of a caller, and a request that changes nothing. */\n` +
    `export const doors = [\n${Object.values(contracts).flatMap(doorsOf).join('')}] as const;\n`
  );
}

/** Throws `StartUpProblem` with all that is wrong with the contracts. */
async function expectSound(names: string[]): Promise<void> {
  const problems = (await Promise.all(names.map(contractProblems))).flat();
  if (problems.length === 0) return;
  throw new StartUpProblem(
    `The contract is wrong, so nothing is generated from it:\n  ${problems.join('\n  ')}`,
  );
}

const usage =
  'Usage: npm run generate -- [--check]     what both sides import from contract/*.yaml';

async function generate(): Promise<number> {
  const { values } = argumentsFrom(argv.slice(2), usage, {
    options: { check: { type: 'boolean' } },
  });
  const isCheck = values.check === true;
  await expectSound(['news', 'services']);
  const contracts = { news: await contractOf('news'), services: await contractOf('services') };
  const outputs: Record<string, string> = {
    'generated/doors.ts': doors(contracts),
    'generated/request-rules.ts': requestRules(contracts),
  };
  for (const [name, contract] of Object.entries(contracts)) {
    outputs[`generated/${name}-types.ts`] = await types(`${name}.yaml`);
    outputs[`generated/${name}-operations.ts`] = operations(name, contract);
  }

  if (!isCheck) await mkdir(new URL('generated/', contractFolder), { recursive: true });
  const stale: string[] = [];
  for (const [name, text] of Object.entries(outputs)) {
    const file = new URL(name, contractFolder);
    const current = await readFile(file, 'utf8').catch(() => '');
    if (current === text) continue;
    if (isCheck) stale.push(fileURLToPath(file));
    else await writeFile(file, text);
  }
  if (stale.length > 0) {
    console.error(`Stale, run \`npm run generate\`:\n  ${stale.join('\n  ')}`);
  }
  return stale.length > 0 ? 1 : 0;
}

await runCommand(generate);
