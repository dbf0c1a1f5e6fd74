import { type SchemaPath, required, validate } from '@angular/forms/signals';

/** For the field of a code that comes by e-mail or from an app: six digits, parted however somebody parts them. */
export function sixDigits(path: SchemaPath<string>): void {
  required(path, { message: 'Enter the six digits.' });
  validate(path, ({ value }) =>
    /^\d{6}$/.test(bareCode(value()))
      ? undefined
      : { kind: 'six-digits', message: 'The code has six digits. Check it, then try again.' },
  );
}

/** For the field of a code whose length the user pool knows. */
export function anyCode(path: SchemaPath<string>): void {
  const message = 'Enter the code from the e-mail.';
  required(path, { message });
  validate(path, ({ value }) => (bareCode(value()) ? undefined : { kind: 'no-code', message }));
}

/** A code as it is sent: without the blanks, dashes and invisible marks that mails, apps and people put into it. */
export function bareCode(typed: string): string {
  return typed.replace(/[\s\p{Dash}\p{Cf}]/gu, '');
}
