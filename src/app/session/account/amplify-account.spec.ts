import {
  type HttpInterceptorFn,
  HttpResponse,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Secret, TOTP } from 'otpauth';
import { of } from 'rxjs';
import { AmplifyLoader } from '../amplify/amplify-loader';
import { IdentityProvider } from '../identity/identity-provider';
import { provideSession } from '../provide-session';
import { type AccountStage, describeAccount } from '../testing/account-specs';
import { type StandIn, findStandIn, noStandIn } from '../testing/stand-in';
import { Account } from './account';
import { provideAccount } from './provide-account';

const password = 'Press-Pass-2026';

/** The real Amplify and a real user pool. */
describe('beside the stand-in', () => {
  let standIn: StandIn | null;

  beforeAll(async () => {
    standIn = await findStandIn();
  });

  beforeEach(() => {
    if (!standIn) pending(noStandIn);
    clearStorage();
    const configuration: HttpInterceptorFn = (request, next) =>
      request.url === '/amplify_outputs.json'
        ? of(new HttpResponse({ body: standIn?.outputs }))
        : next(request);
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([configuration])),
        provideSession({ operations: {}, storagePrefix: 'spec.' }),
        provideAccount(),
      ],
    });
  });

  afterEach(clearStorage);

  describeAccount('AmplifyAccount', async (): Promise<AccountStage> => {
    if (!standIn) throw new Error(noStandIn);
    const pool = standIn;
    const address = (): string => `account-${crypto.randomUUID().slice(0, 8)}@example.com`;
    const email = address();
    const who = { ClientId: pool.outputs.auth.user_pool_client_id, Username: email };
    await pool.perform('SignUp', { ...who, Password: password });
    await pool.perform('ConfirmSignUp', { ...who, ConfirmationCode: await pool.latestCode(email) });
    const amplify = await TestBed.inject(AmplifyLoader).load();
    await amplify.signIn({ username: email, password });
    const ahead = await aheadOfUs();
    return {
      account: TestBed.inject(Account),
      email,
      password,
      takenEmail: 'editor@presspass.test',
      freeEmail: address(),
      codeSentTo: (to) => pool.latestCode(to),
      appCode: (secret) => {
        const app = new TOTP({ secret: Secret.fromBase32(secret) });
        return Promise.resolve(app.generate({ timestamp: Date.now() + ahead }));
      },
    };
  });
});

/** Milliseconds that other specs have moved the stand-in's clock: its tokens say what time it is there. */
async function aheadOfUs(): Promise<number> {
  const tokens = await TestBed.inject(IdentityProvider).tokens({ forceRefresh: false });
  const [, encoded = ''] = tokens?.access.split('.') ?? [];
  const payload = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  return (JSON.parse(payload) as { iat: number }).iat * 1_000 - Date.now();
}

function clearStorage(): void {
  localStorage.clear();
  sessionStorage.clear();
}
