import { describeDates } from '../dates.ts';
import type { PoolSettings } from './pool-settings.ts';
import { schemaAttributes } from './schema-attributes.ts';
import type { Services } from '../services.ts';

/** The account number of AWS's own examples: a stand-in has none. */
const ACCOUNT = '123456789012';

/** Cognito's UserPoolType: what is set, and for all else the defaults that hold here. */
export function describePool(
  { directory, users }: Pick<Services, 'directory' | 'users'>,
  pool: PoolSettings,
): object {
  const isOpen = pool.selfSignUp === 'open';
  return {
    Id: pool.id,
    Name: pool.name,
    Arn: `arn:aws:cognito-idp:${pool.region}:${ACCOUNT}:userpool/${pool.id}`,
    Policies: {
      PasswordPolicy: passwordPolicy,
      SignInPolicy: { AllowedFirstAuthFactors: pool.firstFactors },
    },
    DeletionProtection: 'INACTIVE',
    LambdaConfig: {},
    ...describeDates({ createdAt: directory.createdAt(pool.id) }),
    SchemaAttributes: schemaAttributes(isOpen ? ['email'] : []),
    ...(isOpen ? { AutoVerifiedAttributes: ['email'] } : {}),
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
    UserAttributeUpdateSettings: {
      AttributesRequireVerificationBeforeUpdate: isOpen ? ['email'] : [],
    },
    MfaConfiguration: pool.mfa,
    EstimatedNumberOfUsers: users.count(pool.id),
    EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: !isOpen, UnusedAccountValidityDays: 7 },
    AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email' }] },
    UserPoolTier: 'ESSENTIALS',
  };
}

const passwordPolicy = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  TemporaryPasswordValidityDays: 7,
};
