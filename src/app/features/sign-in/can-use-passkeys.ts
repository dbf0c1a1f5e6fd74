import { DOCUMENT, inject } from '@angular/core';

/** Whether this browser has passkeys at all; to be called where one may inject. */
export function canUsePasskeys(): boolean {
  const window = inject(DOCUMENT).defaultView;
  return Boolean(window && 'PublicKeyCredential' in window && window.isSecureContext);
}
