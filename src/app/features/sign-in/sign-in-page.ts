import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import type * as Amplify from '../../session/amplify/amplify';
import { authenticatorWords } from './authenticator-words';
import { MailboxHint } from './mailbox-hint';
import { returnWhenSignedIn } from './return-when-signed-in';
import { SignInForm, type SignInStep } from './sign-in-form';
import { headingOf, standfirstOf } from './sign-in-words';
import { returnAddress } from '../../session';
import { type IdentityProblem, IdentityProvider, toIdentityProblem } from '../../session/ways-in';

type FormState =
  | { readonly kind: 'preparing' }
  | { readonly kind: 'ready'; readonly amplify: typeof Amplify }
  | { readonly kind: 'failed'; readonly problem: IdentityProblem };

/** What has just come about, said on one step. */
interface Note {
  readonly step: SignInStep;
  readonly text: string;
}

/** `/sign-in?return=<path>&email=<address>&confirmed`: sign in, sign up, reset a password. */
@Component({
  selector: 'pp-sign-in-page',
  imports: [MailboxHint, SignInForm],
  templateUrl: './sign-in-page.html',
})
export class SignInPage {
  private readonly provider = inject(IdentityProvider);
  private readonly router = inject(Router);

  readonly return = input<string>();
  readonly email = input<string>();
  readonly confirmed = input<string>();

  protected readonly form = signal<FormState>({ kind: 'preparing' });
  private readonly step = signal<SignInStep | undefined>(undefined);

  protected readonly heading = computed(() => headingOf(this.step()));
  protected readonly standfirst = computed(() =>
    standfirstOf(this.step(), returnAddress(this.return())),
  );
  private readonly latestNote = linkedSignal<Note>(() => ({
    step: 'signIn',
    text:
      this.confirmed() === undefined ? '' : 'Your e-mail address is confirmed. Sign in to go on.',
  }));
  protected readonly note = computed(() => {
    const { step, text } = this.latestNote();
    return step === (this.step() ?? 'signIn') ? text : '';
  });

  constructor() {
    returnWhenSignedIn(this.return);
    void this.prepare();
  }

  protected async prepare(): Promise<void> {
    this.form.set({ kind: 'preparing' });
    try {
      await this.provider.prepare();
      const amplify = await import('../../session/amplify/amplify');
      amplify.I18n.putVocabulariesForLanguage('en', authenticatorWords);
      amplify.I18n.setLanguage('en');
      this.form.set({ kind: 'ready', amplify });
    } catch (error) {
      // Without Amplify or its configuration there is no form; the page says so and tries again.
      this.form.set({ kind: 'failed', problem: toIdentityProblem(error) });
    }
  }

  protected follow(step: SignInStep): void {
    this.step.set(step);
  }

  protected noteSentCode(): void {
    // The first code goes without saying: the next form asks for it.
    if (this.step() !== 'confirmResetPassword') return;
    this.latestNote.set({ step: 'confirmResetPassword', text: 'A new code is on its way.' });
  }

  protected noteChangedPassword(): void {
    this.latestNote.set({
      step: 'signIn',
      text: 'Your password has been changed. Sign in with the new one.',
    });
  }

  /** The Authenticator's own step for this is lost on a reload; ours has an address. */
  protected async confirm(email: string): Promise<void> {
    await this.router.navigate(['/confirm'], {
      queryParams: { email, return: this.return() },
    });
  }
}
