import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'pp-not-found-page',
  imports: [RouterLink],
  template: `
    <section class="notice-page">
      <p class="kicker">404</p>
      <h1>This page is not in the paper</h1>
      <p class="standfirst">The address may be misspelt, or the page has moved on, as news does.</p>
      <a class="button button-primary" routerLink="/">Go to the front page</a>
    </section>
  `,
})
export class NotFoundPage {}
