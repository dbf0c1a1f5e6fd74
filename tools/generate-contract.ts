/**
 * Generates what both sides import from `contract/*.yaml`: the TypeScript types and the table of
 * operations. With `--check` it writes nothing and fails when a generated file is stale.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const contractFolder = new URL('../contract/', import.meta.url);
const httpMethods = ['get', 'put', 'post', 'delete', 'patch'];

interface Operation {
  operationId: string;
  security?: Record<string, string[]>[];
}

interface Contract {
  servers: [{ url: string }];
  paths: Record<string, Record<string, Operation>>;
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

async function operations(name: string): Promise<string> {
  const source = `${name}.yaml`;
  const contract = parse(await readFile(new URL(source, contractFolder), 'utf8')) as Contract;
  const stage = contract.servers[0].url;
  const rows = Object.entries(contract.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => httpMethods.includes(method))
      .map(([method, operation]) => {
        const kind = tokenKind(operation);
        return `  ${operation.operationId}: { method: '${method.toUpperCase()}', path: '${stage}${path}', token: '${kind}' },\n`;
      }),
  );
  const typeName = `${name.charAt(0).toUpperCase()}${name.slice(1)}OperationId`;
  return (
    banner(source) +
    `/** Every operation: its method, its path below the origin, and the token its authorizer wants. */\n` +
    `export const ${name}Operations = {\n${rows.join('')}} as const;\n\n` +
    `export type ${typeName} = keyof typeof ${name}Operations;\n`
  );
}

const outputs: Record<string, string> = {};
for (const name of ['news', 'services']) {
  outputs[`generated/${name}-types.ts`] = await types(`${name}.yaml`);
  outputs[`generated/${name}-operations.ts`] = await operations(name);
}

const isCheck = argv.includes('--check');
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
  exit(1);
}
