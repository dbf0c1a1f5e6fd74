import assert from 'node:assert/strict';
import {
  CompleteWebAuthnRegistrationCommand,
  ConfirmSignUpCommand,
  DeleteWebAuthnCredentialCommand,
  GetUserPoolMfaConfigCommand,
  InitiateAuthCommand,
  ListWebAuthnCredentialsCommand,
  RespondToAuthChallengeCommand,
  SetUserPoolMfaConfigCommand,
  SignUpCommand,
  StartWebAuthnRegistrationCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type {
  CognitoIdentityProviderClient,
  CompleteWebAuthnRegistrationCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { TOTP } from 'otpauth';
import type { Check } from '../check.ts';
import { refusal } from '../clients/refusal.ts';
import { Authenticator } from '../house/authenticator.ts';
import { type House, newPerson } from '../house/house.ts';
import { throughSdk } from './through.ts';

/** Passkeys and people without passwords, request by request: a browser's part is played by an authenticator in software. */
export const passkeys: Check[] = [
  ...throughSdk(
    {
      rows: ['pool-passkey', 'pool-passkey-registration', 'pool-passkey-wrong'],
      title: 'registers a passkey, signs in by it, deletes it',
    },
    async (sdk, house) => {
      const { email, AccessToken } = await signedIn(house);
      const authenticator = new Authenticator();
      await register(sdk, AccessToken, authenticator);
      const listed = await sdk.send(
        new ListWebAuthnCredentialsCommand({ AccessToken, MaxResults: 1 }),
      );
      const [kept] = listed.Credentials ?? [];
      assert.equal(kept?.RelyingPartyId, 'localhost');
      assert.ok(kept.CreatedAt instanceof Date);
      const asked = await ask(sdk, house, email);
      const right = answer(sdk, house, email, asked, authenticator.get(asked.options));
      assert.ok((await right).AuthenticationResult?.IdToken);
      const again = await ask(sdk, house, email);
      const wrong = authenticator.get(again.options, { origin: 'https://evil.example' });
      assert.equal(
        await refusal(answer(sdk, house, email, again, wrong)),
        'NotAuthorizedException: Invalid credential for the user.',
      );
      const CredentialId = kept.CredentialId;
      await sdk.send(new DeleteWebAuthnCredentialCommand({ AccessToken, CredentialId }));
      const after = await ask(sdk, house, email);
      assert.equal(after.name, 'SELECT_CHALLENGE');
      assert.ok(!after.offered.includes('WEB_AUTHN'));
    },
  ),
  ...throughSdk(
    {
      rows: [
        'pool-passkey-origin',
        'pool-passkey-party',
        'pool-passkey-challenge',
        'pool-passkey-client',
      ],
      title: 'refuses passkeys that were made elsewhere, and challenges of another time or client',
    },
    async (sdk, house) => {
      const { AccessToken, person } = await signedIn(house);
      const made = async (twist: Parameters<Authenticator['create']>[1]) =>
        new Authenticator().create(await creationOptions(sdk, AccessToken), twist);
      const said = async (Credential: object, token = AccessToken) =>
        (await refusal(complete(sdk, token, Credential))).split(':')[0];
      const page = await made({ origin: 'https://evil.example' });
      assert.equal(await said(page), 'WebAuthnOriginNotAllowedException');
      const party = await made({ relyingParty: 'evil.example' });
      assert.equal(await said(party), 'WebAuthnRelyingPartyMismatchException');
      const used = await made({});
      await complete(sdk, AccessToken, used);
      assert.equal(await said(used), 'WebAuthnChallengeNotFoundException');
      const ofOne = await made({});
      const { accessToken } = await house.tokensOf(person, await house.newAppClient());
      assert.equal(await said(ofOne, accessToken), 'WebAuthnClientMismatchException');
      const late = await made({});
      await house.advance(3 * 60 + 1);
      assert.equal(await said(late), 'WebAuthnChallengeNotFoundException');
    },
  ),
  ...throughSdk(
    { rows: ['pool-passkey-mfa'], title: 'a second factor leaves passwords only' },
    async (sdk, house) => {
      const { email, AccessToken } = await signedIn(house);
      await register(sdk, AccessToken, new Authenticator());
      assert.equal((await ask(sdk, house, email)).name, 'WEB_AUTHN');
      const { SecretCode } = await house.perform('AssociateSoftwareToken', { AccessToken });
      const timestamp = await house.now();
      const UserCode = new TOTP({ secret: String(SecretCode) }).generate({ timestamp });
      await house.perform('VerifySoftwareToken', { AccessToken, UserCode });
      const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
      await house.perform('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings });
      const { offered } = await ask(sdk, house, email);
      assert.deepEqual([...offered].sort(), ['PASSWORD', 'PASSWORD_SRP']);
    },
  ),
  ...throughSdk(
    { rows: ['pool-passkey-config'], title: 'the relying party is set, and read again' },
    async (sdk, house) => {
      const UserPoolId = house.about.pools.people;
      const get = async () =>
        (await sdk.send(new GetUserPoolMfaConfigCommand({ UserPoolId }))).WebAuthnConfiguration;
      const before = { RelyingPartyId: 'localhost', UserVerification: 'preferred' } as const;
      assert.deepEqual(await get(), before);
      const strict = { ...before, UserVerification: 'required' } as const;
      const set = (WebAuthnConfiguration: typeof before | typeof strict) =>
        sdk.send(new SetUserPoolMfaConfigCommand({ UserPoolId, WebAuthnConfiguration }));
      assert.deepEqual((await set(strict)).WebAuthnConfiguration, strict);
      assert.deepEqual(await get(), strict);
      await set(before);
    },
  ),
  ...throughSdk(
    {
      rows: ['pool-sign-up-passwordless', 'pool-email-otp'],
      title: 'signs up without a password, and is signed in by that',
    },
    async (sdk, house) => {
      const { email: Username } = newPerson();
      const ClientId = house.client('presspass-web').id;
      await sdk.send(new SignUpCommand({ ClientId, Username }));
      const ConfirmationCode = await house.latestCode(Username);
      const { Session } = await sdk.send(
        new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }),
      );
      const AuthParameters = { USERNAME: Username };
      const { AuthenticationResult } = await sdk.send(
        new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_AUTH', AuthParameters, Session }),
      );
      assert.ok(AuthenticationResult?.IdToken);
      assert.deepEqual((await ask(sdk, house, Username)).offered, ['EMAIL_OTP']);
    },
  ),
];

type Sdk = CognitoIdentityProviderClient;

async function signedIn(house: House) {
  const person = await house.join();
  const { accessToken: AccessToken } = await house.tokensOf(person);
  return { person, email: person.email, AccessToken };
}

async function creationOptions(sdk: Sdk, AccessToken: string): Promise<unknown> {
  const answered = await sdk.send(new StartWebAuthnRegistrationCommand({ AccessToken }));
  return answered.CredentialCreationOptions;
}

function complete(sdk: Sdk, AccessToken: string, credential: object): Promise<unknown> {
  const Credential = credential as CompleteWebAuthnRegistrationCommandInput['Credential'];
  return sdk.send(new CompleteWebAuthnRegistrationCommand({ AccessToken, Credential }));
}

async function register(sdk: Sdk, token: string, authenticator: Authenticator): Promise<void> {
  await complete(sdk, token, authenticator.create(await creationOptions(sdk, token)));
}

/** Begins to sign in, by a passkey if there is one. */
async function ask(sdk: Sdk, house: House, email: string) {
  const AuthParameters = { USERNAME: email, PREFERRED_CHALLENGE: 'WEB_AUTHN' };
  const ClientId = house.client('presspass-web').id;
  const given = await sdk.send(
    new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_AUTH', AuthParameters }),
  );
  return {
    name: given.ChallengeName,
    offered: given.AvailableChallenges ?? [],
    Session: given.Session,
    options: given.ChallengeParameters?.['CREDENTIAL_REQUEST_OPTIONS'] ?? '',
  };
}

function answer(
  sdk: Sdk,
  house: House,
  email: string,
  { Session }: { readonly Session: string | undefined },
  CREDENTIAL: string,
) {
  const ChallengeResponses = { USERNAME: email, CREDENTIAL };
  const ClientId = house.client('presspass-web').id;
  const input = { ClientId, Session, ChallengeName: 'WEB_AUTHN' as const, ChallengeResponses };
  return sdk.send(new RespondToAuthChallengeCommand(input));
}
