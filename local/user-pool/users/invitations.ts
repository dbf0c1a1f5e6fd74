import { randomInt } from 'node:crypto';
import type { Mailbox } from '../../mailbox/mailbox.ts';

const kinds = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnopqrstuvwxyz', '23456789', '!@#$%^*-_+'];
const LENGTH = 12;

/** A password that the policy accepts, without letters that look alike. */
export function temporaryPassword(): string {
  const any = kinds.join('');
  const pick = (from: string): string => from.charAt(randomInt(from.length));
  const letters = Array.from({ length: LENGTH }, (_, place) => pick(kinds[place] ?? any));
  for (let place = LENGTH - 1; place > 0; place--) {
    const other = randomInt(place + 1);
    const held = letters[place] ?? '';
    letters[place] = letters[other] ?? '';
    letters[other] = held;
  }
  return letters.join('');
}

/** Mails an invitation in the words of Cognito's default message. */
export function invite(mailbox: Mailbox, email: string, password: string): void {
  mailbox.deliver({
    to: email,
    subject: 'Your temporary password',
    text: `Your username is ${email} and temporary password is ${password}.`,
    code: password,
  });
}
