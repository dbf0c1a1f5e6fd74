import type { CDPSession, Page } from '@playwright/test';
import type { Paper } from './paper.ts';
import type { Person } from './people.ts';

/**
 * A device that keeps passkeys, in place of a fingerprint reader: https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/
 */
export class VirtualAuthenticator {
  readonly #page: Page;
  readonly #devTools: CDPSession;
  readonly #id: string;

  private constructor(page: Page, devTools: CDPSession, id: string) {
    this.#page = page;
    this.#devTools = devTools;
    this.#id = id;
  }

  static async plugInto(page: Page): Promise<VirtualAuthenticator> {
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('WebAuthn.enable');
    const { authenticatorId } = await devTools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return new VirtualAuthenticator(page, devTools, authenticatorId);
  }

  /** Adds a passkey to an account, from a page of the app. */
  async addPasskeyOf(person: Person, paper: Paper): Promise<void> {
    const { AccessToken } = await paper.cognito.signIn(person);
    const { CredentialCreationOptions } = (await paper.cognito.perform(
      'StartWebAuthnRegistration',
      {
        AccessToken,
      },
    )) as { CredentialCreationOptions: PublicKeyCredentialCreationOptionsJSON };
    const Credential = await this.#page.evaluate(async (options) => {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
      const credential = await navigator.credentials.create({ publicKey });
      return (credential as PublicKeyCredential).toJSON();
    }, CredentialCreationOptions);
    // The pool asks where it was made, as a browser would say.
    await paper.cognito.perform('CompleteWebAuthnRegistration', { AccessToken, Credential });
  }

  /** As if the passkeys were on another device. */
  async forgetPasskeys(): Promise<void> {
    await this.#devTools.send('WebAuthn.clearCredentials', { authenticatorId: this.#id });
  }

  /** The person does not touch the reader. */
  async refuse(): Promise<void> {
    await this.#devTools.send('WebAuthn.setUserVerified', {
      authenticatorId: this.#id,
      isUserVerified: false,
    });
  }
}
