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
  const hasPage = router.lastSuccessfulNavigation() !== null;
  void (hasPage ? freshPage.open(url) : freshPage.reload(url)).then((isLoading) => {
    if (isLoading) return;
    if (hasPage) {
      notices.show({
        text: 'That page could not be opened. Check your connection, then try again.',
      });
    } else {
      void router.navigateByUrl(unavailablePath, { skipLocationChange: true });
    }
  });
}
