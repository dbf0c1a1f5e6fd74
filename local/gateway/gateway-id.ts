import { randomBytes } from 'node:crypto';

/** An id as API Gateway's own are: fifteen characters of Base64 for addresses, and a `=`. */
export const newGatewayId = (): string => `${randomBytes(11).toString('base64url')}=`;
