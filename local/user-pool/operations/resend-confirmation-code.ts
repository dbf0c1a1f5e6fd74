import { invalidParameter } from '../cognito-error.ts';
import { pretendToSendCode, sendCode } from '../users/code-mail.ts';
import { checkIgnoredMembers } from '../request/ignored-members.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { knownAccount } from '../sign-in/first-factor.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResendConfirmationCode.html */
export function resendConfirmationCode(
  services: Pick<Services, 'directory' | 'secrets' | 'accounts' | 'codes' | 'mailbox' | 'quotas'>,
  input: Input,
): object {
  const { pool, client } = services.directory.client(input.clientId());
  const username = input.username();
  checkIgnoredMembers(input);
  services.secrets.checkHash(client, username, input.secretHash());
  const { user, id, address } = knownAccount(services, { pool, client }, username);
  if (user && user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.');
  services.quotas.spend('ResendConfirmationCode', id);
  const delivery = user
    ? sendCode(services, { id, address }, 'sign-up')
    : pretendToSendCode(services, { id, address }, 'sign-up');
  return { CodeDeliveryDetails: delivery };
}
