import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  DestroyRef,
  ElementRef,
  Renderer2,
  afterRenderEffect,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { AmplifyAuthenticatorModule, AuthenticatorService } from '@aws-amplify/ui-angular';
import { Observable } from 'rxjs';
import { I18n } from '../../session/amplify/amplify';
import { LifetimeChoice, WaysIn } from '../../session/ways-in';
import { hasSpaceAtEnds, noSpaceAtEnds } from '../../shared/forms/password-ends';
import { injectPasswordRules, missingFrom } from '../../shared/forms/password-rules';
import { PasswordChecks } from '../../shared/ui/password-checks';
import { AskToConfirm } from './ask-to-confirm';
import { authenticatorServices } from './authenticator-services';
import { authenticatorFields, tooLate, vocabulary } from './authenticator-words';
import { KeepSignedIn } from './keep-signed-in';

type Facade = Parameters<Parameters<AuthenticatorService['subscribe']>[0]>[0];

/** The form that Amplify's Authenticator shows. */
export type SignInStep = Facade['route'];

/** What the Authenticator is at while it shows no form of this page. */
const betweenForms: ReadonlySet<SignInStep | undefined> = new Set([
  undefined,
  'idle',
  'setup',
  'transition',
  'authenticated',
  'signOut',
  'confirmSignUp',
] as const);

/** Where the Authenticator asks for the e-mail address. */
const addressFields = ['username', 'email'];

/** Where the form begins; without one, with signing in. */
export type FirstStep = 'signIn' | 'signUp' | 'forgotPassword';

/** Something that a person is told of on the step that follows. */
export type SignInEvent =
  /** A code for a new password is on its way, for the first time or again. */
  | 'code-sent'
  | 'password-changed'
  /** The password must be reset before anybody can sign in with it. */
  | 'reset-required'
  /** A step came too late, and sign-in has started again. */
  | 'expired';

/**
 * Amplify's Authenticator. Its service is provided here, and so is new on every visit: the one in
 * the root keeps showing the form that somebody left, or nothing after a session has ended.
 */
