import { attributeList } from './attributes.ts';
import { inSeconds } from '../dates.ts';
import type { User } from './user-store.ts';

/** Cognito's UserType; with `wanted`, only those attributes. */
export function describeUser(user: User, wanted?: readonly string[]): object {
  const attributes = attributeList(user);
  return {
    Attributes: wanted ? attributes.filter(({ Name }) => wanted.includes(Name)) : attributes,
    ...describeAccount(user),
  };
}

/** A user without attributes. */
export function describeAccount(user: User): object {
  return {
    Username: user.sub,
    UserCreateDate: inSeconds(user.createdAt),
    UserLastModifiedDate: inSeconds(user.modifiedAt),
    Enabled: user.isEnabled,
    UserStatus: user.status,
  };
}
