import {
  Component,
  DOCUMENT,
  DestroyRef,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { AmplifyAuthenticatorModule, AuthenticatorService } from '@aws-amplify/ui-angular';
import { type FormCalls, authenticatorServices } from './authenticator-services';
import { LifetimeChoice, WaysIn } from '../../session/ways-in';
import { authenticatorFields, tooLate } from './authenticator-words';
import { KeepSignedIn } from './keep-signed-in';

/** The form that Amplify's Authenticator shows. */
export type SignInStep = NonNullable<AuthenticatorService['route']>;

/** What the Authenticator is at while it shows no form; at first it is at nothing. */
const betweenForms: ReadonlySet<SignInStep | undefined> = new Set([
  undefined,
  'idle',
  'setup',
  'transition',
  'authenticated',
  'signOut',
] as const);

/** Where the Authenticator asks for the e-mail address. */
const addressFields = ['username', 'email'];

/** Where the form begins; without one, with signing in. */
export type FirstStep = 'signIn' | 'signUp' | 'forgotPassword';

/**
 * Amplify's Authenticator. Its service is provided here, and so is new on every visit: the one in
 * the root keeps showing the form that somebody left, or nothing after a session has ended.
 */
@Component({
  selector: 'pp-sign-in-form',
  imports: [AmplifyAuthenticatorModule, KeepSignedIn],
  providers: [AuthenticatorService],
  templateUrl: './sign-in-form.html',
})
export class SignInForm {
  private readonly authenticator = inject(AuthenticatorService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly waysIn = inject(WaysIn);
  private readonly choice = inject(LifetimeChoice);

  readonly amplify = input.required<FormCalls>();
  readonly firstStep = input<FirstStep>('signIn');
  /** Fills the forms in. */
  readonly email = input<string>();
  /** What is typed as e-mail address, for whoever wants to take it elsewhere. */
  readonly typed = output<string>();
  readonly stepped = output<SignInStep>();
  /** Somebody has an account that is not confirmed: their e-mail address. */
  readonly unconfirmed = output<string>();
  /** A code for a new password is on its way, for the first time or again. */
  readonly codeSent = output();
  readonly passwordChanged = output();
  readonly resetRequired = output();
  /** A step came too late, and sign-in has started again. */
  readonly expired = output();

  protected readonly fields = authenticatorFields;
  protected readonly services = computed(() =>
    authenticatorServices(this.amplify(), {
      onSignIn: () => this.waysIn.rememberFor(this.choice.lifetime()),
      onCodeSent: () => {
        this.codeSent.emit();
      },
      onPasswordChanged: () => {
        this.passwordChanged.emit();
      },
      onResetRequired: () => {
        this.next = () => {
          this.resetPassword();
          this.resetRequired.emit();
        };
      },
      onExpired: () => {
        this.next = this.startAgain;
      },
    }),
  );
  private step: SignInStep | undefined;
  private readonly address = linkedSignal(() => this.email() ?? '');
  /** Where somebody was last. */
  private lastPlace: HTMLElement | undefined;
  /** What comes once the Authenticator has taken the present answer in. */
  private next: (() => void) | undefined;

  constructor() {
    // Its state is plain fields, and it changes them while Angular renders: hence a moment later.
    const subscription = this.authenticator.subscribe(() => {
      queueMicrotask(() => {
        this.goOn();
        this.markInvalidFields();
        this.follow();
        this.giveFocusBack();
      });
    });
    inject(DestroyRef).onDestroy(() => {
      subscription.unsubscribe();
    });
  }

  /** The Authenticator has no way back from the step that asks for the code. */
  protected backToSignIn(): void {
    this.authenticator.toSignIn();
  }

  protected resetPassword(): void {
    this.authenticator.toForgotPassword();
  }

  protected notePlace({ target }: Event): void {
    if (target instanceof HTMLElement) this.lastPlace = target;
  }

  protected noteAddress({ target }: Event): void {
    if (!(target instanceof HTMLInputElement) || !addressFields.includes(target.name)) return;
    this.address.set(target.value);
    this.typed.emit(target.value);
  }

  /**
   * The Authenticator takes the tab that is not shown out of the tab order, but has no arrow keys.
   * https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
   */
  protected moveBetweenTabs(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement) || event.target.role !== 'tab') return;
    if (!['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
    const other = this.find('[role="tab"][aria-selected="false"]');
    other?.click();
    other?.focus();
  }

  private readonly startAgain = (): void => {
    this.authenticator.toSignIn();
    this.expired.emit();
  };

  private goOn(): void {
    const { error, isPending, route } = this.authenticator;
    if (isPending) return;
    if (route === 'forceNewPassword' && error === tooLate) this.next = this.startAgain;
    const { next } = this;
    this.next = undefined;
    next?.();
  }

  private follow(): void {
    const { route, username } = this.authenticator;
    if (route === this.step || betweenForms.has(route)) return;
    const isFirst = this.step === undefined;
    this.step = route;
    if (route === 'confirmSignUp') {
      this.unconfirmed.emit(username);
      return;
    }
    this.stepped.emit(route);
    afterNextRender(
      {
        write: () => {
          this.prepareStep(isFirst);
        },
      },
      { injector: this.injector },
    );
  }

  /** A new form knows nothing of what was typed in the one before. */
  private prepareStep(isFirst: boolean): void {
    // The Authenticator has no place for it between the password and the button.
    const keep = this.find('pp-keep-signed-in');
    if (keep) this.find('amplify-sign-in button[type="submit"]')?.before(keep);
    const field = this.find('[name="username"], [name="email"]');
    if (field instanceof HTMLInputElement && !field.value && this.address()) {
      field.value = this.address();
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    // Whoever has chosen a tab stays on it, and whoever has just come, where they are.
    if (!isFirst && !this.find('[role="tab"]:focus')) this.focusFirstEmptyField();
  }

  private focusFirstEmptyField(): void {
    const fields = this.host.nativeElement.querySelectorAll<HTMLInputElement>('form input');
    [...fields].find(({ value, type }) => !value && type !== 'checkbox')?.focus();
  }

  /** The Authenticator calls every field invalid: it binds the function that would know. */
  private markInvalidFields(): void {
    for (const field of this.host.nativeElement.querySelectorAll('input[aria-invalid]')) {
      const hasError = field
        .closest('amplify-form-field')
        ?.querySelector('[data-variation="error"]');
      field.setAttribute('aria-invalid', String(Boolean(hasError)));
    }
  }

  /** The Authenticator disables the form while it waits for an answer, and with it goes the focus. */
  private giveFocusBack(): void {
    if (this.authenticator.isPending || !this.authenticator.error) return;
    const write = (): void => {
      const { body, activeElement } = this.document;
      if (activeElement === body) this.lastPlace?.focus();
    };
    afterNextRender({ write }, { injector: this.injector });
  }

  private find(selector: string): HTMLElement | null {
    return this.host.nativeElement.querySelector<HTMLElement>(selector);
  }
}
