/**
 * Generates what both sides import from `contract/*.yaml`: the TypeScript types, the tables of
 * operations, and the table of doors. A contract with a problem generates nothing. With `--check` it writes nothing in any case, and
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
  content?: Record<string, { examples?: Record<string, { value: { message: string } }> }>;
}

interface Operation {
  operationId: string;
  summary: string;
  security?: Record<string, string[]>[];
  responses: Record<string, Response>;
}

interface Contract {
  servers: [{ url: string }];
  paths: Record<string, Record<string, Operation>>;
  components: {
    responses: Record<string, Response>;
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
      .map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: `${stage}${path}`,
        operation,
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

/** The group that the words of an operation's 403 name; `null` where no group is asked for. */
function groupOf({ operationId, responses }: Operation, { components }: Contract): string | null {
  const refusal = responses['403'];
  if (!refusal) return null;
  const name = refusal.$ref?.split('/').at(-1) ?? '';
  const examples = (components.responses[name] ?? refusal).content?.['application/json']?.examples;
  const words = Object.values(examples ?? {}).map(({ value }) => value.message);
  const group = /members of the group ([\w-]+)/.exec(words.join('\n'))?.[1];
  if (group === undefined) throw new StartUpProblem(`The 403 of ${operationId} names no group.`);
  return group;
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

function doorsOf(contract: Contract): string[] {
  return routesOf(contract).map(({ method, path, operation }) => {
    const { operationId, summary, security } = operation;
    const door = {
      operationId,
      method,
      path,
      summary,
      token: tokenKind(operation),
      pools: poolsOf(operation, contract),
      scopes: Object.values(security?.[0] ?? {}).flat(),
      group: groupOf(operation, contract),
    };
    return `  ${JSON.stringify(door)},\n`;
  });
}

function doors(contracts: Record<string, Contract>): string {
  const sources = Object.keys(contracts).map((name) => `${name}.yaml`);
  return (
    banner(sources.join(' and ')) +
    `/** Every operation of every contract, with all that its authorizer and its handler ask of a caller. */\n` +
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
  const outputs: Record<string, string> = { 'generated/doors.ts': doors(contracts) };
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
