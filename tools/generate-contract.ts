/**
 * Generates what both sides import from `contract/*.yaml`: the TypeScript types, the tables of
 * operations, the table of doors and the rules of requests. A contract with a problem generates nothing. With `--check` it writes nothing in any case, and
 * fails when a generated file is stale, too.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { type Contract, contractNames } from '../contract/contract.ts';
import { readContract } from '../contract/read-contract.ts';
import { callersOf, groupOf, poolsOf, scopesOf, tokenKind } from './contract/asked-of-callers.ts';
import { contractProblems } from './contract/contract-problems.ts';
import { probeOf } from './contract/probe.ts';
import { StartUpProblem, runCommand } from './processes/start-up-problem.ts';
import { argumentsFrom } from './processes/usage.ts';

const contractFolder = new URL('../contract/', import.meta.url);
const banner = (source: string): string =>
  `// Generated from ${source} by \`npm run generate\`. Do not edit.\n\n`;

async function types(source: string): Promise<string> {
  const ast = await openapiTypescript(new URL(source, contractFolder), { alphabetize: false });
  return banner(source) + astToString(ast);
}

function operations(contract: Contract): string {
  const { name, root } = contract;
  const rows = contract.operations.map(
    (operation) =>
      `  ${operation.operationId}: { method: '${operation.method}', path: '${root}${operation.path}', token: '${tokenKind(operation)}' },\n`,
  );
  const typeName = `${name.charAt(0).toUpperCase()}${name.slice(1)}OperationId`;
  return (
    banner(`${name}.yaml`) +
    `/** Every operation: its method, its path below the origin, and the token its authorizer wants. */\n` +
    `export const ${name}Operations = {\n${rows.join('')}} as const;\n\n` +
    `export type ${typeName} = keyof typeof ${name}Operations;\n`
  );
}

function doors(contracts: readonly Contract[]): string {
  const rows = contracts.flatMap((contract) =>
    contract.operations.map((operation) => {
      const { operationId, method, path, summary } = operation;
      const door = {
        operationId,
        method,
        path: contract.root + path,
        summary,
        token: tokenKind(operation),
        pools: poolsOf(operation, contract),
        scopes: scopesOf(operation),
        group: groupOf(operation),
        probe: probeOf(operation, contract.root),
      };
      return `  ${JSON.stringify(door)},\n`;
    }),
  );
  return (
    banner(sourcesOf(contracts)) +
    `/** Every operation of every contract, with all that its authorizer and its handler ask of a caller, and a request that changes nothing. */\n` +
    `export const doors = [\n${rows.join('')}] as const;\n`
  );
}

function requestRules(contracts: readonly Contract[]): string {
  const rows = contracts
    .flatMap((contract) => contract.operations)
    .map((operation) => {
      const namesIn = (place: string): string[] =>
        operation.parameters.filter((one) => one.in === place).map(({ name }) => name);
      const rule = {
        callers: callersOf(operation),
        path: namesIn('path'),
        query: namesIn('query'),
        takesBody: operation.takesBody,
      };
      return `  ${operation.operationId}: ${JSON.stringify(rule)},\n`;
    });
  return (
    banner(sourcesOf(contracts)) +
    `/** What every operation asks of a request before its handler sees it: who may call, and what may come along. */\n` +
    `export const requestRules = {\n${rows.join('')}} as const;\n\n` +
    `export type OperationId = keyof typeof requestRules;\n`
  );
}

const sourcesOf = (contracts: readonly Contract[]): string =>
  contracts.map(({ name }) => `${name}.yaml`).join(' and ');

/** Throws `StartUpProblem` with all that is wrong with the contracts. */
async function expectSound(names: readonly string[]): Promise<void> {
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
  await expectSound(contractNames);
  const contracts = contractNames.map(readContract);
  const outputs: Record<string, string> = {
    'generated/doors.ts': doors(contracts),
    'generated/request-rules.ts': requestRules(contracts),
  };
  for (const contract of contracts) {
    outputs[`generated/${contract.name}-types.ts`] = await types(`${contract.name}.yaml`);
    outputs[`generated/${contract.name}-operations.ts`] = operations(contract);
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
