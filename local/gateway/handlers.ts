import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { GatewayEvent } from '../../backend/http/request.ts';
import { projectFile } from '../http/failure-reason.ts';

/** What runs behind an operation. What it answers is checked when it has answered. */
export type Handler = (event: GatewayEvent) => unknown;

/** A Lambda function, as far as there is one here. */
export interface LoadedFunction {
  /** `listNews (backend/handlers/list-news.ts)` */
  title: string;
  handler: Handler;
}

/**
 * Loads the handler of each operation, from its source `list-news.ts` or its bundle `list-news/index.mjs`; throws naming the
 * first operation that has none.
 */
export async function loadHandlers(
  operationIds: readonly string[],
  folder: URL,
): Promise<Map<string, LoadedFunction>> {
  const handlers = operationIds.map(async (id): Promise<[string, LoadedFunction]> => [
    id,
    await loadHandler(id, folder),
  ]);
  return new Map(await Promise.all(handlers));
}

async function loadHandler(operationId: string, folder: URL): Promise<LoadedFunction> {
  const name = kebabCase(operationId);
  const names = [`${name}.ts`, `${name}/index.mjs`];
  const file = names.map((one) => new URL(one, folder)).find((one) => existsSync(one));
  if (!file) {
    // Said in the contract's words: the import's own message would name a path only.
    throw new Error(
      `The contract has the operation ${operationId}, but ${fileURLToPath(folder)} has no ${names.join(' and no ')}.`,
    );
  }
  const { handler } = (await import(file.href)) as { handler?: Handler };
  if (typeof handler !== 'function') throw new Error(`${file.pathname} does not export a handler.`);
  return { title: `${operationId} (${projectFile(file)})`, handler };
}

const kebabCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
