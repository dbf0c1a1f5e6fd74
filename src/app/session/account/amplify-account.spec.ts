import { TestBed } from '@angular/core/testing';
import { Secret, TOTP } from 'otpauth';
import { AmplifyLoader } from '../amplify/amplify-loader';
import { IdentityProvider } from '../identity/identity-provider';
import { type AccountStage, describeAccount } from '../testing/account-specs';
import {
  clearStorage,
  join,
  newAddress,
  password,
  provideSessionBesideStandIn,
} from '../testing/beside-the-stand-in';
import { type StandIn, findStandIn, noStandIn } from '../testing/stand-in';
import { Account } from './account';
import { provideAccount } from './provide-account';

/** The real Amplify and a real user pool. */
describe('beside the stand-in', () => {
  let standIn: StandIn | null;

  beforeAll(async () => {
    standIn = await findStandIn();
  });

  beforeEach(() => {
    if (!standIn) pending(noStandIn);
    clearStorage();
    TestBed.configureTestingModule({
      providers: [provideSessionBesideStandIn(standIn), provideAccount()],
    });
  });

  afterEach(clearStorage);

  describeAccount('AmplifyAccount', async (): Promise<AccountStage> => {
    if (!standIn) throw new Error(noStandIn);
    const pool = standIn;
    const email = await join(pool);
    const amplify = await TestBed.inject(AmplifyLoader).load();
    await amplify.signIn({ username: email, password });
    const ahead = await aheadOfUs();
    return {
      account: TestBed.inject(Account),
      email,
      password,
      takenEmail: 'editor@presspass.test',
      freeEmail: newAddress(),
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
