import type { PasswordPolicy, UserPoolProps } from 'aws-cdk-lib/aws-cognito';
import { passwordPolicy } from '../../contract/identities.ts';
import { removalPolicyIn } from '../removal.ts';
import type { DeploymentSettings } from '../settings.ts';

/** The contract's password policy, in the CDK's words. */
export const passwordRules: PasswordPolicy = {
  minLength: passwordPolicy.minimumLength,
  requireLowercase: passwordPolicy.requireLowercase,
  requireUppercase: passwordPolicy.requireUppercase,
  requireDigits: passwordPolicy.requireNumbers,
  requireSymbols: passwordPolicy.requireSymbols,
};

/** In production a pool outlives its stack, and nobody deletes it by a slip. */
export function protection(
  settings: DeploymentSettings,
): Pick<UserPoolProps, 'deletionProtection' | 'removalPolicy'> {
  return {
    deletionProtection: settings.environment === 'production',
    removalPolicy: removalPolicyIn(settings),
  };
}
