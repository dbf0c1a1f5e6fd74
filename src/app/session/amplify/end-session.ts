import type { Configuration } from '../../shared/configuration';
import { forgetBegunSignIn } from './forget-begun-sign-in';
import { revoke } from './revoke';
import type { SessionRecord } from './storage/session-record';
import { userPoolEndpoint } from './user-pool-endpoint';

/** Ends a session that Amplify has not been loaded for: storage has been cleared already. */
export async function endSession(
  record: SessionRecord | null,
  configuration: Configuration,
): Promise<void> {
  forgetBegunSignIn();
  if (record) await revoke(record, userPoolEndpoint(configuration), { everywhere: false });
}
