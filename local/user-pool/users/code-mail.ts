import type { CodeHolder, CodePurpose } from './codes.ts';
import { codeDelivery } from './attributes.ts';
import type { Services } from '../services.ts';

const words: Record<CodePurpose, { subject: string; lead: string }> = {
  'sign-up': { subject: 'Your verification code', lead: 'Your confirmation code is' },
  'forgot-password': { subject: 'Your password reset code', lead: 'Your password reset code is' },
  'verify-email': { subject: 'Your verification code', lead: 'Your verification code is' },
};

/** Makes a code for a user and mails it; answers with where it went, masked. */
export function sendCode(
  { codes, mailbox }: Pick<Services, 'codes' | 'mailbox'>,
  to: CodeHolder,
  purpose: CodePurpose,
): Record<string, string> {
  const code = codes.issue(to, purpose);
  const { subject, lead } = words[purpose];
  mailbox.deliver({ to: to.address, subject, text: `${lead} ${code}`, code });
  return codeDelivery(to.address);
}

/** Does all that `sendCode` does but mailing: for accounts that must not be told apart from existing ones. */
export function pretendToSendCode(
  { codes }: Pick<Services, 'codes'>,
  to: CodeHolder,
  purpose: CodePurpose,
): Record<string, string> {
  codes.issue(to, purpose);
  return codeDelivery(to.address);
}
