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
          routerLinkActive
          [routerLinkActiveOptions]="{ exact: true }"
          ariaCurrentWhenActive="page"
          >Published</a
        >
        <a routerLink="/desk/trash" routerLinkActive ariaCurrentWhenActive="page">Trash</a>
      </nav>
    </div>
    <router-outlet />
  `,
})
export class DeskFrame {}
