import { inject } from '@angular/core';
import { type NavigationError, Router } from '@angular/router';
import { FreshPage } from './shared/fresh-page';
import { Notices } from './shared/notices';

/** The address, which nobody sees, of the page for when no page could be opened. */
export const unavailablePath = 'page-unavailable';

/**
 * Asks the server for a page that could not be opened, mostly because its script got lost. Where that is in
 * vain, the page that is there stays and says so; where there is none yet, one says so.
 */
export function openFromServer({ error, url }: NavigationError): void {
  const [freshPage, notices, router] = [inject(FreshPage), inject(Notices), inject(Router)];
  console.error(error);
  const page = router.lastSuccessfulNavigation();
  // Meanwhile somebody may have gone on, and be typing elsewhere.
  const isStillWanted = (): boolean =>
    router.lastSuccessfulNavigation() === page && !router.currentNavigation();
  const opening = page ? freshPage.open(url, isStillWanted) : freshPage.reload(url, isStillWanted);
  void opening.then((isLoading) => {
    if (isLoading || !isStillWanted()) return;
    if (page) {
      notices.show({
        text: 'That page could not be opened. Check your connection, then try again.',
      });
    } else {
      void router.navigateByUrl(unavailablePath, { skipLocationChange: true });
    }
  });
}
