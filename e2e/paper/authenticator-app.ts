import { TOTP } from 'otpauth';
import type { Paper } from './paper.ts';
import type { Person } from './people.ts';

/** An authenticator app on somebody's telephone, whose clock is the stand-in's. */
export class AuthenticatorApp {
  readonly #paper: Paper;
  readonly #totp: TOTP;

  private constructor(paper: Paper, secret: string) {
    this.#paper = paper;
    this.#totp = new TOTP({ secret });
  }

  /** Makes the app the second step of signing in. */
  static async addTo(person: Person, paper: Paper): Promise<AuthenticatorApp> {
    const { AccessToken } = await paper.cognito.signIn(person);
    const { SecretCode } = (await paper.cognito.perform('AssociateSoftwareToken', {
      AccessToken,
    })) as { SecretCode: string };
    const app = new AuthenticatorApp(paper, SecretCode);
    await paper.cognito.perform('VerifySoftwareToken', { AccessToken, UserCode: await app.code() });
    await paper.cognito.perform('SetUserMFAPreference', {
      AccessToken,
      SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
    });
    return app;
  }

  /** What it shows now. */
  async code(): Promise<string> {
    return this.#totp.generate({ timestamp: await this.#paper.now() });
  }

  /** What it shows after the present code, which an account takes only once. */
  async nextCode(): Promise<string> {
    await this.#paper.advanceClock(30);
    return this.code();
  }
}
