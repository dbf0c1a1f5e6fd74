import {
  type HttpInterceptorFn,
  HttpResponse,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { of } from 'rxjs';
import { provideSession } from '../provide-session';
import { type StandIn, findStandIn, noStandIn } from '../testing/stand-in';
import { type WaysInUnderTest, describeWaysIn } from '../testing/ways-in-specs';
import { provideWaysIn } from './provide-ways-in';
import { WaysIn } from './ways-in';

const password = 'Press-Pass-2026';

function newAddress(): string {
  return `way-${crypto.randomUUID().slice(0, 8)}@example.com`;
}

/** Somebody with a confirmed account. */
async function join(standIn: StandIn): Promise<string> {
  const Username = newAddress();
  const ClientId = standIn.outputs.auth.user_pool_client_id;
  const UserAttributes = [{ Name: 'email', Value: Username }];
  await standIn.perform('SignUp', { ClientId, Username, Password: password, UserAttributes });
  const ConfirmationCode = await standIn.latestCode(Username);
  await standIn.perform('ConfirmSignUp', { ClientId, Username, ConfirmationCode });
  return Username;
}

async function beside(standIn: StandIn): Promise<WaysInUnderTest> {
  const email = await join(standIn);
  return {
    waysIn: TestBed.inject(WaysIn),
    email,
    stranger: newAddress(),
    latestCode: () => standIn.latestCode(email),
    willBeWrong: () => undefined,
    // Cognito waits three minutes for an answer.
    willBeLate: () => standIn.advanceClock(200),
    willLackThat: () => undefined,
  };
}

/** The real Amplify and a real user pool, which really e-mails. */
describe('beside the stand-in', () => {
  let standIn: StandIn | null;

  beforeAll(async () => {
    standIn = await findStandIn();
  });

  beforeEach(() => {
    if (!standIn) pending(noStandIn);
    forgetSessions();
    const body = standIn?.outputs;
    const configuration: HttpInterceptorFn = (request, next) =>
      request.url === '/amplify_outputs.json' ? of(new HttpResponse({ body })) : next(request);
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([configuration])),
        provideSession({ operations: {}, storagePrefix: 'ways-in-spec.' }),
        provideWaysIn(),
      ],
    });
  });

  afterEach(forgetSessions);

  describeWaysIn('AmplifyWaysIn', () =>
    standIn ? beside(standIn) : Promise.reject(new Error(noStandIn)),
  );

  it('offers what the pool has', async () => {
    expect(await TestBed.inject(WaysIn).offered()).toEqual({ emailCode: true, passkey: true });
  });
});

function forgetSessions(): void {
  localStorage.clear();
  sessionStorage.clear();
}
