import { Component, computed, input } from '@angular/core';
import type { PasswordRule } from '../forms/password-rules';

/** The rules for a new password, ticked off while it is typed. Name its `id` in the field's `aria-describedby`. */
@Component({
  selector: 'pp-password-checks',
  template: `
    <ul class="password-rules">
      @for (check of checks(); track check.words) {
        <li [attr.data-met]="check.isMet || null">
          {{ check.words }}
          <span class="visually-hidden">{{ check.isMet ? '(there)' : '(missing)' }}</span>
        </li>
      }
    </ul>
    <p class="visually-hidden" role="status">
      {{ isGood() ? 'The password keeps all rules.' : '' }}
    </p>
  `,
})
export class PasswordChecks {
  readonly rules = input.required<readonly PasswordRule[]>();
  readonly password = input.required<string>();
  protected readonly checks = computed(() =>
    this.rules().map(({ words, isMetBy }) => ({ words, isMet: isMetBy(this.password()) })),
  );
  /** Said once, and not at every key. */
  protected readonly isGood = computed(
    () => this.checks().length > 0 && this.checks().every(({ isMet }) => isMet),
  );
}
