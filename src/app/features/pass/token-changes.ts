import { listIn } from './claim-value';
import type { Claims } from '../../shared/decoded-token';
import type { HeldTokens } from './held-tokens';

/** What a refresh has changed, in sentences. */
export function tokenChanges(before: HeldTokens, after: HeldTokens): string {
  if (before.id.text === after.id.text && before.access.text === after.access.text) {
    return 'The tokens are the same as before.';
  }
  return [
    'These are new tokens.',
    changedClaims('ID token', before.id.claims, after.id.claims),
    changedClaims('access token', before.access.claims, after.access.claims),
    changedGroups(before.id.claims, after.id.claims),
  ].join(' ');
}

function changedClaims(token: string, before: Claims, after: Claims): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  return `Changed in the ${token}: ${changed.join(', ') || 'nothing but the signature'}.`;
}

function changedGroups(before: Claims, after: Claims): string {
  const [old, now] = [listIn(before['cognito:groups']), listIn(after['cognito:groups'])];
  const added = now.filter((group) => !old.includes(group));
  const removed = old.filter((group) => !now.includes(group));
  if (added.length + removed.length === 0) return 'Your groups are as they were.';
  return [
    ...(added.length > 0 ? [`Groups added: ${added.join(', ')}.`] : []),
    ...(removed.length > 0 ? [`Groups removed: ${removed.join(', ')}.`] : []),
  ].join(' ');
}
