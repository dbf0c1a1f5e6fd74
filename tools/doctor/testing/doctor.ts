import { APP_CLIENT_IDS } from '../../../local/seed/identities.ts';
import { callCognito } from '../../../local/testing/sign-in.ts';
import { runCommandScript } from '../../testing/command.ts';
import type { Ended } from '../../testing/command.ts';

/** Runs `npm run doctor` to its end. Tests only. */
export const doctor = (args: string[], input?: string): Promise<Ended> =>
  runCommandScript('doctor', args, input === undefined ? {} : { input });

/** The problems that were found, each with its advice. */
export const problemsIn = ({ output }: Ended): string[] =>
  output.split('\n').filter((line) => line.startsWith('problem'));

/** What a sign-in with a password gives somebody, at the stand-in at `url`. */
export async function tokensOf(
  { email, password }: { email: string; password: string },
  url: string,
): Promise<{ IdToken: string; AccessToken: string }> {
  const response = await callCognito(url, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: APP_CLIENT_IDS['presspass-cli'],
    AuthParameters: { USERNAME: email, PASSWORD: password },
  });
  const { AuthenticationResult: tokens } = (await response.json()) as {
    AuthenticationResult: { IdToken: string; AccessToken: string };
  };
  return tokens;
}
