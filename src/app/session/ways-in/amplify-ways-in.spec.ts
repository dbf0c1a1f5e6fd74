import { TestBed } from '@angular/core/testing';
import {
  clearStorage,
  join,
  newAddress,
  provideSessionBesideStandIn,
} from '../testing/beside-the-stand-in';
import { type StandIn, findStandIn, noStandIn } from '../testing/stand-in';
import { type WaysInUnderTest, describeWaysIn } from '../testing/ways-in-specs';
import { provideWaysIn } from './provide-ways-in';
import { WaysIn } from './ways-in';

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
    clearStorage();
    TestBed.configureTestingModule({
      providers: [provideSessionBesideStandIn(standIn), provideWaysIn()],
    });
  });

  afterEach(clearStorage);

  describeWaysIn('AmplifyWaysIn', () =>
    standIn ? beside(standIn) : Promise.reject(new Error(noStandIn)),
  );

  it('offers what the pool has', async () => {
    expect(await TestBed.inject(WaysIn).offered()).toEqual({ emailCode: true, passkey: true });
  });
});
