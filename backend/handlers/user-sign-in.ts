import { openPasswordCheck } from '../cognito/open-password-check.ts';
import { answer } from '../http/answer.ts';
import { credentialsIn } from '../http/credentials.ts';
import { handlerFor } from '../http/operation.ts';
import { userSignIn } from '../sign-in/user-sign-in.ts';

/** `POST /user-sign-in`: anybody with a password. Its own codes tell how it went; the status stays 200. */
export const handler = handlerFor('userSignIn', async ({ request }) => {
  return answer(200, await userSignIn(openPasswordCheck(), credentialsIn(request)));
});
