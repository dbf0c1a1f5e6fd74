import type { CodeHolder, CodePurpose } from './codes.ts';
import { codeDelivery } from './attributes.ts';
import type { Services } from '../services.ts';

const words: Record<CodePurpose, { subject: string; lead: string }> = {
  'sign-up': { subject: 'Your verification code', lead: 'Your confirmation code is' },
  'forgot-password': { subject: 'Your password reset code', lead: 'Your password reset code is' },
  'verify-email': { subject: 'Your verification code', lead: 'Your verification code is' },
};

type Parts = Pick<Services, 'codes' | 'mailbox'>;

/** Makes a code for a user and mails it; answers with where it went, masked. */
export function sendCode(
  { codes, mailbox }: Parts,
  to: CodeHolder,
  purpose: CodePurpose,
): Record<string, string> {
  mailbox.deliver(mailWith(codes.issue(to, purpose), to, purpose));
  return codeDelivery(to.address);
}

/** Does all that `sendCode` does, and nobody gets the mail: for accounts that must not be told apart from existing ones. */
export function pretendToSendCode(
  { codes, mailbox }: Parts,
  to: CodeHolder,
  purpose: CodePurpose,
): Record<string, string> {
  mailbox.withhold(mailWith(codes.issue(to, purpose), to, purpose));
  return codeDelivery(to.address);
}

function mailWith(code: string, { address }: CodeHolder, purpose: CodePurpose) {
  const { subject, lead } = words[purpose];
  return { to: address, subject, text: `${lead} ${code}`, code };
}
