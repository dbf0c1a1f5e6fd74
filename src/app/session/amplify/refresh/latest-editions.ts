import { withDeadline } from '../../with-deadline';

/** Which tokens of a session are the latest. */
export interface Edition {
  readonly edition: string;
  /** Seconds since the epoch, by the user pool's clock. */
  readonly issuedAt: number;
}

const store = 'editions';

/** So many sessions are remembered; they are told apart by their sign-in, and most have ended. */
const most = 20;

/** Milliseconds for a look at a database on this device, which can be stuck like any other. */
const patience = 3_000;

/**
 * The latest tokens of each session by name, never by value, in IndexedDB. `localStorage` is not
 * ordered across processes: a tab that has just got a lock may still read what was there before the
 * last holder wrote. IndexedDB is ordered. Where there is none, nothing is known.
 */
export class LatestEditions {
  private readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** Never rejects. */
  async of(session: string): Promise<Edition | undefined> {
    return this.within('readonly', (editions) => editions.get(session) as IDBRequest<Edition>);
  }

  /** Resolves when every other tab can see it. Never rejects. */
  async set(session: string, { edition, issuedAt }: Edition): Promise<void> {
    await this.within('readwrite', (editions) => {
      const count = editions.count();
      count.onsuccess = () => {
        if (count.result >= most) editions.clear();
        editions.put({ edition, issuedAt } satisfies Edition, session);
      };
      return count;
    });
  }

  private async within<Value>(
    mode: IDBTransactionMode,
    work: (editions: IDBObjectStore) => IDBRequest<Value>,
  ): Promise<Value | undefined> {
    try {
      return await withDeadline(this.transact(mode, work), patience);
    } catch {
      // Private windows of some browsers have no IndexedDB. Then storage alone has to do.
      return undefined;
    }
  }

  private async transact<Value>(
    mode: IDBTransactionMode,
    work: (editions: IDBObjectStore) => IDBRequest<Value>,
  ): Promise<Value> {
    const opening = indexedDB.open(this.name);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(store);
    };
    const database = await answerOf(opening);
    try {
      const transaction = database.transaction(store, mode);
      const answer = work(transaction.objectStore(store));
      await completionOf(transaction);
      return answer.result;
    } finally {
      // An open one would keep the page from the back-forward cache.
      database.close();
    }
  }
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new DOMException('No database.'));
    };
  });
}

function completionOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(transaction.error ?? new DOMException('Not kept.'));
    };
  });
}
