import { operations } from '../user-pool/operations.ts';

/** Operations of the same kind that are not emulated: who calls them hears that, and not that a signature is missing. */
const notEmulated: ReadonlySet<string> = new Set([
  'ConfirmDevice',
  'ForgetDevice',
  'GetDevice',
  'ListDevices',
  'ListUserSessions',
  'RevokeUserSession',
  'SetUserSettings',
  'UpdateAuthEventFeedback',
  'UpdateDeviceStatus',
]);

/** Whether the app itself calls an operation, without AWS credentials. Every other operation administers a pool. */
export const isForApps = (operation: string): boolean =>
  operations.get(operation)?.access === 'app' || notEmulated.has(operation);
