import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';

/** Who is in front of the screen, as far as the masthead cares. */
export type MastheadAccount =
  | { readonly status: 'restoring' | 'anonymous' }
  | {
      readonly status: 'signed-in' | 'unavailable';
      readonly email: string;
      readonly isEditor: boolean;
    };

@Component({
  selector: 'pp-masthead',
  imports: [RouterLink],
  template: `
    <header class="masthead">
      <div class="masthead-inner">
        <p class="masthead-date">{{ day() }}</p>
        <nav class="masthead-account" aria-label="Account">
          @let who = account();
          @if (who.status === 'anonymous') {
            @if (signInReturn() !== null) {
              <a routerLink="/sign-in" [queryParams]="{ return: signInReturn() }">Sign in</a>
            }
          } @else if (who.status !== 'restoring') {
            <span class="masthead-email" [title]="who.email">{{ who.email }}</span>
            @if (who.isEditor) {
              <a routerLink="/desk">Desk</a>
            }
            <button type="button" class="button-plain" (click)="signOut.emit()">Sign out</button>
          }
        </nav>
        <a class="nameplate" [class.nameplate-compact]="isCompact()" routerLink="/">Presspass</a>
      </div>
      <div class="perforation"></div>
    </header>
  `,
})
export class Masthead {
  readonly account = input.required<MastheadAccount>();
  /** In words: "Friday, 20 November 2026". */
  readonly day = input.required<string>();
  readonly isCompact = input(false);
  /** Where signing in leads back to; null where the link makes no sense. */
  readonly signInReturn = input<string | null>('/');
  readonly signOut = output();
}
