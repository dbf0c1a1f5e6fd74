import { FakeIdentityProvider, reader } from './fake-identity-provider';
import { describeIdentityProvider } from './identity-provider-specs';

describeIdentityProvider('the fake', () => {
  const provider = new FakeIdentityProvider();
  return Promise.resolve({
    provider,
    signIn: () => {
      provider.announce('signed-in', reader);
      return Promise.resolve(reader);
    },
    refuse: () => {
      provider.refuse();
      return Promise.resolve();
    },
    cutOff: () => {
      provider.fail();
    },
  });
});
