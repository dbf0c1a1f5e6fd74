import { effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Title } from '@angular/platform-browser';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/** Names the step in the browser's tab and history, also after the router has named the page. */
export function titleFollows(heading: () => string): void {
  const title = inject(Title);
  const navigation = toSignal(
    inject(Router).events.pipe(filter((event) => event instanceof NavigationEnd)),
  );
  effect(() => {
    navigation();
    title.setTitle(`${heading()} · Presspass`);
  });
}
