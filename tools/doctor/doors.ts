import { doors as contractDoors } from '../../contract/generated/doors.ts';

/** An operation of one of the contracts, and what it asks of a caller. */
export interface Door {
  readonly operationId: string;
  readonly method: string;
  /** Below the app's origin, as in `/api/news/{id}`. */
  readonly path: string;
  readonly token: 'none' | 'id' | 'access';
  readonly pools: readonly string[];
  /** One of them is enough. */
  readonly scopes: readonly string[];
  /** What the function asks for, after the gateway. */
  readonly group: string | null;
}

/** All doors of all contracts. */
export const doors: readonly Door[] = contractDoors;

/** "DELETE /api/news/{id}". */
export const doorName = ({ method, path }: Door): string => `${method} ${path}`;

/** A request that changes nothing, whoever answers it: not even an API that nobody protects. */
export interface HarmlessRequest {
  method: string;
  /** Below the app's origin. */
  path: string;
  /** JSON. */
  body: string | undefined;
}

/** No article has it: ids of articles are random, or digests of where the article comes from. */
const impossibleId = '00000000-0000-4000-8000-000000000000';

/** A field that no operation knows. */
const refusedBody = JSON.stringify({ checkup: 'This is a look at a door and changes nothing.' });

/**
 * How an operation that changes something is called without changing anything: for an article that cannot be, or with a body that
 * is refused (or kept nowhere). One that is missing here is never called; deleteAllNews is, since it would need nothing but an open door.
 */
const harmlessForms: Readonly<Record<string, 'impossible-id' | 'refused-body' | undefined>> = {
  publishArticle: 'refused-body',
  deleteArticle: 'impossible-id',
  restoreArticle: 'impossible-id',
  userSignIn: 'refused-body',
  addWeatherEvent: 'refused-body',
};

/** The only place where requests to doors are made; undefined where none is known to be harmless. */
export function harmlessRequest({ operationId, method, path }: Door): HarmlessRequest | undefined {
  const isReading = method === 'GET' || method === 'HEAD';
  const form = Object.hasOwn(harmlessForms, operationId) ? harmlessForms[operationId] : undefined;
  if (!isReading && form === undefined) return undefined;
  if (form === 'impossible-id' && !path.includes('{id}')) return undefined;
  return {
    method,
    path: path.replace(/\{[^}]*\}/g, impossibleId),
    body: form === 'refused-body' ? refusedBody : undefined,
  };
}

/** The door of an operation; throws when the contract has no such operation. */
export function doorOf(operationId: string): Door {
  const door = doors.find((one) => one.operationId === operationId);
  if (door) return door;
  throw new Error(`The contracts have no operation ${operationId}.`);
}
