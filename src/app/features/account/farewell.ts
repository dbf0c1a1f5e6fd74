import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { Notices } from '../../shared/notices';
import { Session } from '../../session';

/** Signs out here and leaves for the front page, which says `words`. For injection contexts. */
export function injectFarewell(): (words: string) => Promise<void> {
  const session = inject(Session);
  const router = inject(Router);
  const notices = inject(Notices);
  return async (text) => {
    notices.show({ text });
    await session.signOut();
    await router.navigateByUrl('/');
  };
}
