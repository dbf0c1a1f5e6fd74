import { type Section, notEmulated, provenElsewhere, row } from '../row.ts';

const aws = 'AWS documentation';
const captured = 'captured by third parties';
const unverified = 'unverified';

/** What a user pool's API refuses, in its words. */
export const userPool: Section[] = [
  {
    title: 'The user pool’s protocol',
    rows: [
      row(
        'pool-transport',
        captured,
        'Refusals are 400 with __type, message, x-amzn-ErrorType and x-amzn-ErrorMessage.',
      ),
      row(
        'pool-cors',
        captured,
        'Any page may call, and read the request id and the error’s headers.',
      ),
      row('pool-unknown', unverified, 'What is not emulated fails by its name.'),
      row('pool-credentials', aws, 'Operations of administrators want a signed request.'),
    ],
  },
  {
    title: 'Signing in',
    rows: [
      row(
        'pool-wrong-password',
        captured,
        'A wrong password: NotAuthorizedException, Incorrect username or password.',
      ),
      row('pool-unknown-user', aws, 'An unknown user, where existence is not told: the same.'),
      row(
        'pool-unknown-user-legacy',
        captured,
        'An unknown user, where it is told: UserNotFoundException, User does not exist.',
      ),
      row(
        'pool-not-confirmed',
        captured,
        'Not confirmed: UserNotConfirmedException, User is not confirmed.',
      ),
      row(
        'pool-locked',
        aws,
        'After five failures: NotAuthorizedException, Password attempts exceeded; for a second at first.',
      ),
      row('pool-disabled', captured, 'A disabled user: NotAuthorizedException, User is disabled.'),
      row('pool-reset-required', captured, 'A reset that is due: PasswordResetRequiredException.'),
      row(
        'pool-srp-off',
        captured,
        'Without the SRP flow: InvalidParameterException, USER_SRP_AUTH is not enabled for the client.',
      ),
      row(
        'pool-flow-off',
        captured,
        'A flow that the client lacks: InvalidParameterException, USER_PASSWORD_AUTH flow not enabled for this client.',
      ),
      row(
        'pool-admin-flow-off',
        captured,
        'For administrators: Auth flow not enabled for this client.',
      ),
      row(
        'pool-no-hash',
        captured,
        'A client with a secret, no SECRET_HASH: NotAuthorizedException that says so.',
      ),
      row(
        'pool-bad-hash',
        captured,
        'A wrong SECRET_HASH: SecretHash does not match for the client.',
      ),
      row('pool-first-password', aws, 'A temporary password is followed by NEW_PASSWORD_REQUIRED.'),
      row(
        'pool-temporary-expired',
        captured,
        'A temporary password is good for seven days, then must be reset by an administrator.',
      ),
      row('pool-srp', aws, 'SRP signs in without sending the password.'),
      row(
        'pool-simulated-salt',
        aws,
        'SRP for an unknown user answers a salt, the same each time.',
      ),
      row('pool-choice', aws, 'USER_AUTH offers a choice: PASSWORD, PASSWORD_SRP, EMAIL_OTP.'),
      row('pool-email-otp', aws, 'EMAIL_OTP signs in by a code from the mailbox.'),
      row('pool-totp', aws, 'A TOTP app is set up, and then asked for by SOFTWARE_TOKEN_MFA.'),
      row('pool-mfa-wrong', captured, 'A wrong code of a second factor: CodeMismatchException.'),
      row('pool-totp-wrong', unverified, 'For TOTP: Invalid code received for user.'),
      row(
        'pool-session-old',
        captured,
        'An old session: NotAuthorizedException, Invalid session for the user, session is expired.',
      ),
      row(
        'pool-session-again',
        unverified,
        'A used session: NotAuthorizedException, Invalid session for the user.',
      ),
      row('pool-passkey', aws, 'WEB_AUTHN signs in by a passkey, which is offered to who has one.'),
      row(
        'pool-passkey-registration',
        aws,
        'A passkey is registered with an access token, listed page by page, and deleted.',
      ),
      row(
        'pool-passkey-origin',
        aws,
        'A passkey of another origin: WebAuthnOriginNotAllowedException.',
      ),
      row(
        'pool-passkey-party',
        aws,
        'One of another relying party: WebAuthnRelyingPartyMismatchException.',
      ),
      row(
        'pool-passkey-challenge',
        aws,
        'A challenge that has expired: WebAuthnChallengeNotFoundException; so is a used one, here.',
      ),
      row(
        'pool-passkey-client',
        aws,
        'A challenge of another app client: WebAuthnClientMismatchException.',
      ),
      row(
        'pool-passkey-wrong',
        unverified,
        'A wrong signature: NotAuthorizedException, Invalid credential for the user.',
      ),
      row('pool-passkey-mfa', aws, 'Who needs a second factor is offered passwords only.'),
      row(
        'pool-passkey-as-mfa',
        aws,
        'FactorConfiguration: a passkey with user verification counts as two factors.',
        notEmulated('SetUserPoolMfaConfig refuses it by its name'),
      ),
      row(
        'pool-passkey-config',
        aws,
        'SetUserPoolMfaConfig sets the relying party and user verification.',
      ),
      row(
        'pool-sms',
        aws,
        'Codes by SMS.',
        notEmulated('nothing is sent to phones; it fails by its name'),
      ),
      row(
        'pool-custom-auth',
        aws,
        'CUSTOM_AUTH asks Lambda triggers.',
        notEmulated('there are no triggers; it fails by its name'),
      ),
      row(
        'pool-trigger',
        captured,
        'A trigger’s refusal: UserLambdaValidationException.',
        notEmulated('there are no triggers'),
      ),
    ],
  },
  {
    title: 'Signing up and confirming',
    rows: [
      row(
        'pool-exists',
        aws,
        'A username that is taken: UsernameExistsException, User already exists.',
        notEmulated('usernames here are e-mail addresses: pool-exists-email'),
      ),
      row(
        'pool-exists-email',
        captured,
        'An e-mail address that is taken: An account with the given email already exists.',
      ),
      row(
        'pool-alias',
        aws,
        'An alias that is taken: AliasExistsException.',
        notEmulated('the pools have no aliases: the e-mail address is the username'),
      ),
      row('pool-weak-length', captured, 'A password that is too short: Password not long enough.'),
      row(
        'pool-weak-upper',
        captured,
        'Without capitals: Password must have uppercase characters.',
      ),
      row(
        'pool-weak-lower',
        captured,
        'Without small letters: Password must have lowercase characters.',
      ),
      row('pool-weak-digit', unverified, 'Without digits: Password must have numeric characters.'),
      row('pool-weak-symbol', captured, 'Without symbols: Password must have symbol characters.'),
      row(
        'pool-symbols',
        aws,
        'Which characters are symbols.',
        provenElsewhere('the tests in local/user-pool'),
      ),
      row(
        'pool-model',
        captured,
        'What the API’s model forbids: InvalidParameterException, 1 validation error detected.',
      ),
      row(
        'pool-sign-up-passwordless',
        aws,
        'Where mailed codes sign in, a password may be left out; ConfirmSignUp gives a session that signs in.',
      ),
      row('pool-code-wrong', captured, 'A wrong code: CodeMismatchException.'),
      row('pool-code-expired', captured, 'An expired code: ExpiredCodeException.'),
      row(
        'pool-confirm-twice',
        captured,
        'Confirming twice: User cannot be confirmed. Current status is CONFIRMED.',
      ),
      row(
        'pool-resend-confirmed',
        captured,
        'Asking for a code when confirmed: User is already confirmed.',
      ),
      row(
        'pool-exists-prevented',
        aws,
        'Signing up tells that a user exists even where existence is not told otherwise.',
      ),
    ],
  },
  {
    title: 'Passwords, tokens and limits',
    rows: [
      row('pool-forgot', aws, 'A forgotten password is reset by a code from the mailbox.'),
      row(
        'pool-forgot-unknown',
        aws,
        'For an unknown user, where existence is not told: delivery is simulated.',
      ),
      row(
        'pool-forgot-simulated',
        aws,
        'For a user who is disabled or has no verified address, where existence is not told: the same.',
      ),
      row(
        'pool-forgot-unknown-code',
        aws,
        'A code for an unknown user: CodeMismatchException or ExpiredCodeException.',
      ),
      row(
        'pool-forgot-unknown-legacy',
        captured,
        'Where it is told: UserNotFoundException, Username/client id combination not found.',
      ),
      row(
        'pool-forgot-unverified',
        captured,
        'Where it is told, without a verified address: Cannot reset password for the user …',
      ),
      row(
        'pool-forgot-state',
        captured,
        'Where it is told, for a disabled user: User password cannot be reset in the current state.',
      ),
      row(
        'pool-resend-unknown',
        aws,
        'Asking for a code for an unknown user: delivery is simulated.',
      ),
      row(
        'pool-limit',
        captured,
        'Too often: LimitExceededException, Attempt limit exceeded, please try after some time.',
      ),
      row('pool-throttle', unverified, 'Too fast: TooManyRequestsException, Rate exceeded.'),
      row(
        'pool-refresh-invalid',
        captured,
        'No refresh token at all: NotAuthorizedException, Invalid Refresh Token.',
      ),
      row('pool-refresh-revoked', unverified, 'A revoked one: Refresh Token has been revoked.'),
      row('pool-refresh-expired', captured, 'An expired one: Refresh Token has expired.'),
      row(
        'pool-access-revoked',
        captured,
        'A revoked access token: Access Token has been revoked.',
      ),
      row('pool-access-expired', unverified, 'An expired one: Access Token has expired.'),
      row('pool-access-invalid', captured, 'No access token at all: Invalid Access Token.'),
      row(
        'pool-rotation',
        aws,
        'With rotation, each refresh replaces the refresh token, and the old one works a little longer.',
      ),
      row('pool-rotation-flow', aws, 'With rotation, REFRESH_TOKEN_AUTH is refused.'),
      row(
        'amplify-nobody',
        captured,
        'Amplify: nobody is signed in: UserUnAuthenticatedException.',
      ),
      row(
        'amplify-already',
        captured,
        'Amplify: somebody is signed in already: UserAlreadyAuthenticatedException.',
      ),
      row(
        'amplify-empty',
        captured,
        'Amplify: an empty username, password or code is refused before it is sent.',
      ),
      row(
        'amplify-texts',
        captured,
        'The words that the Authenticator shows.',
        provenElsewhere('the journeys in a real browser'),
      ),
    ],
  },
];
