import type { Door } from './door';

/** A form in which an operation that changes something can be called without changing anything. */
type HarmlessForm =
  /** To an article that cannot be: 404 behind an open door. */
  | { readonly kind: 'impossible-id' }
  /** With a body that the function refuses: 400 behind an open door. */
  | { readonly kind: 'refused-body' }
  /** The operation itself keeps nothing. */
  | { readonly kind: 'keeps-nothing' }
  /** Only where the door is sure to stay shut, and with a body that the function refuses besides. */
  | { readonly kind: 'only-when-shut'; readonly wouldDo: string };

/** No article has it: ids of articles are random, or digests of where the article comes from. */
export const impossibleId = '00000000-0000-4000-8000-000000000000';

/** A field that no operation knows: whoever takes no body, or one of known fields, answers 400. */
export const refusedBody = JSON.stringify({
  tryout: 'This is a try of a door and changes nothing.',
});

/**
 * The operations that change something, each with its harmless form. One that is missing here is never sent, and
 * fails a spec by its name.
 */
const harmlessForms: Readonly<Record<string, HarmlessForm | undefined>> = {
  publishArticle: { kind: 'refused-body' },
  deleteAllNews: {
    kind: 'only-when-shut',
    wouldDo: 'It would move every story to the trash and answer 200 with how many',
  },
  deleteArticle: { kind: 'impossible-id' },
  restoreArticle: { kind: 'impossible-id' },
  userSignIn: { kind: 'refused-body' },
  addWeatherEvent: { kind: 'keeps-nothing' },
};

/** The harmless form of an operation; `null` where none is known. Reading is harmless as it is. */
export function harmlessForm({
  operationId,
  method,
}: Pick<Door, 'operationId' | 'method'>): HarmlessForm | { readonly kind: 'reads' } | null {
  if (method === 'GET' || method === 'HEAD') return { kind: 'reads' };
  return Object.hasOwn(harmlessForms, operationId) ? (harmlessForms[operationId] ?? null) : null;
}

/** What answers a harmless request behind an open door. */
export function behindOpenDoor(door: Door): { status: number; because: string } {
  switch (harmlessForm(door)?.kind) {
    case 'refused-body':
      return {
        status: 400,
        because: 'The door is open. The function refuses the body, on purpose.',
      };
    case 'only-when-shut':
    case 'keeps-nothing':
      return { status: 200, because: 'The door is open.' };
    default:
      return door.path.includes('{')
        ? { status: 404, because: 'The door is open. There is no story with this id, on purpose.' }
        : { status: 200, because: 'The door is open.' };
  }
}