@Component({
  selector: 'pp-sign-in-form',
  imports: [
    AmplifyAuthenticatorModule,
    AskToConfirm,
    KeepSignedIn,
    NgTemplateOutlet,
    PasswordChecks,
  ],
  providers: [AuthenticatorService],
  templateUrl: './sign-in-form.html',
})
export class SignInForm {
  protected readonly authenticator = inject(AuthenticatorService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly waysIn = inject(WaysIn);
  private readonly choice = inject(LifetimeChoice);

  readonly firstStep = input<FirstStep>('signIn');
  /** The e-mail address: fills the forms in, and is what was typed into them last. */
  readonly email = model<string>();
  /** Where somebody wants to go on; not checked. */
  readonly return = input<string>();
  /** Somebody has an account that is not confirmed: their e-mail address. */
  readonly unconfirmed = output<string>();
  readonly happened = output<SignInEvent>();

  protected readonly fields = authenticatorFields;
  protected readonly services = authenticatorServices({
    onSignIn: () => this.waysIn.rememberFor(this.choice.lifetime()),
    onCodeSent: () => {
      this.happened.emit('code-sent');
    },
    onPasswordChanged: () => {
      this.happened.emit('password-changed');
    },
    onProblem: (kind) => {
      if (kind === 'account-exists' || kind === 'not-confirmed') this.mayBeUnconfirmed.set(true);
      if (kind === 'reset-required') this.setback.set(kind);
      if (kind === 'expired' && this.step() === 'confirmSignIn') this.setback.set(kind);
    },
  });

  /** The Authenticator's own, whose fields are no signals. */
  private readonly state = toSignal(
    new Observable<Facade>((observer) =>
      this.authenticator.subscribe((facade) => {
        observer.next(facade);
      }),
    ),
    { requireSync: true },
  );
  readonly step = linkedSignal<SignInStep, SignInStep | undefined>({
    source: () => this.state().route,
    computation: (route, previous) => (betweenForms.has(route) ? previous?.value : route),
  });
  private readonly isUnconfirmed = computed(() => this.state().route === 'confirmSignUp');
  /** Whether what went wrong may come from a sign-up whose code was never entered. */
  protected readonly mayBeUnconfirmed = signal(false);
  /** Leads to another step, once the Authenticator has taken in what went wrong. */
  private readonly setback = signal<'reset-required' | 'expired' | undefined>(undefined);
  private isFirstStep = true;
  /** Where somebody was last. */
  private lastPlace: HTMLElement | undefined;
  protected readonly rules = injectPasswordRules();
  /** As it is being typed. */
  protected readonly newPassword = signal('');
  /** What is wrong with a new password: the Authenticator does not know the rules. */
  protected readonly passwordProblem = signal('');

  constructor() {
    I18n.putVocabulariesForLanguage('en', vocabulary);
    I18n.setLanguage('en');
    effect(() => {
      if (this.isUnconfirmed()) this.unconfirmed.emit(this.authenticator.username);
    });
    effect(() => {
      const { route, isPending } = this.state();
      // The form for a first password asks no service: its error is a sentence only.
      const isTooLate = route === 'forceNewPassword' && this.authenticator.error === tooLate;
      const setback = isTooLate ? 'expired' : this.setback();
      if (setback && !isPending) this.goBack(setback);
    });
    afterRenderEffect(() => {
      if (!this.step()) return;
      untracked(() => {
        this.beginStep();
      });
    });
    afterRenderEffect(() => {
      this.markInvalidFields(this.state());
      this.giveFocusBack(this.state());
    });
    this.tellOfInvalidPasswords();
  }

  protected notePlace({ target }: Event): void {
    if (target instanceof HTMLElement) this.lastPlace = target;
  }

  protected noteInput({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    if (addressFields.includes(target.name)) this.email.set(target.value);
    if (target.autocomplete === 'new-password') this.checkPassword(target);
  }

  /** Of a field that is being typed into, nothing is said yet; of what the list of rules shows, nothing before one submits. */
  protected noteLeaving({ target }: Event): void {
    if (target instanceof HTMLInputElement && hasSpaceAtEnds(target.value)) this.tellOf(target);
  }

  private tellOf(field: HTMLInputElement): void {
    if (!isRefused(field)) return;
    this.passwordProblem.set(field.validationMessage);
    field.ariaInvalid = 'true';
  }

  /**
   * The Authenticator takes the tab that is not shown out of the tab order, but has no arrow keys.
   * https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
   */
  protected goToOtherTab({ target }: Event): void {
    if (!(target instanceof HTMLElement) || target.role !== 'tab') return;
    const other = this.host.querySelector<HTMLElement>('[role="tab"][aria-selected="false"]');
    other?.click();
    other?.focus();
  }

  /**
   * The browser then holds the form back. The Authenticator itself compares a password with its repetition without the
   * space at their ends, and calls them different: `trimValues` in its `actions.ts`.
   */
  private checkPassword(field: HTMLInputElement): void {
    if (field.name === 'password') this.newPassword.set(field.value);
    field.setCustomValidity(this.problemOf(field));
    if (isRefused(field) || this.newPasswords().some(isRefused)) return;
    this.passwordProblem.set('');
    field.ariaInvalid = 'false';
  }

  private problemOf({ name, value }: HTMLInputElement): string {
    if (hasSpaceAtEnds(value)) return noSpaceAtEnds;
    // Of the repetition one thing counts: that it is the same.
    const missing = name === 'password' ? missingFrom(value, this.rules()) : '';
    return missing && `The password still needs ${missing}.`;
  }

  /** Where the browser holds the form back, the words stand on the page and not in a bubble of its own. */
  private tellOfInvalidPasswords(): void {
    const stop = inject(Renderer2).listen(
      this.host,
      'invalid',
      (event: Event) => {
        const [first, ...others] = this.newPasswords().filter(isRefused);
        if (!first || ![first, ...others].some((field) => field === event.target)) return;
        event.preventDefault();
        this.tellOf(first);
        first.focus();
      },
      // The event does not bubble.
      { capture: true },
    );
    inject(DestroyRef).onDestroy(stop);
  }

  private newPasswords(): HTMLInputElement[] {
    return [...this.host.querySelectorAll<HTMLInputElement>('[autocomplete="new-password"]')];
  }

  private goBack(setback: 'reset-required' | 'expired'): void {
    this.setback.set(undefined);
    if (setback === 'expired') this.authenticator.toSignIn();
    else this.authenticator.toForgotPassword();
    this.happened.emit(setback);
  }

  /** A new form knows nothing of what was typed in the one before. */
  private beginStep(): void {
    this.passwordProblem.set('');
    this.newPassword.set('');
    this.newPasswords().at(0)?.setAttribute('aria-describedby', 'password-rules');
    this.mayBeUnconfirmed.set(false);
    const fields = [...this.host.querySelectorAll<HTMLInputElement>('form input')];
    const address = fields.find(({ name }) => addressFields.includes(name));
    if (address && !address.value) address.value = this.email() ?? '';
    // Whoever has chosen a tab stays on it, and whoever has just come, where they are.
    const isChosen = this.isFirstStep || this.host.querySelector('[role="tab"]:focus') !== null;
    this.isFirstStep = false;
    if (!isChosen) fields.find(({ value, type }) => !value && type !== 'checkbox')?.focus();
  }

  /** The Authenticator calls every field invalid: it binds the function that would know. */
  private markInvalidFields({ validationErrors = {} }: Partial<Facade>): void {
    for (const field of this.host.querySelectorAll<HTMLInputElement>('input[aria-invalid]')) {
      field.ariaInvalid = String(
        Object.hasOwn(validationErrors, field.name) ||
          (isRefused(field) && this.passwordProblem() !== ''),
      );
    }
  }

  /** The Authenticator disables the form while it waits for an answer, and with it goes the focus. */
  private giveFocusBack({ isPending, error }: Facade): void {
    if (isPending || !error) return;
    const { activeElement, body } = this.host.ownerDocument;
    if (activeElement === body) this.lastPlace?.focus();
  }
}

function isRefused({ validity }: HTMLInputElement): boolean {
  return validity.customError;
}
