import { Amplify } from 'aws-amplify';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';

/** Points Amplify, of which a process has one, at a pool, and keeps its tokens in the map that is returned. */
export function configureAmplify(
  userPoolEndpoint: string,
  { userPoolId, clientId }: { readonly userPoolId: string; readonly clientId: string },
): Map<string, string> {
  Amplify.configure({
    Auth: { Cognito: { userPoolId, userPoolClientId: clientId, userPoolEndpoint } },
  });
  const kept = new Map<string, string>();
  cognitoUserPoolsTokenProvider.setKeyValueStorage({
    getItem: (key) => Promise.resolve(kept.get(key) ?? null),
    setItem: (key, value) => {
      kept.set(key, value);
      return Promise.resolve();
    },
    removeItem: (key) => {
      kept.delete(key);
      return Promise.resolve();
    },
    clear: () => {
      kept.clear();
      return Promise.resolve();
    },
  });
  return kept;
}
