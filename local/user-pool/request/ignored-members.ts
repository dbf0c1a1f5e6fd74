import type { Input } from './input.ts';

/**
 * Members that concern Lambda triggers, analytics and threat protection, none of which a pool here has: they are checked for
 * their type, as AWS does, and neither used nor kept.
 */
export function checkIgnoredMembers(input: Input): void {
  input.strings('ClientMetadata');
  input.structure('AnalyticsMetadata')?.optionalString('AnalyticsEndpointId');
  const context = input.structure('UserContextData');
  context?.optionalString('IpAddress');
  context?.optionalString('EncodedData');
  const server = input.structure('ContextData');
  for (const member of ['IpAddress', 'ServerName', 'ServerPath', 'EncodedData']) {
    server?.optionalString(member);
  }
}
