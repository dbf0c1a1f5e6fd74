import type { DeployedStack } from '../../infra/account/deployed-stacks.ts';

/** A table of stacks, each with its state and what that means. */
export function stackTable(stacks: readonly DeployedStack[]): string {
  const width = Math.max(...stacks.map(({ name }) => name.length));
  return stacks.map((stack) => `  ${stack.name.padEnd(width)}  ${meaningOf(stack)}`).join('\n');
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html has the states. */
function meaningOf({ name, region, state }: DeployedStack): string {
  if (!state) return 'not there';
  const { status } = state;
  if (/^(CREATE|UPDATE|IMPORT)_COMPLETE$/.test(status)) return `${status}: deployed`;
  if (status === 'UPDATE_ROLLBACK_COMPLETE') return `${status}: as it was before`;
  if (/^(ROLLBACK_COMPLETE|ROLLBACK_FAILED|REVIEW_IN_PROGRESS)$/.test(status)) {
    return `${status}: could not be made; the next deployment makes it anew`;
  }
  if (status === 'UPDATE_ROLLBACK_FAILED') {
    return `${status}: stuck; aws cloudformation continue-update-rollback --stack-name ${name} --region ${region}`;
  }
  if (status === 'DELETE_FAILED')
    return `${status}: could not be deleted; the CloudFormation console says why`;
  return isBusy(status) ? `${status}: AWS is working on it` : status;
}

/** Whether somebody is deploying or deleting a stack right now. */
export const isBusy = (status: string): boolean =>
  status.endsWith('_IN_PROGRESS') && status !== 'REVIEW_IN_PROGRESS';
