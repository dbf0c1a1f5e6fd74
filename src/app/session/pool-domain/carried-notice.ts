import type { Notice, Notices } from '../../shared/notices';
import type { BrowserStorage } from '../browser-storage';

const keyIn = ({ prefix }: BrowserStorage): string => `${prefix}carried-notice`;

/** Keeps the sentence on the screen for the page load that ends a sign-out at the domain. */
export function carryNotice(storage: BrowserStorage, notice: Notice | null): void {
  try {
    if (notice) storage.area('sessionStorage')?.setItem(keyIn(storage), notice.text);
  } catch {
    // A browser that keeps nothing for us loses a sentence, not a page.
  }
}

/** Shows the sentence that the page before has left, once. */
export function showCarriedNotice(storage: BrowserStorage, notices: Notices): void {
  const area = storage.area('sessionStorage');
  const text = area?.getItem(keyIn(storage));
  area?.removeItem(keyIn(storage));
  if (text) notices.show({ text });
}
