import { type ErrorHandler, Service, inject } from '@angular/core';
import { Notices } from './notices';

/** Where unexpected errors end: in the console with their stack, and in one sentence for the person. */
@Service({ autoProvided: false })
export class ErrorReporter implements ErrorHandler {
  private readonly notices = inject(Notices);

  handleError(error: unknown): void {
    console.error(error);
    this.notices.show({
      text: 'Something unexpected went wrong on this page. If it does not behave, reload it.',
    });
  }
}
