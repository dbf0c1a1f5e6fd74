import type { Beginning, Factors, Passkey, Profile } from '../../session/account';

/** What the parts of the account say, as they were read. */
export interface OwnData {
  readonly profile: Profile;
  readonly factors: Factors;
  readonly passkeys: readonly Passkey[];
  readonly beginning: Beginning;
  /** What `GET /api/me` answers. */
  readonly me: unknown;
}

/** The file "my data": JSON for people, complete, and without anything that would open the account. */
export function ownDataFile(data: OwnData, savedAt: Date): { name: string; text: string } {
  const { profile, factors, passkeys, beginning, me } = data;
  const content = {
    whatThisIs: 'What Presspass and its user pool (Amazon Cognito) keep of your account.',
    savedAt: savedAt.toISOString(),
    attributes: profile.attributes,
    waysToSignIn: {
      password: factors.hasPassword,
      authenticatorApp: factors.isTotpOn,
      passkeys: passkeys.map(({ id, name, createdAt, kind }) => ({
        id,
        name,
        createdAt: createdAt?.toISOString() ?? null,
        kept: { here: 'on the device', apart: 'on a security key or a phone', unknown: null }[kind],
      })),
    },
    thisSession: { since: beginning.since.toISOString() },
    theApiSaysYouAre: me,
    notInThisFile: [
      'Your password: the pool keeps only what it needs to check it.',
      'The secret of your authenticator app and the private keys of your passkeys: the pool shows the one to nobody and never had the others.',
      'Tokens: whoever had them could act as you.',
      'Server logs with the times and addresses of requests, which the browser cannot read.',
    ],
  };
  return {
    name: `presspass-my-data-${savedAt.toISOString().slice(0, 10)}.json`,
    text: JSON.stringify(content, null, 2) + '\n',
  };
}
