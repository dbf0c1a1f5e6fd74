import { newPassword } from '../../users/accounts.ts';
import { readAttributes } from '../../users/attributes.ts';
import { invalidSession } from '../challenges.ts';
import { checkPasswordModel, namedValue, required } from '../../request/input.ts';
import type { NamedValue } from '../../request/input.ts';
import { openSession } from '../open-session.ts';
import { checkPasswordPolicy } from '../../users/password-policy.ts';
import { askSecondFactor } from '../second-factor.ts';
import type { Services } from '../../services.ts';
import { refuseUnusable } from '../sign-in.ts';
import type { SignInStep } from '../sign-in-step.ts';
import type { ChallengeAnswer } from './challenge-answer.ts';

/** NEW_PASSWORD_REQUIRED: replaces a temporary password. One that the policy refuses leaves the session usable. */
export function chooseNewPassword(services: Services, answer: ChallengeAnswer): SignInStep {
  const { pool, client, answers } = answer;
  const chosen = required(answers, 'NEW_PASSWORD');
  const { account, use } = openSession(services, answer, 'NEW_PASSWORD_REQUIRED');
  const { user } = account;
  if (user?.status !== 'FORCE_CHANGE_PASSWORD')
    throw invalidSession('its user has a password already');
  refuseUnusable(user);
  checkPasswordModel('newPassword', chosen);
  checkPasswordPolicy(chosen);
  const { others } = readAttributes(attributesIn(answers));
  use();
  const confirmed = {
    ...user,
    status: 'CONFIRMED',
    attributes: { ...user.attributes, ...others },
    password: newPassword(pool.id, user.sub, chosen),
    passwordExpiresAt: undefined,
    modifiedAt: services.clock.now(),
  } as const;
  services.users.save(confirmed);
  return askSecondFactor(services, { pool, client, user: confirmed });
}

/** Attributes come as `userAttributes.<name>` among the answers, and are bounded as in every other request. */
function attributesIn(answers: ReadonlyMap<string, string>): NamedValue[] {
  const prefix = 'userAttributes.';
  return [...answers]
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, Value]) => namedValue({ Name: name.slice(prefix.length), Value }));
}
