import type { Router } from '@angular/router';

/** The address that is being opened, for guards: those of `canMatch` are not told. */
export function wantedUrl(router: Router): string {
  const navigation = router.currentNavigation();
  return navigation ? router.serializeUrl(navigation.extractedUrl) : router.url;
}
