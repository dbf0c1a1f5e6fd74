import { type SchemaPath, pattern, required } from '@angular/forms/signals';

/** For the field of a code that comes by e-mail or from an app: six digits, with blanks wherever somebody puts them. */
export function sixDigits(path: SchemaPath<string>): void {
  required(path, { message: 'Enter the six digits.' });
  pattern(path, /^\s*(?:\d\s*){6}$/, {
    message: 'The code has six digits. Check it, then try again.',
  });
}

/** A code as it is sent: without blanks. */
export function withoutBlanks(code: string): string {
  return code.replace(/\s/g, '');
}
