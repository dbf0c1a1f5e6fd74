import { adminAddUserToGroup } from './operations/admin-add-user-to-group.ts';
import { adminConfirmSignUp } from './operations/admin-confirm-sign-up.ts';
import { adminCreateUser } from './operations/admin-create-user.ts';
import { adminDeleteUserAttributes } from './operations/admin-delete-user-attributes.ts';
import { adminDeleteUser } from './operations/admin-delete-user.ts';
import { adminDisableUser } from './operations/admin-disable-user.ts';
import { adminEnableUser } from './operations/admin-enable-user.ts';
import { adminGetUser } from './operations/admin-get-user.ts';
import { adminInitiateAuth } from './operations/admin-initiate-auth.ts';
import { adminListGroupsForUser } from './operations/admin-list-groups-for-user.ts';
import { adminRemoveUserFromGroup } from './operations/admin-remove-user-from-group.ts';
import { adminResetUserPassword } from './operations/admin-reset-user-password.ts';
import { adminRespondToAuthChallenge } from './operations/admin-respond-to-auth-challenge.ts';
import { adminSetUserMfaPreference } from './operations/admin-set-user-mfa-preference.ts';
import { adminSetUserPassword } from './operations/admin-set-user-password.ts';
import { adminUpdateUserAttributes } from './operations/admin-update-user-attributes.ts';
import { adminUserGlobalSignOut } from './operations/admin-user-global-sign-out.ts';
import { associateSoftwareToken } from './operations/associate-software-token.ts';
import { changePassword } from './operations/change-password.ts';
import { completeWebAuthnRegistration } from './operations/complete-web-authn-registration.ts';
import { confirmForgotPassword } from './operations/confirm-forgot-password.ts';
import { confirmSignUp } from './operations/confirm-sign-up.ts';
import { createGroup } from './operations/create-group.ts';
import { createResourceServer } from './operations/create-resource-server.ts';
import { createUserPoolClient } from './operations/create-user-pool-client.ts';
import { deleteGroup } from './operations/delete-group.ts';
import { deleteResourceServer } from './operations/delete-resource-server.ts';
import { deleteUserAttributes } from './operations/delete-user-attributes.ts';
import { deleteUserPoolClient } from './operations/delete-user-pool-client.ts';
import { deleteUser } from './operations/delete-user.ts';
import { deleteWebAuthnCredential } from './operations/delete-web-authn-credential.ts';
import { describeResourceServer } from './operations/describe-resource-server.ts';
import { describeUserPoolClient } from './operations/describe-user-pool-client.ts';
import { describeUserPool } from './operations/describe-user-pool.ts';
import { forgotPassword } from './operations/forgot-password.ts';
import { getGroup } from './operations/get-group.ts';
import { getTokensFromRefreshToken } from './operations/get-tokens-from-refresh-token.ts';
import { getUserAttributeVerificationCode } from './operations/get-user-attribute-verification-code.ts';
import { getUserAuthFactors } from './operations/get-user-auth-factors.ts';
import { getUserPoolMfaConfig } from './operations/get-user-pool-mfa-config.ts';
import { getUser } from './operations/get-user.ts';
import { globalSignOut } from './operations/global-sign-out.ts';
import { initiateAuth } from './operations/initiate-auth.ts';
import { listGroups } from './operations/list-groups.ts';
import { listResourceServers } from './operations/list-resource-servers.ts';
import { listUserPoolClients } from './operations/list-user-pool-clients.ts';
import { listUserPools } from './operations/list-user-pools.ts';
import { listUsersInGroup } from './operations/list-users-in-group.ts';
import { listUsers } from './operations/list-users.ts';
import { listWebAuthnCredentials } from './operations/list-web-authn-credentials.ts';
import { resendConfirmationCode } from './operations/resend-confirmation-code.ts';
import { respondToAuthChallenge } from './operations/respond-to-auth-challenge.ts';
import { revokeToken } from './operations/revoke-token.ts';
import { setUserMfaPreference } from './operations/set-user-mfa-preference.ts';
import { setUserPoolMfaConfig } from './operations/set-user-pool-mfa-config.ts';
import { signUp } from './operations/sign-up.ts';
import { startWebAuthnRegistration } from './operations/start-web-authn-registration.ts';
import { updateGroup } from './operations/update-group.ts';
import { updateResourceServer } from './operations/update-resource-server.ts';
import { updateUserAttributes } from './operations/update-user-attributes.ts';
import { updateUserPoolClient } from './operations/update-user-pool-client.ts';
import { verifySoftwareToken } from './operations/verify-software-token.ts';
import { verifyUserAttribute } from './operations/verify-user-attribute.ts';
import type { RateCategory } from './limits/rate-limits.ts';
import type { Operation } from './services.ts';
import { whole } from './transaction.ts';

