import { clientOfPool } from '../administration.ts';
import { challengeNames, judgeAnswer } from '../sign-in/answers/judge-answer.ts';
import { checkIgnoredMembers } from '../request/ignored-members.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { answerOf } from '../sign-in/sign-in.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRespondToAuthChallenge.html */
export async function adminRespondToAuthChallenge(
  services: Services,
  input: Input,
): Promise<object> {
  const found = clientOfPool(services, input);
  const challenge = input.oneOf('ChallengeName', challengeNames);
  const answers = input.strings('ChallengeResponses');
  checkIgnoredMembers(input);
  const given = { ...found, challenge, answers, session: input.session() };
  return answerOf(services, found, await judgeAnswer(services, given));
}
