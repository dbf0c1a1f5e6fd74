import { offeredWays } from './offered-ways';

describe('offeredWays', () => {
  const cases: [what: string, auth: unknown, emailCode: boolean, passkey: boolean][] = [
    ['both', { passwordless: { email_otp_enabled: true, web_authn: {} } }, true, true],
    ['codes only', { passwordless: { email_otp_enabled: true } }, true, false],
    ['passkeys only', { passwordless: { web_authn: { relying_party_id: 'a.test' } } }, false, true],
    ['neither', {}, false, false],
    ['nothing, of what is no configuration', 'auth', false, false],
  ];
  for (const [what, auth, emailCode, passkey] of cases)
    it(`has ${what}`, () => {
      const ways = offeredWays({ outputs: { auth }, localEndpoint: null });
      expect(ways).toEqual({ emailCode, passkey });
    });
});
