import { readFile } from 'node:fs/promises';
import type { OpenAPIRouter } from 'openapi-backend/router.js';
import { parse } from 'yaml';

type OpenApiDocument = OpenAPIRouter['definition'];

/** A contract as the gateway serves it. */
export interface Contract {
  /** The first path segment, as in `/api`: the stage. */
  stage: string;
  definition: OpenApiDocument;
}

/** Reads an OpenAPI 3.0 file with API Gateway's extensions. */
export async function readContract(file: URL): Promise<Contract> {
  const definition = parse(await readFile(file, 'utf8')) as OpenApiDocument;
  const stage = definition.servers?.[0]?.url;
  if (!stage?.startsWith('/')) throw new Error(`${file.pathname} names no stage under servers.`);
  return { stage, definition };
}
