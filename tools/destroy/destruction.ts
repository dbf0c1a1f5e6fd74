import type { StackResource, StackState } from '../../infra/account/aws-account.ts';
import { deploymentName } from '../../infra/stack-name.ts';
import type { DeployOptions } from '../deploy/options.ts';
import { sameCommand } from '../deploy/options.ts';
import type { Readiness } from '../deploy/readiness.ts';
import { isBusy, stackTable } from '../deploy/stack-words.ts';
import { StartUpProblem } from '../processes/start-up-problem.ts';

/** What a destruction needs besides AWS. */
export interface DestructionParts {
  options: DeployOptions;
  ready: Readiness;
  /** What the person at the terminal types. */
  typed: (question: string) => Promise<string>;
}

/** What holds something that cannot be made again. */
const kinds: Readonly<Record<string, string | undefined>> = {
  'AWS::Cognito::UserPool': 'user pool',
  'AWS::DynamoDB::GlobalTable': 'table',
  'AWS::DynamoDB::Table': 'table',
  'AWS::Logs::LogGroup': 'logs',
  'AWS::S3::Bucket': 'bucket',
  'AWS::SecretsManager::Secret': 'secret',
};

/** Says what goes and what stays, has it confirmed, and deletes the stacks. Resolves to the exit code. */
export async function destroy({ options, ready, typed }: DestructionParts): Promise<number> {
  const { account, accountId, settings, stacks } = ready;
  // What uses something goes before it.
  const doomed = stacks.flatMap(({ state }) => state ?? []).reverse();
  if (doomed.length === 0) {
    console.log(
      `There is no Presspass (${settings.environment}) in account ${accountId}, ${settings.region}.`,
    );
    return 0;
  }
  console.log(`In account ${accountId}:\n${stackTable(stacks.filter(({ state }) => state))}\n`);
  expectFree(doomed, options);
  const resources = await Promise.all(doomed.map((stack) => account.resources(stack)));
  console.log(fateOf(resources.flat()));
  const name = deploymentName(settings);
  if ((await typed(`\nType ${name} to delete it: `)) !== name) {
    console.log('Nothing was deleted.');
    return 1;
  }
  for (const stack of doomed) await deleteStack(stack, ready, options);
  console.log('It is gone.');
  return 0;
}

function expectFree(stacks: readonly StackState[], options: DeployOptions): void {
  if (stacks.some(({ status }) => isBusy(status))) {
    throw new StartUpProblem(
      'AWS is working on it. Wait until that has ended, then run this again.',
    );
  }
  const guarded = stacks.filter(({ isProtected }) => isProtected);
  if (guarded.length === 0) return;
  const commands = guarded.map(
    ({ name, region }) =>
      `  aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${name} --region ${region}`,
  );
  throw new StartUpProblem(
    `Nothing was deleted: these stacks are protected. Whoever means it takes the protection away first:\n${commands.join('\n')}\nThen: ${sameCommand('destroy', options)}`,
  );
}

function fateOf(resources: readonly StackResource[]): string {
  const precious = resources.filter(({ type }) => kinds[type] !== undefined);
  const list = (title: string, some: readonly StackResource[]): string[] =>
    some.length === 0
      ? []
      : [title, ...some.map(({ type, name }) => `  ${(kinds[type] ?? '').padEnd(9)}  ${name}`)];
  const goes = precious.filter(({ isRetained }) => !isRetained);
  const stays = precious.filter(({ isRetained }) => isRetained);
  return [
    ...list('This goes, with all that is in it, and cannot be brought back:', goes),
    ...list('This stays, and goes on costing, until somebody deletes it by hand:', stays),
    `And ${resources.length - precious.length} other resources, which npm run deploy makes again.`,
  ].join('\n');
}

async function deleteStack(
  stack: StackState,
  { account }: Readiness,
  options: DeployOptions,
): Promise<void> {
  console.log(`Deleting ${stack.name} …`);
  try {
    await account.delete(stack);
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    throw new StartUpProblem(
      `${stack.name} could not be deleted: ${reason}\n` +
        `The CloudFormation console (${stack.region}) says which resource stays and why. Mend it and run this again: ${sameCommand('destroy', options)}`,
    );
  }
}
