import { Component, computed, signal } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TrashPage } from './trash-page';

@Component({
  selector: 'pp-desk-frame',
  imports: [RouterOutlet],
  template: `
    <div class="desk-head">
      <h1>The desk</h1>
      <nav class="desk-tabs" aria-label="Desk">
        <a href="/desk" [attr.aria-current]="isTrash() ? null : 'page'">Published</a>
        <a href="/desk/trash" [attr.aria-current]="isTrash() ? 'page' : null">Trash</a>
      </nav>
    </div>
    <router-outlet (activate)="page.set($event)" />
  `,
})
export class DeskFrame {
  protected readonly page = signal<unknown>(null);
  protected readonly isTrash = computed(() => this.page() instanceof TrashPage);
}
