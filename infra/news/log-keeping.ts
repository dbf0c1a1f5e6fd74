import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { removalPolicyIn } from '../removal.ts';
import type { DeploymentSettings } from '../settings.ts';

/**
 * What is logged: a line for each request, by the gateway (`accessLine`) and by the function
 * (`backend/http/request-log.ts`). Never a token, an e-mail address, a body, a query or an IP address. How long it is kept:
 */
const logRetention = {
  development: RetentionDays.TWO_WEEKS,
  production: RetentionDays.THREE_MONTHS,
} as const;

/** A log group that forgets. It has no name of its own: one that is kept after its stack would be in the way of the next. */
export function keptLog(
  scope: Construct,
  id: string,
  settings: Pick<DeploymentSettings, 'environment'>,
): LogGroup {
  return new LogGroup(scope, id, {
    retention: logRetention[settings.environment],
    removalPolicy: removalPolicyIn(settings),
  });
}
