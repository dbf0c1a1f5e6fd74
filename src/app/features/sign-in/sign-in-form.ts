import {
  Component,
  DestroyRef,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
} from '@angular/core';
import { AmplifyAuthenticatorModule, AuthenticatorService } from '@aws-amplify/ui-angular';
import { type FormCalls, authenticatorServices } from './authenticator-services';
import { authenticatorFields } from './authenticator-words';

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

/**
 * Amplify's Authenticator. Its service is provided here, and so is new on every visit: the one in
 * the root keeps showing the form that somebody left, or nothing after a session has ended.
 */
@Component({
  selector: 'pp-sign-in-form',
  imports: [AmplifyAuthenticatorModule],
  providers: [AuthenticatorService],
  template: `
    <amplify-authenticator
      [services]="services()"
      [formFields]="fields"
      [loginMechanisms]="['email']"
      [signUpAttributes]="[]"
      [socialProviders]="[]"
      (keydown)="moveBetweenTabs($event)"
    >
      <!-- The page has one heading, which names the step. -->
      <ng-template amplifySlot="forgot-password-header" />
      <ng-template amplifySlot="confirm-reset-password-header" />
      <ng-template amplifySlot="force-new-password-header" />
      <ng-template amplifySlot="confirm-reset-password-footer">
        <div data-amplify-footer>
          <button type="button" class="button-plain" (click)="backToSignIn()">
            Back to sign-in
          </button>
        </div>
      </ng-template>
    </amplify-authenticator>
  `,
})
export class SignInForm {
  private readonly authenticator = inject(AuthenticatorService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);

  readonly amplify = input.required<FormCalls>();
  /** Fills the first form in. */
  readonly email = input<string>();
  readonly stepped = output<SignInStep>();
  /** Somebody has an account that is not confirmed: their e-mail address. */
  readonly unconfirmed = output<string>();
  /** A code for a new password is on its way, for the first time or again. */
  readonly codeSent = output();
  readonly passwordChanged = output();

  protected readonly fields = authenticatorFields;
  protected readonly services = computed(() =>
    authenticatorServices(this.amplify(), {
      onCodeSent: () => {
        this.codeSent.emit();
      },
      onPasswordChanged: () => {
        this.passwordChanged.emit();
      },
    }),
  );
  private step: SignInStep | undefined;

  constructor() {
    // Its state is plain fields, and it changes them while Angular renders: hence a moment later.
    const subscription = this.authenticator.subscribe(() => {
      queueMicrotask(() => {
        this.markInvalidFields();
        this.follow();
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

  /**
   * The Authenticator takes the tab that is not shown out of the tab order, but has no arrow keys.
   * https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
   */
  protected moveBetweenTabs(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement) || event.target.role !== 'tab') return;
    if (!['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
    const other = this.host.nativeElement.querySelector<HTMLElement>(
      '[role="tab"][aria-selected="false"]',
    );
    other?.click();
    other?.focus();
  }

  private follow(): void {
    const { route, username } = this.authenticator;
    if (route === this.step || betweenForms.has(route)) return;
    if (this.step === undefined) this.fillIn(this.email());
    this.step = route;
    if (route === 'confirmSignUp') this.unconfirmed.emit(username);
    else this.stepped.emit(route);
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

  private fillIn(email: string | undefined): void {
    if (email === undefined) return;
    afterNextRender(
      {
        write: () => {
          const field =
            this.host.nativeElement.querySelector<HTMLInputElement>('[name="username"]');
          if (!field) return;
          field.value = email;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        },
      },
      { injector: this.injector },
    );
  }
}
