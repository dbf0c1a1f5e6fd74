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
  /** A request that changes nothing, as the contract knows it. */
  readonly probe: {
    /** Below the app's origin. */
    readonly path: string;
    /** JSON. */
    readonly body: string | null;
    /** Where nobody guards the operation, it is not to be sent. */
    readonly onlyWhenRefused: boolean;
  };
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

/** The only place where requests to doors are made; undefined for one that an open door would make harmful. */
export function harmlessRequest({ method, probe }: Door): HarmlessRequest | undefined {
  const { path, body, onlyWhenRefused } = probe;
  return onlyWhenRefused ? undefined : { method, path, body: body ?? undefined };
}

/** The door of an operation; throws when the contract has no such operation. */
export function doorOf(operationId: string): Door {
  const door = doors.find((one) => one.operationId === operationId);
  if (door) return door;
  throw new Error(`The contracts have no operation ${operationId}.`);
}
