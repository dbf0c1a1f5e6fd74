import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../../session';

/** For somebody whose ID token is longer than the headers of a request may be. */
@Component({
  selector: 'pp-long-token',
  imports: [RouterLink],
  template: `
    <section class="notice-page">
      <h1>Your sign-in is too long</h1>
      <p class="standfirst" role="alert">{{ text() }}</p>
      <p>You are in {{ groupCount() }} groups.</p>
      <a class="button button-primary" routerLink="/pass">See your pass</a>
    </section>
  `,
})
export class LongToken {
  private readonly person = inject(Session).person;
  readonly text = input.required<string>();
  protected readonly groupCount = computed(() => this.person()?.groups.length ?? 0);
}
