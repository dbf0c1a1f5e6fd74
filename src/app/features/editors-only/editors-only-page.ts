import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../../session';

@Component({
  selector: 'pp-editors-only-page',
  imports: [RouterLink],
  template: `
    <section class="notice-page">
      <p class="kicker">Editors only</p>
      <h1>The desk is for editors</h1>
      <p class="standfirst">
        @if (email(); as who) {
          You are signed in as {{ who }}, who is a reader. Whoever runs the user pool can add you to
          its group <strong>admin</strong>; sign in again afterwards.
        } @else {
          Only people in the group <strong>admin</strong> may open it.
        }
      </p>
      <a class="button button-primary" routerLink="/">Go to the front page</a>
    </section>
  `,
})
export class EditorsOnlyPage {
  private readonly session = inject(Session);
  /** Nobody's, and no editor's: whoever may open the desk is not told that they may not. */
  protected readonly email = computed(() =>
    this.session.isInGroup('admin') ? null : (this.session.person()?.email ?? null),
  );
}
