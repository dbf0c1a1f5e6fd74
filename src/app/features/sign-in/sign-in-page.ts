import {
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { returnAddress } from '../../session';
import { IdentityProvider, toIdentityProblem } from '../../session/ways-in';
import { singleValue } from '../../shared/single-value';
import { ListNote } from '../../shared/ui/list-note';
import { MailboxHint } from '../../shared/ui/mailbox-hint';
import { OtherWays } from './other-ways';
import { returnWhenSignedIn } from './return-when-signed-in';
import { type FirstStep, type SignInEvent, SignInForm, type SignInStep } from './sign-in-form';
import { headingOf, standfirstOf } from './sign-in-words';
import { titleFollows } from './title-follows';

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

const notes: Readonly<Record<SignInEvent, Note>> = {
  'code-sent': { step: 'confirmResetPassword', text: 'A new code is on its way.' },
  'password-changed': {
    step: 'signIn',
    text: 'Your password has been changed. Sign in with the new one.',
  },
  'reset-required': {
    step: 'forgotPassword',
    text: 'This account needs a new password. Have a code e-mailed, then choose one.',
  },
  expired: {
    step: 'signIn',
    text: 'That took longer than three minutes, so it starts again. Sign in once more.',
  },
};

/** `/sign-in?return=<path>&email=<address>&step=<create or reset>&confirmed`: sign in, sign up, reset a password. */
@Component({
  selector: 'pp-sign-in-page',
  imports: [ListNote, MailboxHint, OtherWays, SignInForm],
  templateUrl: './sign-in-page.html',
})
export class SignInPage {
  private readonly provider = inject(IdentityProvider);
  private readonly router = inject(Router);

  readonly return = input(undefined, { transform: singleValue });
  readonly email = input(undefined, { transform: singleValue });
  readonly confirmed = input(undefined, { transform: singleValue });
  /** Where the form begins. */
  readonly step = input(undefined, { transform: singleValue });

  /** Without a configuration there is no form; the page says so and tries again. */
  protected readonly preparation = resource({ loader: () => this.prepare() });
  private readonly form = viewChild(SignInForm);
  protected readonly firstStep = computed(() => namedSteps[this.step() ?? ''] ?? 'signIn');
  /** The step of the form, once there is one. */
  protected readonly formStep = computed(() => this.form()?.step());
  private readonly shownStep = computed(() => this.formStep() ?? this.firstStep());
  protected readonly typed = linkedSignal(() => this.email());

  protected readonly heading = computed(() => headingOf(this.shownStep()));
  protected readonly standfirst = computed(() =>
    standfirstOf(this.shownStep(), returnAddress(this.return())),
  );
  private readonly latestNote = linkedSignal<Note>(() => ({
    step: 'signIn',
    text:
      this.confirmed() === undefined
        ? ''
        : 'Welcome! Your e-mail address is confirmed. Sign in to go on.',
  }));
  protected readonly note = computed(() => {
    const { step, text } = this.latestNote();
    return step === this.shownStep() ? text : '';
  });

  constructor() {
    returnWhenSignedIn(this.return);
    titleFollows(this.heading);
  }

  protected tell(event: SignInEvent): void {
    // The first code goes without saying: the next form asks for it.
    if (event === 'code-sent' && this.shownStep() !== 'confirmResetPassword') return;
    this.latestNote.set(notes[event]);
  }

  /** The Authenticator's own step for this is lost on a reload; ours has an address. */
  protected async confirm(email: string): Promise<void> {
    await this.router.navigate(['/confirm'], {
      queryParams: { email, return: this.return() },
    });
  }

  private async prepare(): Promise<true> {
    try {
      await this.provider.prepare();
      return true;
    } catch (error) {
      throw toIdentityProblem(error);
    }
  }
}
