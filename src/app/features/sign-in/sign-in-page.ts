import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import type * as Amplify from '../../session/amplify/amplify';
import { authenticatorWords, wordsOfRawErrors } from './authenticator-words';
import { MailboxHint } from './mailbox-hint';
import { OtherWays } from './other-ways';
import { returnWhenSignedIn } from './return-when-signed-in';
import { type FirstStep, SignInForm, type SignInStep } from './sign-in-form';
import { headingOf, standfirstOf } from './sign-in-words';
import { titleFollows } from './title-follows';
import { wayAddress } from './way-address';
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

/** The steps that have an address, as it names them. */
const namedSteps: Readonly<Record<string, FirstStep>> = {
  create: 'signUp',
  reset: 'forgotPassword',
};

/** `/sign-in?return=<path>&email=<address>&step=<create or reset>&confirmed`: sign in, sign up, reset a password. */
@Component({
  selector: 'pp-sign-in-page',
  imports: [MailboxHint, OtherWays, SignInForm],
  templateUrl: './sign-in-page.html',
})
export class SignInPage {
  private readonly provider = inject(IdentityProvider);
  private readonly router = inject(Router);

  readonly return = input<string>();
  readonly email = input<string>();
  readonly confirmed = input<string>();
  /** Where the form begins. */
  readonly step = input<string>();

  protected readonly form = signal<FormState>({ kind: 'preparing' });
  protected readonly firstStep = computed(() => namedSteps[this.step() ?? ''] ?? 'signIn');
  private readonly shown = signal<SignInStep | undefined>(undefined);
  protected readonly shownStep = computed(() => this.shown() ?? this.firstStep());
  protected readonly typed = linkedSignal(() => this.email());

  protected readonly heading = computed(() => headingOf(this.shownStep()));
  protected readonly standfirst = computed(() =>
    standfirstOf(this.shownStep(), returnAddress(this.return())),
  );
  private readonly latestNote = linkedSignal<Note>(() => ({
    step: 'signIn',
    text:
      this.confirmed() === undefined ? '' : 'Your e-mail address is confirmed. Sign in to go on.',
  }));
  protected readonly note = computed(() => {
    const { step, text } = this.latestNote();
    return step === this.shownStep() ? text : '';
  });

  constructor() {
    returnWhenSignedIn(this.return);
    titleFollows(this.heading);
    void this.prepare();
  }

  protected async prepare(): Promise<void> {
    this.form.set({ kind: 'preparing' });
    try {
      await this.provider.prepare();
      const amplify = await import('../../session/amplify/amplify');
      amplify.I18n.putVocabulariesForLanguage('en', { ...authenticatorWords, ...wordsOfRawErrors });
      amplify.I18n.setLanguage('en');
      this.form.set({ kind: 'ready', amplify });
    } catch (error) {
      // Without Amplify or its configuration there is no form; the page says so and tries again.
      this.form.set({ kind: 'failed', problem: toIdentityProblem(error) });
    }
  }

  protected follow(step: SignInStep): void {
    this.shown.set(step);
  }

  protected noteSentCode(): void {
    // The first code goes without saying: the next form asks for it.
    if (this.shownStep() !== 'confirmResetPassword') return;
    this.say('confirmResetPassword', 'A new code is on its way.');
  }

  protected noteChangedPassword(): void {
    this.say('signIn', 'Your password has been changed. Sign in with the new one.');
  }

  protected noteResetRequired(): void {
    this.say(
      'forgotPassword',
      'This account needs a new password. Have a code e-mailed, then choose one.',
    );
  }

  protected noteExpired(): void {
    this.say(
      'signIn',
      'That took longer than three minutes, so it starts again. Sign in once more.',
    );
  }

  /** The Authenticator's own step for this is lost on a reload; ours has an address. */
  protected async confirm(email: string): Promise<void> {
    await this.router.navigateByUrl(wayAddress('/confirm', { email, return: this.return() }));
  }

  private say(step: SignInStep, text: string): void {
    this.latestNote.set({ step, text });
  }
}
