import { codeDelivery } from '../../users/attributes.ts';
import type { Account } from '../../users/accounts.ts';
import type { PoolClient } from '../../directory/pool-directory.ts';
import type { Services } from '../../services.ts';
import type { SignInStep } from '../sign-in-step.ts';

/**
 * Mails a code of eight digits and asks for it: the choice EMAIL_OTP. A stranger is asked as well, which takes as long, and gets no mail. `username` is what
 * the person typed.
 */
export function challengeByMailedCode(
  { challenges, mailbox }: Pick<Services, 'challenges' | 'mailbox'>,
  { client }: PoolClient,
  { account, username }: { readonly account: Account; readonly username: string },
): SignInStep {
  const asked = { clientId: client.id, userId: account.id, username };
  const state = { kind: 'EMAIL_OTP', ...asked } as const;
  const { session, code } = challenges.sealWithCode(state, account.address, client);
  const subject = 'Your authentication code';
  const mail = { to: account.address, subject, text: `${subject} is ${code}`, code };
  if (account.user) mailbox.deliver(mail);
  else mailbox.withhold(mail);
  const delivery = codeDelivery(account.address);
  const challenge = {
    ChallengeName: 'EMAIL_OTP',
    Session: session,
    AvailableChallenges: ['EMAIL_OTP'],
    ChallengeParameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
      CODE_DELIVERY_DESTINATION: delivery['Destination'] ?? '',
    },
  };
  return { kind: 'challenge', challenge };
}
