import { InjectionToken } from '@angular/core';

/** Stands before every key in this browser's storage, since other apps of the same origin keep sessions too. */
export const STORAGE_PREFIX = new InjectionToken('storage prefix', { factory: () => 'session.' });