/** An operation of the user pools, and what is asked of its caller. */
export interface RegisteredOperation {
  readonly run: Operation;
  /**
   * `app`: the app itself calls it, some with a token in the body. `aws`: it takes AWS credentials and administers a pool (AWS:
   * "Understanding API, OIDC, and managed login pages authentication").
   */
  readonly access: 'app' | 'aws';
  /** What its requests count to (AWS: "Quotas in Amazon Cognito", category_operations). */
  readonly rate: RateCategory;
}

/**
 * Every operation that is emulated, by Cognito's name for it. A `whole` one waits for nothing and is one transaction; the others first
 * wait, for the proof of a token for instance, and have a transaction of their own.
 */
const registry: Readonly<Record<string, RegisteredOperation>> = {
  AdminAddUserToGroup: { run: whole(adminAddUserToGroup), access: 'aws', rate: 'UserUpdate' },
  AdminConfirmSignUp: { run: whole(adminConfirmSignUp), access: 'aws', rate: 'UserCreation' },
  AdminCreateUser: { run: whole(adminCreateUser), access: 'aws', rate: 'UserCreation' },
  AdminDeleteUser: { run: whole(adminDeleteUser), access: 'aws', rate: 'UserUpdate' },
  AdminDeleteUserAttributes: {
    run: whole(adminDeleteUserAttributes),
    access: 'aws',
    rate: 'UserUpdate',
  },
  AdminDisableUser: { run: whole(adminDisableUser), access: 'aws', rate: 'UserUpdate' },
  AdminEnableUser: { run: whole(adminEnableUser), access: 'aws', rate: 'UserUpdate' },
  AdminGetUser: { run: whole(adminGetUser), access: 'aws', rate: 'UserRead' },
  AdminInitiateAuth: { run: adminInitiateAuth, access: 'aws', rate: 'UserAuthentication' },
  AdminListGroupsForUser: {
    run: whole(adminListGroupsForUser),
    access: 'aws',
    rate: 'UserResourceRead',
  },
  AdminRemoveUserFromGroup: {
    run: whole(adminRemoveUserFromGroup),
    access: 'aws',
    rate: 'UserUpdate',
  },
  AdminResetUserPassword: {
    run: whole(adminResetUserPassword),
    access: 'aws',
    rate: 'UserAccountRecovery',
  },
  AdminRespondToAuthChallenge: {
    run: adminRespondToAuthChallenge,
    access: 'aws',
    rate: 'ChallengeResponse',
  },
  AdminSetUserMFAPreference: {
    run: whole(adminSetUserMfaPreference),
    access: 'aws',
    rate: 'UserResourceUpdate',
  },
  AdminSetUserPassword: {
    run: whole(adminSetUserPassword),
    access: 'aws',
    rate: 'UserAccountRecovery',
  },
  AdminUpdateUserAttributes: {
    run: whole(adminUpdateUserAttributes),
    access: 'aws',
    rate: 'UserUpdate',
  },
  AdminUserGlobalSignOut: {
    run: whole(adminUserGlobalSignOut),
    access: 'aws',
    rate: 'UserResourceUpdate',
  },
  AssociateSoftwareToken: {
    run: associateSoftwareToken,
    access: 'app',
    rate: 'UserResourceUpdate',
  },
  ChangePassword: { run: changePassword, access: 'app', rate: 'UserAccountRecovery' },
  CompleteWebAuthnRegistration: {
    run: completeWebAuthnRegistration,
    access: 'app',
    rate: 'UserResourceUpdate',
  },
  ConfirmForgotPassword: {
    run: whole(confirmForgotPassword),
    access: 'app',
    rate: 'UserAccountRecovery',
  },
  ConfirmSignUp: { run: whole(confirmSignUp), access: 'app', rate: 'UserCreation' },
  CreateGroup: { run: whole(createGroup), access: 'aws', rate: 'UserPoolResourceUpdate' },
  CreateResourceServer: {
    run: whole(createResourceServer),
    access: 'aws',
    rate: 'UserPoolResourceUpdate',
  },
  CreateUserPoolClient: {
    run: whole(createUserPoolClient),
    access: 'aws',
    rate: 'UserPoolClientUpdate',
  },
  DeleteGroup: { run: whole(deleteGroup), access: 'aws', rate: 'UserPoolResourceUpdate' },
  DeleteResourceServer: {
    run: whole(deleteResourceServer),
    access: 'aws',
    rate: 'UserPoolResourceUpdate',
  },
  DeleteUser: { run: deleteUser, access: 'app', rate: 'UserUpdate' },
  DeleteUserAttributes: { run: deleteUserAttributes, access: 'app', rate: 'UserUpdate' },
  DeleteUserPoolClient: {
    run: whole(deleteUserPoolClient),
    access: 'aws',
    rate: 'UserPoolClientUpdate',
  },
  DeleteWebAuthnCredential: {
    run: deleteWebAuthnCredential,
    access: 'app',
    rate: 'UserResourceUpdate',
  },
  DescribeResourceServer: {
    run: whole(describeResourceServer),
    access: 'aws',
    rate: 'UserPoolResourceRead',
  },
  DescribeUserPool: { run: whole(describeUserPool), access: 'aws', rate: 'UserPoolRead' },
  DescribeUserPoolClient: {
    run: whole(describeUserPoolClient),
    access: 'aws',
    rate: 'UserPoolClientRead',
  },
  ForgotPassword: { run: whole(forgotPassword), access: 'app', rate: 'UserAccountRecovery' },
  GetGroup: { run: whole(getGroup), access: 'aws', rate: 'UserPoolResourceRead' },
  GetTokensFromRefreshToken: { run: getTokensFromRefreshToken, access: 'app', rate: 'UserToken' },
  GetUser: { run: getUser, access: 'app', rate: 'UserRead' },
  GetUserAttributeVerificationCode: {
    run: getUserAttributeVerificationCode,
    access: 'app',
    rate: 'UserResourceRead',
  },
  GetUserAuthFactors: { run: getUserAuthFactors, access: 'app', rate: 'UserResourceRead' },
  GetUserPoolMfaConfig: {
    run: whole(getUserPoolMfaConfig),
    access: 'aws',
    rate: 'UserPoolResourceRead',
  },
  GlobalSignOut: { run: globalSignOut, access: 'app', rate: 'UserResourceUpdate' },
  InitiateAuth: { run: initiateAuth, access: 'app', rate: 'UserAuthentication' },
  ListGroups: { run: whole(listGroups), access: 'aws', rate: 'UserPoolResourceRead' },
  ListResourceServers: {
    run: whole(listResourceServers),
    access: 'aws',
    rate: 'UserPoolResourceRead',
  },
  ListUserPoolClients: {
    run: whole(listUserPoolClients),
    access: 'aws',
    rate: 'UserPoolClientRead',
  },
  ListUserPools: { run: whole(listUserPools), access: 'aws', rate: 'UserPoolRead' },
  ListUsers: { run: whole(listUsers), access: 'aws', rate: 'UserList' },
  ListUsersInGroup: { run: whole(listUsersInGroup), access: 'aws', rate: 'UserList' },
  ListWebAuthnCredentials: {
    run: listWebAuthnCredentials,
    access: 'app',
    rate: 'UserResourceRead',
  },
  ResendConfirmationCode: {
    run: whole(resendConfirmationCode),
    access: 'app',
    rate: 'UserResourceRead',
  },
  RespondToAuthChallenge: { run: respondToAuthChallenge, access: 'app', rate: 'ChallengeResponse' },
  RevokeToken: { run: whole(revokeToken), access: 'app', rate: 'UserToken' },
  SetUserMFAPreference: { run: setUserMfaPreference, access: 'app', rate: 'UserResourceUpdate' },
  SetUserPoolMfaConfig: {
    run: whole(setUserPoolMfaConfig),
    access: 'aws',
    rate: 'UserPoolResourceUpdate',
  },
  SignUp: { run: whole(signUp), access: 'app', rate: 'UserCreation' },
  StartWebAuthnRegistration: {
    run: startWebAuthnRegistration,
    access: 'app',
    rate: 'UserResourceUpdate',
  },
  UpdateGroup: { run: whole(updateGroup), access: 'aws', rate: 'UserPoolResourceUpdate' },
  UpdateResourceServer: {
    run: whole(updateResourceServer),
    access: 'aws',
    rate: 'UserPoolResourceUpdate',
  },
  UpdateUserAttributes: { run: updateUserAttributes, access: 'app', rate: 'UserUpdate' },
  UpdateUserPoolClient: {
    run: whole(updateUserPoolClient),
    access: 'aws',
    rate: 'UserPoolClientUpdate',
  },
  VerifySoftwareToken: { run: verifySoftwareToken, access: 'app', rate: 'UserResourceUpdate' },
  VerifyUserAttribute: { run: verifyUserAttribute, access: 'app', rate: 'UserUpdate' },
};

export const operations: ReadonlyMap<string, RegisteredOperation> = new Map(
  Object.entries(registry),
);
