import { Validations } from 'aws-cdk-lib';
import {
  CfnUserPoolRiskConfigurationAttachment,
  FeaturePlan,
  StandardThreatProtectionMode,
} from 'aws-cdk-lib/aws-cognito';
import type { UserPool, UserPoolProps } from 'aws-cdk-lib/aws-cognito';
import type { DeploymentSettings } from '../settings.ts';

/**
 * Passkeys, e-mailed codes and managed login want the plan Essentials, threat protection wants Plus:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html
 */
export function planOf({
  plan,
}: DeploymentSettings): Pick<UserPoolProps, 'featurePlan' | 'standardThreatProtectionMode'> {
  if (plan === 'essentials') return { featurePlan: FeaturePlan.ESSENTIALS };
  return {
    featurePlan: FeaturePlan.PLUS,
    standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
  };
}

/**
 * Says what Cognito does about a risk, where the plan lets it see one. Passwords that have leaked are refused when they are
 * chosen; in a sign-in with SRP Cognito never sees the password:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-compromised-credentials.html
 */
export function watchRisks(pool: UserPool, { plan }: DeploymentSettings): void {
  if (plan === 'essentials') {
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions::AwsSolutions-COG8',
      reason: 'Plus costs more for each reader. Whoever wants threat protection says -c plan=plus.',
    });
    return;
  }
  const answer = (eventAction: string): { eventAction: string; notify: false } => ({
    eventAction,
    notify: false,
  });
  new CfnUserPoolRiskConfigurationAttachment(pool, 'Risks', {
    userPoolId: pool.userPoolId,
    clientId: 'ALL',
    compromisedCredentialsRiskConfiguration: { actions: { eventAction: 'BLOCK' } },
    accountTakeoverRiskConfiguration: {
      actions: {
        mediumAction: answer('MFA_IF_CONFIGURED'),
        // Who has no second factor is kept out.
        highAction: answer('MFA_REQUIRED'),
      },
    },
  });
}
