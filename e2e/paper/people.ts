import { randomUUID } from 'node:crypto';

export interface Person {
  readonly email: string;
  readonly password: string;
}

/** The demo people's, and that of everybody who joins in a journey. */
const password = 'Press-Pass-2026';
export const editor: Person = { email: 'editor@presspass.test', password };
export const reader: Person = { email: 'reader@presspass.test', password };

/** Somebody who has no account yet. */
export function newPerson(): Person {
  return { email: `reader-${randomUUID().slice(0, 8)}@example.com`, password };
}
