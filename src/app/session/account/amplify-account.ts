import { Service, inject } from '@angular/core';
// Among the route's own scripts: people type on the pages around it, and the loader would load those anew.
import '../amplify/amplify';
import { AmplifyLoader } from '../amplify/amplify-loader';
import { IdentityProvider } from '../identity/identity-provider';
import { Session } from '../session';
import { Account, type Beginning, type Factors, type Passkey, type Profile } from './account';
import * as calls from './account-calls';
import { isStaleToken, toAccountProblem } from './account-problem';

/** The account in Amazon Cognito, through Amplify, which the first call configures. */
@Service({ autoProvided: false })
export class AmplifyAccount extends Account {
  private readonly loader = inject(AmplifyLoader);
  private readonly session = inject(Session);
  private readonly provider = inject(IdentityProvider);
  /** Cognito takes the first code of a secret once; turning the step on may fail after that. */
  private isSecretVerified = false;

  override profile(): Promise<Profile> {
    return this.ask(calls.profile);
  }

  override rename(name: string): Promise<void> {
    return this.ask(() => calls.rename(name));
  }

  override changeEmail(email: string): Promise<'changed' | 'code-sent'> {
    return this.ask(() => calls.changeEmail(email));
  }

  override resendEmailCode(): Promise<void> {
    return this.ask(calls.resendEmailCode);
  }

  override confirmEmail(code: string): Promise<void> {
    return this.ask(() => calls.confirmEmail(code));
  }

  override factors(): Promise<Factors> {
    return this.ask(calls.factors);
  }

  override changePassword(current: string | null, next: string): Promise<void> {
    return this.ask(() => calls.changePassword(current, next));
  }

  override async beginTotp(): Promise<string> {
    const secret = await this.ask(calls.beginTotp);
    this.isSecretVerified = false;
    return secret;
  }

  override async turnTotpOn(code: string): Promise<void> {
    if (!this.isSecretVerified) await this.ask(() => calls.verifyTotp(code));
    this.isSecretVerified = true;
    await this.ask(calls.preferTotp);
  }

  override turnTotpOff(): Promise<void> {
    return this.ask(calls.turnTotpOff);
  }

  override passkeys(): Promise<readonly Passkey[]> {
    return this.ask(calls.passkeys);
  }

  override addPasskey(): Promise<void> {
    return this.ask(calls.addPasskey);
  }

  override removePasskey(id: string): Promise<void> {
    return unless(
      'ResourceNotFoundException',
      this.ask(() => calls.removePasskey(id)),
    );
  }

  override async beginning(): Promise<Beginning> {
    const beginning = await this.ask(calls.beginning);
    return { ...beginning, lifetime: this.provider.lifetime() };
  }

  override endAllSessions(): Promise<void> {
    return this.ask(calls.endAllSessions);
  }

  override delete(): Promise<void> {
    return unless('UserNotFoundException', this.ask(calls.deleteAccount));
  }

  private async ask<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    try {
      return await this.withFreshToken(call);
    } catch (error) {
      // From here on it is in words for the person.
      throw toAccountProblem(error);
    }
  }

  /** A token that the pool no longer takes is replaced once; where it cannot be, the session ends. */
  private async withFreshToken<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    await this.loader.load();
    // In a document that shows another person than storage holds by now, this is the end of it.
    await this.session.tokens();
    try {
      return await call();
    } catch (error) {
      // By the pool's clock it has ended, whatever the device's clock says; or somebody ended it.
      if (!isStaleToken(error) || !(await this.session.refresh())) throw error;
      return call();
    }
  }
}

/** `wanted`, which has come true already where it fails by the error `name`. */
async function unless(name: string, wanted: Promise<void>): Promise<void> {
  try {
    await wanted;
  } catch (problem) {
    // Done before: by an answer that got lost, or in another tab.
    if ((problem as Error & { cause?: Error }).cause?.name !== name) throw problem;
  }
}
