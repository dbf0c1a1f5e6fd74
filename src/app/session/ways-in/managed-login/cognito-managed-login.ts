import { DOCUMENT, Service, inject } from '@angular/core';
import { ConfigurationLoader } from '../../../shared/configuration';
import { AmplifyLoader } from '../../amplify/amplify-loader';
import type { IssuedTokens } from '../../amplify/issued-tokens';
import { BrowserStorage } from '../../browser-storage';
import { IdentityProvider } from '../../identity/identity-provider';
import { personFromUncheckedToken } from '../../identity/person';
import { askAnew, isAskedAnew } from '../../pool-domain/asked-anew';
import { type PoolDomain, poolDomainIn } from '../../pool-domain/pool-domain';
import { returnAddress } from '../../return-address';
import { WaysIn } from '../ways-in';
import {
  authorizationAddress,
  exchange,
  fetchKeys,
  newProofs,
  readCallback,
  revoke,
} from './authorization-code';
import { LEAVE_PAGE } from './leave-page';
import { type Arrival, type Departure, ManagedLogin } from './managed-login';
import { ManagedLoginProblem, type ManagedLoginProblemKind } from './managed-login-problem';
import { type PendingSignIn, keepPending, readPending, takePending } from './pending-sign-in';

/** Tokens that wait for a decision. */
interface Held {
  readonly pending: PendingSignIn;
  readonly tokens: IssuedTokens;
}

/** The managed login of Amazon Cognito. */
@Service({ autoProvided: false })
export class CognitoManagedLogin extends ManagedLogin {
  private readonly configuration = inject(ConfigurationLoader);
  private readonly amplify = inject(AmplifyLoader);
  private readonly provider = inject(IdentityProvider);
  private readonly waysIn = inject(WaysIn);
  private readonly leave = inject(LEAVE_PAGE);
  private readonly storage = inject(BrowserStorage);
  private readonly document = inject(DOCUMENT);
  private unfinished: PendingSignIn | null = null;
  private held: Held | null = null;

  override async isOffered(): Promise<boolean> {
    // Without a configuration nobody can sign in at all, which the page around the button says.
    return (await this.findDomain().catch(() => null)) !== null;
  }

  override async start({ returnTo, email, lifetime }: Departure): Promise<void> {
    const domain = await reachable(this.domain());
    const proofs = newProofs();
    const address = await authorizationAddress(domain, proofs, {
      email,
      isAskedAnew: isAskedAnew(this.storage),
    });
    try {
      keepPending(this.storage, { ...proofs, returnTo: returnAddress(returnTo), lifetime });
    } catch (cause) {
      // Blocked or full: whoever came back would find nothing to finish.
      throw new ManagedLoginProblem('blocked', { cause });
    }
    this.leave(address);
  }

  override returnAddress(): string {
    return readPending(this.storage)?.returnTo ?? '/';
  }

  override async finish(callback: URL): Promise<Arrival> {
    if (!this.storage.area('sessionStorage')) throw new ManagedLoginProblem('blocked');
    const pending = this.unfinished ?? takePending(this.storage);
    this.unfinished = null;
    if (!pending) return this.finishNothing();
    try {
      return await this.arrive(pending, await this.tokens(callback, pending));
    } catch (cause) {
      const problem = asProblem(cause);
      if (problem.kind === 'unreachable') this.unfinished = pending;
      throw problem;
    }
  }

  override async takeOver(): Promise<void> {
    const { held } = this;
    if (!held) return;
    this.held = null;
    try {
      await (await this.amplify.load()).signOut();
      await this.adopt(held);
    } catch (cause) {
      throw asProblem(cause);
    }
  }

  override async turnAway(): Promise<void> {
    const { held } = this;
    if (!held) return;
    this.held = null;
    askAnew(this.storage);
    try {
      await revoke(await this.domain(), held.tokens.refresh);
    } catch {
      // Nobody holds the token any more; it ends by itself.
    }
  }

  /** A reload, or the way back: who is signed in by now goes on. */
  private finishNothing(): Arrival {
    if (!this.provider.remembered()) throw new ManagedLoginProblem('not-started');
    return { kind: 'signed-in', returnTo: '/' };
  }

  private async tokens(callback: URL, pending: PendingSignIn): Promise<IssuedTokens> {
    const domain = await reachable(this.domain());
    const parameters = readCallback(domain, callback, pending.state);
    // All that may fail without harm comes before the code, which works once.
    const [keys] = await reachable(Promise.all([fetchKeys(domain), this.provider.prepare()]));
    return exchange(domain, parameters, pending, keys);
  }

  private async arrive(pending: PendingSignIn, tokens: IssuedTokens): Promise<Arrival> {
    const { returnTo } = pending;
    const present = this.provider.remembered();
    const arriving = personFromUncheckedToken(tokens.id);
    if (present && arriving && present.id !== arriving.id) {
      this.held = { pending, tokens };
      return { kind: 'somebody-else', returnTo, present, arriving };
    }
    await this.adopt({ pending, tokens });
    return { kind: 'signed-in', returnTo };
  }

  private async adopt({ tokens, pending }: Held): Promise<void> {
    await this.waysIn.rememberFor(pending.lifetime);
    await (await this.amplify.load()).adopt(tokens);
    askAnew(this.storage);
  }

  private async domain(): Promise<PoolDomain> {
    const domain = await this.findDomain();
    if (!domain) throw new ManagedLoginProblem('refused');
    return domain;
  }

  private async findDomain(): Promise<PoolDomain | null> {
    return poolDomainIn(await this.configuration.load(), this.document.location.origin);
  }
}

/** What came of it, or `unreachable`: what is fetched here can be fetched again. */
async function reachable<Value>(fetched: Promise<Value>): Promise<Value> {
  try {
    return await fetched;
  } catch (cause) {
    throw asProblem(cause, 'unreachable');
  }
}

function asProblem(cause: unknown, kind: ManagedLoginProblemKind = 'broken'): ManagedLoginProblem {
  return cause instanceof ManagedLoginProblem ? cause : new ManagedLoginProblem(kind, { cause });
}
