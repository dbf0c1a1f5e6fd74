import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';

@Component({
  selector: 'pp-desk-frame',
  imports: [RouterLink, RouterLinkActive, RouterOutlet],
  template: `
    <div class="desk-head">
      <h1>The desk</h1>
      <nav class="desk-tabs" aria-label="Desk">
        <a
          routerLink="/desk"
          routerLinkActive="is-current"
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="{ exact: true }"
          >Published</a
        >
        <a routerLink="/desk/trash" routerLinkActive="is-current" ariaCurrentWhenActive="page"
          >Trash</a
        >
      </nav>
    </div>
    <router-outlet />
  `,
})
export class DeskFrame {}
