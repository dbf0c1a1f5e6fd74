import type { MachineName } from '../../contract/identities.ts';
import {
  adminGroup,
  firstFactors,
  machines,
  managedLoginPaths,
  passkeyUserVerification,
  peopleClients,
  resourceServers,
  tokenLifetimes,
} from '../../contract/identities.ts';
import type { AppClient, PoolSettings } from '../user-pool/directory/pool-settings.ts';

/** Where the stand-in pretends to be. */
export const REGION = 'eu-west-1';

/** The pool of readers and editors. Ids are fixed, so that configuration outlives a reset. */
export const PEOPLE_POOL_ID = 'eu-west-1_pressPe0p';

/** The pool of machines: no sign-up, only app clients with a secret. */
export const SERVICES_POOL_ID = 'eu-west-1_pressServ';

/** App client ids by name. Cognito's are 26 lower-case letters and digits, and so are these. */
export const APP_CLIENT_IDS = {
  'presspass-web': '1presspassweb0000000000001',
  'presspass-cli': '1presspasscli0000000000001',
  'sign-in-api': '1signinapi0000000000000001',
  wire: '1wire000000000000000000001',
  weather: '1weather000000000000000001',
  hello: '1hello00000000000000000001',
} as const;

/** The people a fresh state comes with. */
export const DEMO_PEOPLE = [
  { email: 'editor@presspass.test', password: 'Press-Pass-2026', groups: [adminGroup.name] },
  { email: 'reader@presspass.test', password: 'Press-Pass-2026', groups: [] },
] as const satisfies readonly { email: string; password: string; groups: readonly string[] }[];

const app = 'http://localhost:4200';

/** The browser's client. */
export const webClient: AppClient = {
  ...peopleClient('presspass-web'),
  oauth: {
    ...peopleClients['presspass-web'].managedLogin,
    callbackUrls: [`${app}${managedLoginPaths.callback}`],
    logoutUrls: [`${app}${managedLoginPaths.logout}`],
    // The app runs where PORT says.
    loopbackPorts: 'any',
  },
  refreshTokenRotation: peopleClients['presspass-web'].refreshTokenRotation,
};

/** The terminal's client. */
export const cliClient: AppClient = peopleClient('presspass-cli');

/** The people pool: e-mail address as username, open sign-up, one group. */
export const peoplePool: PoolSettings = {
  id: PEOPLE_POOL_ID,
  name: 'presspass-people',
  region: REGION,
  selfSignUp: 'open',
  firstFactors,
  // Browsers make passkeys for this name without TLS, and not for an IP address.
  passkeys: { relyingPartyId: 'localhost', userVerification: passkeyUserVerification },
  mfa: 'OPTIONAL',
  groups: [adminGroup],
  resourceServers: [],
  clients: [webClient, cliClient, peopleClient('sign-in-api')],
};

function peopleClient(name: keyof typeof peopleClients): AppClient {
  const { hasSecret, authFlows } = peopleClients[name];
  return {
    id: APP_CLIENT_IDS[name],
    name,
    hasSecret,
    authFlows,
    ...tokenLifetimes,
    preventUserExistenceErrors: 'ENABLED',
  };
}

/** A machine's client: it has no users, only a secret and scopes. */
function machineClient(name: MachineName): AppClient {
  const { scopes } = machines[name];
  return {
    id: APP_CLIENT_IDS[name],
    name,
    hasSecret: true,
    authFlows: [],
    oauth: { flows: ['client_credentials'], scopes, callbackUrls: [], logoutUrls: [] },
    ...tokenLifetimes,
    preventUserExistenceErrors: 'ENABLED',
  };
}

/** The services pool; each client is one service's. */
export const servicesPool: PoolSettings = {
  id: SERVICES_POOL_ID,
  name: 'presspass-services',
  region: REGION,
  selfSignUp: 'closed',
  firstFactors: ['PASSWORD'],
  mfa: 'OFF',
  groups: [],
  resourceServers,
  clients: [machineClient('wire'), machineClient('weather'), machineClient('hello')],
};
