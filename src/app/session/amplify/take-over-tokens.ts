import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { LatestEditions } from './refresh/latest-editions';
import { SharedRefresh } from './refresh/shared-refresh';
import { revoke } from './revoke';
import { StoredSession } from './storage/stored-session';
import type { SessionStorage } from './storage/session-storage';
import { SessionTokenStore } from './storage/session-token-store';

const { tokenOrchestrator } = cognitoUserPoolsTokenProvider;
const askUserPool = tokenOrchestrator.getTokenRefresher();

/** Has Amplify keep its tokens where we want them, and refresh them as we want: below everything that asks it for tokens. */
export function takeOverTokens(
  storage: SessionStorage,
  client: string,
  endpoint: string,
): StoredSession {
  const kept = new StoredSession(storage, client);
  const store = new SessionTokenStore(kept, client);
  // Amplify would take what other apps of this origin do for our own sign-ins and sign-outs.
  cognitoUserPoolsTokenProvider.teardownNotify();
  tokenOrchestrator.setAuthTokenStore(store);
  const editions = new LatestEditions(storage.key);
  const shared = new SharedRefresh({
    ask: askUserPool,
    kept,
    store,
    editions,
    revoke: (record) => revoke(record, endpoint, { everywhere: false }),
    name: storage.key,
  });
  tokenOrchestrator.setTokenRefresher(shared.refresh);
  return kept;
}
