import { Component, input, output } from '@angular/core';
import { RouterLink, type UrlTree } from '@angular/router';

/** Who is in front of the screen, as far as the masthead cares. */
export type MastheadAccount =
  | { readonly status: 'restoring' | 'anonymous' }
  | {
      readonly status: 'signed-in';
      readonly email: string;
      readonly isEditor: boolean;
      /** Why it cannot be asked at the moment whether the person is still signed in. */
      readonly trouble: keyof typeof troubles | null;
    };

const troubles = {
  offline: 'You are offline.',
  away: 'Sign-in cannot be reached.',
  busy: 'Sign-in is busy.',
} as const;

@Component({
  selector: 'pp-masthead',
  imports: [RouterLink],
  template: `
    <header class="masthead" [attr.data-compact]="isCompact() || null">
      <div class="masthead-inner">
        <p class="masthead-date">{{ day() }}</p>
        <nav class="masthead-account" aria-label="Account">
          @let who = account();
          @if (who.status === 'anonymous') {
            @if (signInLink(); as link) {
              <a [routerLink]="link">Sign in</a>
            }
          } @else if (who.status === 'signed-in') {
            <a
              class="masthead-email"
              routerLink="/account"
              [ariaLabel]="'Your account, ' + who.email"
              [title]="who.email"
            >
              <span>{{ who.email }}</span>
            </a>
            <span role="status">
              @if (who.trouble; as trouble) {
                {{ troubles[trouble] }}
              }
            </span>
            @if (who.trouble && who.trouble !== 'offline') {
              <button type="button" class="button-plain" (click)="retry.emit()">Reconnect</button>
            }
            @if (who.isEditor) {
              <a routerLink="/desk">Desk</a>
            }
            <a routerLink="/pass">Pass</a>
            <button type="button" class="button-plain" (click)="signOut.emit()">Sign out</button>
          }
        </nav>
        <a class="nameplate" routerLink="/">Presspass</a>
      </div>
      <div class="perforation"></div>
    </header>
  `,
})
export class Masthead {
  protected readonly troubles = troubles;
  readonly account = input.required<MastheadAccount>();
  /** In words: "Friday, 20 November 2026". */
  readonly day = input.required<string>();
  readonly isCompact = input(false);
  /** `null` where a link to signing in makes no sense. */
  readonly signInLink = input<UrlTree | null>(null);
  readonly signOut = output();
  /** Asks again whether the person is still signed in, after the sign-in service could not say. */
  readonly retry = output();
}
