import type { Router } from '@angular/router';

/**
 * Asks the `canMatch` guards of the page that is shown, or about to be, once more: whoever may go on
 * seeing it notices nothing, others are led elsewhere. A page with something half written can say no,
 * with a `canDeactivate` guard, as it can to any navigation.
 */
export async function checkGuards(router: Router): Promise<void> {
  await router.navigateByUrl(router.currentNavigation()?.extractedUrl ?? router.url, {
    onSameUrlNavigation: 'reload',
    replaceUrl: true,
    scroll: 'manual',
  });
}
