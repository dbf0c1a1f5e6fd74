import type { Configuration } from '../../shared/configuration';
import type { Notices } from '../../shared/notices';
import type { BrowserStorage } from '../browser-storage';
import { askNoLonger } from './asked-anew';
import { carryNotice } from './carried-notice';
import { poolDomainIn } from './pool-domain';

/** Milliseconds. */
const patience = 3_000;

/**
 * Leaves for the domain's log-out, which forgets the browser and leads to the front page; else the next sign-in there
 * would not ask for a password. Stays where the domain cannot be reached; the next sign-in asks all the same (`askAnew`).
 * https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
export async function endAtDomain(
  configuration: Configuration,
  storage: BrowserStorage,
  notices: Notices,
): Promise<void> {
  const { window: view } = storage;
  if (!view) return;
  const domain = poolDomainIn(configuration, view.location.origin);
  if (!domain || !(await isReachable(domain.origin))) return;
  const address = new URL('/logout', domain.origin);
  address.searchParams.set('client_id', domain.clientId);
  address.searchParams.set('logout_uri', domain.signOutUri);
  askNoLonger(storage);
  // The page that follows tells what this one was about to say.
  carryNotice(storage, notices.current());
  view.location.assign(address);
  await left(view);
}

/** Else whoever signs out on a train would be looking at the browser's own page of errors. */
async function isReachable(origin: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(patience);
    await fetch(origin, { mode: 'no-cors', method: 'HEAD', credentials: 'omit', signal });
    return true;
  } catch {
    // Away, slow or offline: all the same.
    return false;
  }
}

/** The document is gone, or will not go any more. Whoever navigated meanwhile would keep it from going. */
function left(view: Window): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      resolve();
    };
    view.addEventListener('pagehide', done, { once: true });
    view.setTimeout(done, patience);
  });
}
