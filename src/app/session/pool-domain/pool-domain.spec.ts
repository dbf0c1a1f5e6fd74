import { configurationWithDomain } from '../testing/fake-user-pool-domain';
import { poolDomainIn } from './pool-domain';

const app = 'https://presspass.test';

describe('poolDomainIn', () => {
  /** As the stand-in has it, and as AWS has it. */
  const local = configurationWithDomain('http://localhost:4200');
  const { outputs } = configurationWithDomain(app);
  const auth = outputs['auth'] as Record<string, unknown>;
  const oauth = {
    ...(auth['oauth'] as Record<string, unknown>),
    domain: 'presspass.auth.eu-west-1.amazoncognito.com',
  };
  const onAws = { localEndpoint: null, outputs: { auth: { ...auth, oauth } } };
  const withOAuth = (changes: object) => ({
    localEndpoint: null,
    outputs: { auth: { ...auth, oauth: { ...oauth, ...changes } } },
  });

  it('is at its domain by TLS, with the keys at the issuer', () => {
    const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_example01';
    expect(poolDomainIn(onAws, app)).toEqual({
      issuer,
      origin: 'https://presspass.auth.eu-west-1.amazoncognito.com',
      keys: `${issuer}/.well-known/jwks.json`,
      clientId: '1exampleclient000000000001',
      scopes: ['openid', 'email', 'aws.cognito.signin.user.admin'],
      signInUri: `${app}/sign-in`,
      signOutUri: `${app}/`,
    });
  });

  it('is the stand-in on a laptop, whatever port the app has; the issuer stays AWS’s', () => {
    const domain = poolDomainIn(local, 'http://localhost:4999');
    expect(domain).toEqual(
      jasmine.objectContaining({
        issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_example01',
        origin: 'http://127.0.0.1:9',
        keys: 'http://127.0.0.1:9/eu-west-1_example01/.well-known/jwks.json',
        signInUri: 'http://localhost:4999/sign-in',
      }),
    );
  });

  it('is none where the addresses are not registered to the letter', () => {
    for (const origin of ['https://presspass.test:8443', 'http://presspass.test', 'https://a.test'])
      expect(poolDomainIn(onAws, origin)).toBeNull();
    expect(poolDomainIn(local, 'http://127.0.0.1:4200')).toBeNull();
    expect(poolDomainIn(withOAuth({ redirect_sign_out_uri: [] }), app)).toBeNull();
  });

  it('is none for the implicit grant, and where there is no domain', () => {
    expect(poolDomainIn(withOAuth({ response_type: 'token' }), app)).toBeNull();
    expect(poolDomainIn(withOAuth({ domain: undefined }), app)).toBeNull();
    for (const junk of [{}, { auth: null }, { auth: { oauth: 'yes' } }])
      expect(poolDomainIn({ localEndpoint: null, outputs: junk }, app)).toBeNull();
  });
});
