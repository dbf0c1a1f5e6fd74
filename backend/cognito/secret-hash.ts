import { createHmac } from 'node:crypto';

/**
 * Proves to Cognito that the caller has the app client's secret: Base64(HMAC-SHA256(secret, username + client id)).
 * https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash
 */
export function secretHash(client: { id: string; secret: string }, username: string): string {
  return createHmac('sha256', client.secret)
    .update(username + client.id)
    .digest('base64');
}
