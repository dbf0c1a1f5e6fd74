import { Component } from '@angular/core';

@Component({
  selector: 'pp-not-found-page',
  template: `
    <section class="notice-page">
      <p class="kicker">404</p>
      <h1>This page is not in the paper</h1>
      <p class="standfirst">The address may be misspelt, or the page has moved on, as news does.</p>
      <a class="button button-primary" href="/">Go to the front page</a>
    </section>
  `,
})
export class NotFoundPage {}
