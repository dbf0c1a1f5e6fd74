import { UserPoolEmail } from 'aws-cdk-lib/aws-cognito';
import type { UserPoolProps } from 'aws-cdk-lib/aws-cognito';
import type { DeploymentSettings } from '../settings.ts';

/**
 * Who sends the mails: an address that is verified in SES in the pool's region, or else Cognito itself, 50 mails a day:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html
 * E-mailed codes to sign in with work with either (the CDK's own integration test deploys them without SES), though Amplify's
 * documentation asks for SES; only codes as a second factor, which Presspass has not, cannot do without.
 */
export function mailFrom({ emailFrom }: DeploymentSettings): Pick<UserPoolProps, 'email'> {
  if (emailFrom === undefined) return {};
  return { email: UserPoolEmail.withSES({ fromEmail: emailFrom, fromName: 'Presspass' }) };
}
