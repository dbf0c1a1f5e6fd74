import type { Operation } from '../../contract/contract.ts';
import { StartUpProblem } from '../processes/start-up-problem.ts';

/** A request to an operation that changes nothing. */
interface Probe {
  /** Below the origin. */
  path: string;
  /** JSON. */
  body: string | null;
  /** What answers a caller who may call. */
  status: number;
  /** It is for those alone who may not call. */
  onlyWhenRefused: boolean;
}

/** No article has it: ids of articles are random, or digests of where the article comes from. */
const unknownId = '00000000-0000-4000-8000-000000000000';
/** A field that no operation knows, so that it is refused. */
const refusedBody = JSON.stringify({ probe: 'This request changes nothing.' });

/** How an operation that changes something can be called without changing anything, by the contract's name for it. */
const kinds: Readonly<Record<string, Omit<Probe, 'path'>>> = {
  'unknown-article': { body: null, status: 404, onlyWhenRefused: false },
  'refused-body': { body: refusedBody, status: 400, onlyWhenRefused: false },
  'keeps-nothing': { body: refusedBody, status: 200, onlyWhenRefused: false },
  /** The body is refused, too; but where nothing guards the operation, everything would be gone. */
  'only-when-refused': { body: refusedBody, status: 400, onlyWhenRefused: true },
};

/** The probe of an operation below `root`; reading changes nothing by itself. Throws `StartUpProblem` where none is known. */
export function probeOf({ operationId, method, path, probe = '' }: Operation, root: string): Probe {
  const isOfArticle = path.includes('{id}');
  const address = root + path.replace('{id}', unknownId);
  if (method === 'GET') {
    return { path: address, body: null, status: isOfArticle ? 404 : 200, onlyWhenRefused: false };
  }
  const kind = Object.hasOwn(kinds, probe) ? kinds[probe] : undefined;
  if (!kind) {
    throw new StartUpProblem(
      `${operationId} says of no way to call it without changing anything: x-presspass-probe, one of ${Object.keys(kinds).join(', ')}.`,
    );
  }
  if (probe === 'unknown-article' && !isOfArticle) {
    throw new StartUpProblem(
      `${operationId} has no {id} in its path, so no article is unknown to it.`,
    );
  }
  return { path: address, ...kind };
}
