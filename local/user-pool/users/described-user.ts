import { attributeList } from './attributes.ts';
import type { User } from './user-store.ts';

/** A date as the AWS JSON protocol writes it: seconds since the epoch, from milliseconds. */
export function inSeconds(milliseconds: number): number {
  return milliseconds / 1000;
}

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
