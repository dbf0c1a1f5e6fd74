import { Component, DOCUMENT, inject } from '@angular/core';

/** Stands where no page could be opened. Part of the first load, since it is for when scripts get lost. */
@Component({
  selector: 'pp-unavailable-page',
  template: `
    <section class="notice-page">
      <h1>This page could not be opened</h1>
      <p class="standfirst">Part of it did not arrive. Check your connection, then try again.</p>
      <button type="button" class="button button-primary" (click)="reload()">Try again</button>
    </section>
  `,
})
export class UnavailablePage {
  private readonly document = inject(DOCUMENT);

  protected reload(): void {
    this.document.location.reload();
  }
}
