import {
  Account,
  type Beginning,
  type Factors,
  type Passkey,
  type Profile,
} from '../account/account';
import { toAccountProblem } from '../account/account-problem';

/** What the fake sends by e-mail, and what its authenticator app shows. */
export const emailCode = '135790';
export const appCode = '246810';
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/**
 * An account in memory that refuses what Cognito refuses, by Cognito's names. What fails next is set
 * by `fail`; `calls` lists what was asked.
 */
export class FakeAccount extends Account {
  readonly calls: string[] = [];
  attributes: Record<string, string> = {
    sub: 'reader-1',
    email: 'reader@presspass.test',
    email_verified: 'true',
  };
  password: string | null = 'Press-Pass-2026';
  isTotpOn = false;
  keys: Passkey[] = [];
  /** Addresses that other accounts have. */
  readonly taken = ['editor@presspass.test'];
  private pendingEmail: string | undefined;
  private isDeleted = false;
  private failure: Error | undefined;
  private held: Promise<void> = Promise.resolve();

  /** Every call rejects, as Cognito or the network would. */
  fail(name = 'NetworkError', message = 'A network error has occurred.'): this {
    this.failure = Object.assign(new Error(message), { name });
    return this;
  }

  /** All is well again. */
  recover(): this {
    this.failure = undefined;
    return this;
  }

  /** Keeps all answers back until the function that it returns is called. */
  hold(): () => void {
    let release = (): void => undefined;
    this.held = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  override profile(): Promise<Profile> {
    return this.answer('profile', () => {
      const { name = '', email = '', email_verified: verified } = this.attributes;
      const attributes = { ...this.attributes };
      return { name, email, isEmailVerified: verified === 'true', attributes };
    });
  }

  override rename(name: string): Promise<void> {
    return this.answer(`rename ${name}`, () => {
      const { name: _former, ...others } = this.attributes;
      this.attributes = name ? { ...others, name } : others;
    });
  }

  override changeEmail(email: string): Promise<'changed' | 'code-sent'> {
    return this.answer(`changeEmail ${email}`, () => {
      if (this.taken.includes(email)) {
        throw refusal('AliasExistsException', 'An account with the email already exists.');
      }
      this.pendingEmail = email;
      return 'code-sent';
    });
  }

  override resendEmailCode(): Promise<void> {
    return this.answer('resendEmailCode', () => undefined);
  }

  override confirmEmail(code: string): Promise<void> {
    return this.answer(`confirmEmail ${code}`, () => {
      if (code !== emailCode) throw refusal('CodeMismatchException', 'Invalid verification code.');
      const email = this.pendingEmail ?? this.attributes['email'] ?? '';
      this.attributes = { ...this.attributes, email, email_verified: 'true' };
      this.pendingEmail = undefined;
    });
  }

  override factors(): Promise<Factors> {
    return this.answer('factors', () => ({
      hasPassword: this.password !== null,
      isTotpOn: this.isTotpOn,
    }));
  }

  override changePassword(current: string | null, next: string): Promise<void> {
    return this.answer('changePassword', () => {
      if (current !== this.password) {
        throw refusal('NotAuthorizedException', 'Incorrect username or password.');
      }
      this.password = next;
    });
  }

  override beginTotp(): Promise<string> {
    return this.answer('beginTotp', () => secret);
  }

  override turnTotpOn(code: string): Promise<void> {
    return this.answer(`turnTotpOn ${code}`, () => {
      if (code !== appCode) {
        const message = 'Code mismatch and fail enable Software Token MFA';
        throw refusal('EnableSoftwareTokenMFAException', message);
      }
      this.isTotpOn = true;
    });
  }

  override turnTotpOff(): Promise<void> {
    return this.answer('turnTotpOff', () => {
      this.isTotpOn = false;
    });
  }

  override passkeys(): Promise<readonly Passkey[]> {
    return this.answer('passkeys', () => [...this.keys]);
  }

  override addPasskey(): Promise<void> {
    return this.answer('addPasskey', () => {
      const number = String(this.keys.length + 1);
      const createdAt = new Date('2026-11-20T06:30:00Z');
      const key: Passkey = { id: number, name: `Passkey ${number}`, createdAt, kind: 'here' };
      this.keys = [...this.keys, key];
    });
  }

  override removePasskey(id: string): Promise<void> {
    return this.answer(`removePasskey ${id}`, () => {
      this.keys = this.keys.filter((key) => key.id !== id);
    });
  }

  override beginning(): Promise<Beginning> {
    return this.answer('beginning', () => ({
      since: new Date('2026-11-20T06:30:00Z'),
      way: 'password',
      lifetime: 'this-device',
    }));
  }

  override endAllSessions(): Promise<void> {
    return this.answer('endAllSessions', () => undefined);
  }

  override delete(): Promise<void> {
    return this.answer('delete', () => {
      this.isDeleted = true;
    });
  }

  /** Answers a moment later, as a network would. */
  private async answer<Answer>(call: string, answer: () => Answer): Promise<Answer> {
    this.calls.push(call);
    await this.held;
    try {
      if (this.failure) throw this.failure;
      if (this.isDeleted && call !== 'delete') {
        throw refusal('UserNotFoundException', 'User does not exist.');
      }
      return answer();
    } catch (error) {
      // Callers see what the real one gives them: words.
      throw toAccountProblem(error);
    }
  }
}

function refusal(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
