import assert from 'node:assert/strict';
import {
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import * as auth from 'aws-amplify/auth';
import { TOTP } from 'otpauth';
import type { Check } from '../check.ts';
import { amplify } from '../clients/amplify.ts';
import { refusal, refuses } from '../clients/refusal.ts';
import { through, throughSdk } from './through.ts';

/** Second factors, and first ones without a password. */
export const factors: Check[] = [
  ...through(
    'aws-amplify',
    {
      rows: ['pool-totp', 'pool-totp-wrong', 'pool-mfa-wrong', '4-9'],
      title: 'sets up an authenticator app, and is asked for its code',
    },
    async (house) => {
      const person = await house.join();
      const client = amplify.open(house);
      await client.signIn(person);
      const { sharedSecret } = await auth.setUpTOTP();
      const app = new TOTP({ secret: sharedSecret });
      await auth.verifyTOTPSetup({ code: app.generate({ timestamp: await house.now() }) });
      await auth.updateMFAPreference({ totp: 'PREFERRED' });
      assert.equal((await auth.fetchMFAPreference()).preferred, 'TOTP');
      await client.signOut();
      await house.advance(60);
      assert.deepEqual(await client.signIn(person), {
        kind: 'challenge',
        name: 'SOFTWARE_TOKEN_MFA',
      });
      const code = app.generate({ timestamp: await house.now() });
      const wrong = code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
      const said = await refusal(auth.confirmSignIn({ challengeResponse: wrong }));
      assert.equal(said, 'CodeMismatchException: Invalid code received for user');
      const { isSignedIn } = await auth.confirmSignIn({ challengeResponse: code });
      assert.equal(isSignedIn, true);
      await client.signOut();
    },
  ),
  ...through(
    'aws-amplify',
    { rows: ['pool-email-otp', 'pool-mfa-wrong'], title: 'signs in by a code from the mailbox' },
    async (house) => {
      const { email } = await house.join();
      amplify.open(house);
      const options = { authFlowType: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' } as const;
      const { nextStep } = await auth.signIn({ username: email, options });
      assert.equal(nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE');
      const code = await house.latestCode(email);
      const wrong = code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
      const said = await refusal(auth.confirmSignIn({ challengeResponse: wrong }));
      assert.equal(said, 'CodeMismatchException: Invalid code or auth state for the user.');
      const { isSignedIn } = await auth.confirmSignIn({ challengeResponse: code });
      assert.equal(isSignedIn, true);
      await auth.signOut();
    },
  ),
  ...through(
    'aws-amplify',
    { rows: ['pool-choice'], title: 'chooses how to sign in' },
    async (house) => {
      const { email, password } = await house.join();
      amplify.open(house);
      const begun = await auth.signIn({ username: email, options: { authFlowType: 'USER_AUTH' } });
      const step = begun.nextStep;
      assert.equal(step.signInStep, 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION');
      const offered = 'availableChallenges' in step ? step.availableChallenges : [];
      assert.deepEqual([...(offered ?? [])].sort(), ['EMAIL_OTP', 'PASSWORD', 'PASSWORD_SRP']);
      await auth.confirmSignIn({ challengeResponse: 'PASSWORD_SRP' });
      const { isSignedIn } = await auth.confirmSignIn({ challengeResponse: password });
      assert.equal(isSignedIn, true);
      await auth.signOut();
    },
  ),
  ...throughSdk(
    { rows: ['pool-choice', 'pool-email-otp'], title: 'the choice, request by request' },
    async (sdk, house) => {
      const { email } = await house.join();
      const ClientId = house.client('presspass-web').id;
      const AuthParameters = { USERNAME: email };
      const begun = await sdk.send(
        new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_AUTH', AuthParameters }),
      );
      assert.equal(begun.ChallengeName, 'SELECT_CHALLENGE');
      const offered = [...(begun.AvailableChallenges ?? [])].sort();
      assert.deepEqual(offered, ['EMAIL_OTP', 'PASSWORD', 'PASSWORD_SRP']);
      const chosen = await sdk.send(
        new RespondToAuthChallengeCommand({
          ClientId,
          Session: begun.Session,
          ChallengeName: 'SELECT_CHALLENGE',
          ChallengeResponses: { USERNAME: email, ANSWER: 'EMAIL_OTP' },
        }),
      );
      assert.equal(chosen.ChallengeName, 'EMAIL_OTP');
      const told = chosen.ChallengeParameters ?? {};
      assert.equal(told['CODE_DELIVERY_DELIVERY_MEDIUM'], 'EMAIL');
      assert.equal(told['CODE_DELIVERY_DESTINATION'], 'v****@e****');
      const done = await sdk.send(
        new RespondToAuthChallengeCommand({
          ClientId,
          Session: chosen.Session,
          ChallengeName: 'EMAIL_OTP',
          ChallengeResponses: { USERNAME: email, EMAIL_OTP_CODE: await house.latestCode(email) },
        }),
      );
      assert.ok(done.AuthenticationResult?.IdToken);
    },
  ),
  ...throughSdk(
    {
      rows: ['pool-session-old', 'pool-session-again', 'quota-session'],
      title: 'a session lasts three minutes and is used once',
    },
    async (sdk, house) => {
      const ClientId = house.client('presspass-web').id;
      const begin = async (email: string) => {
        const AuthParameters = { USERNAME: email, PREFERRED_CHALLENGE: 'EMAIL_OTP' };
        const input = { ClientId, AuthFlow: 'USER_AUTH' as const, AuthParameters };
        return (await sdk.send(new InitiateAuthCommand(input))).Session;
      };
      const answer = async (email: string, Session: string | undefined) => {
        const code = await house.latestCode(email);
        const ChallengeResponses = { USERNAME: email, EMAIL_OTP_CODE: code };
        const input = {
          ClientId,
          Session,
          ChallengeName: 'EMAIL_OTP' as const,
          ChallengeResponses,
        };
        return sdk.send(new RespondToAuthChallengeCommand(input));
      };
      const { email } = await house.join();
      const late = await begin(email);
      await house.advance(3 * 60 + 1);
      await refuses(
        answer(email, late),
        'NotAuthorizedException: Invalid session for the user, session is expired.',
      );
      const session = await begin(email);
      assert.ok((await answer(email, session)).AuthenticationResult);
      await refuses(
        answer(email, session),
        'NotAuthorizedException: Invalid session for the user.',
      );
    },
  ),
  ...through(
    'aws-amplify',
    {
      rows: ['amplify-nobody', 'amplify-already', 'amplify-empty', '5-a'],
      title: 'its own refusals, before anything is sent',
    },
    async (house) => {
      const person = await house.join();
      const client = amplify.open(house);
      await refuses(
        auth.fetchUserAttributes(),
        'UserUnAuthenticatedException: User needs to be authenticated to call this API.',
      );
      const empty = auth.signIn({ username: '', password: person.password });
      assert.match(await refusal(empty), /^EmptySignInUsername: username is required to signIn/);
      const noPassword = auth.signIn({ username: person.email, password: '' });
      assert.match(
        await refusal(noPassword),
        /^EmptySignInPassword: password is required to signIn/,
      );
      const noCode = auth.confirmSignUp({ username: person.email, confirmationCode: '' });
      assert.match(
        await refusal(noCode),
        /^EmptyConfirmSignUpCode: code is required to confirmSignUp/,
      );
      await client.signIn(person);
      const again = await refusal(client.signIn(person));
      assert.match(
        again,
        /^UserAlreadyAuthenticatedException: There is already a signed in user\.?$/,
      );
      await client.signOut();
    },
  ),
];
