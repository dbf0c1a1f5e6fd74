import { DOCUMENT, InjectionToken, inject } from '@angular/core';

/** Leaves this document for an address of another site. */
export const LEAVE_PAGE = new InjectionToken<(address: string) => void>('LEAVE_PAGE', {
  factory: () => {
    const { location } = inject(DOCUMENT);
    return (address) => {
      location.assign(address);
    };
  },
});
