import type { IdentityChange, IdentityProvider } from '../identity/identity-provider';
import type { Person } from '../identity/person';

/** An identity provider in a browser where nobody is signed in, and what a specification does to it. */
export interface ProviderUnderTest {
  readonly provider: IdentityProvider;
  /** Somebody signs in here, by whatever way; resolves to who. */
  readonly signIn: () => Promise<Person>;
  /** From now on the provider refuses this session: it was ended from somewhere else. */
  readonly refuse: () => Promise<void>;
  /** From now on nobody answers. */
  readonly cutOff: () => void;
}

/** What holds for every identity provider: the fake of the specs is held to it as the real one is. */
export function describeIdentityProvider(
  name: string,
  create: () => Promise<ProviderUnderTest>,
): void {
  describe(`${name}, as an identity provider`, () => {
    it('knows nobody before somebody signs in', async () => {
      const { provider } = await create();
      expect(provider.remembered()).toBeNull();
      expect(await provider.tokens({ forceRefresh: false })).toBeNull();
    });

    it('remembers who has signed in, and hands out tokens of their own', async () => {
      const { provider, signIn } = await create();
      const person = await signIn();
      const tokens = await provider.tokens({ forceRefresh: false });
      expect(provider.remembered()).toEqual(person);
      expect(tokens?.person).toEqual(person);
      expect(tokens?.id).not.toBe(tokens?.access);
      expect(tokens?.remaining).toBeGreaterThan(0);
    });

    it('hands out the same tokens while they are valid, and others when asked to', async () => {
      const { provider, signIn } = await create();
      await signIn();
      const first = await provider.tokens({ forceRefresh: false });
      expect((await provider.tokens({ forceRefresh: false }))?.access).toBe(first?.access);
      const second = await provider.tokens({ forceRefresh: true });
      expect(second?.access).not.toBe(first?.access);
      expect((await provider.tokens({ forceRefresh: false }))?.access).toBe(second?.access);
    });

    it('answers a refusal with nobody, and forgets', async () => {
      const { provider, signIn, refuse } = await create();
      await signIn();
      await refuse();
      expect(await provider.tokens({ forceRefresh: true })).toBeNull();
      expect(provider.remembered()).toBeNull();
    });

    it('rejects while nobody answers, and keeps the session', async () => {
      const { provider, signIn, cutOff } = await create();
      const person = await signIn();
      cutOff();
      await expectAsync(provider.tokens({ forceRefresh: true })).toBeRejected();
      expect(provider.remembered()).toEqual(person);
    });

    it('signs out, also while nobody answers', async () => {
      for (const isCutOff of [false, true]) {
        const { provider, signIn, cutOff } = await create();
        await signIn();
        if (isCutOff) cutOff();
        await provider.signOut();
        expect(provider.remembered()).toBeNull();
      }
    });

    it('tells of a sign-in here', async () => {
      const { provider, signIn } = await create();
      const changes: IdentityChange[] = [];
      provider.onChange((change) => changes.push(change));
      await signIn();
      expect(changes).toContain({ kind: 'signed-in', isElsewhere: false });
    });
  });
}
