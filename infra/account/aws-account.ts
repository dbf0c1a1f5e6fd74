import {
  CloudFormationClient,
  DeleteStackCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  paginateListStackResources,
  waitUntilStackDeleteComplete,
} from '@aws-sdk/client-cloudformation';
import type { Stack } from '@aws-sdk/client-cloudformation';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

/** A stack as CloudFormation knows it. */
export interface StackState {
  name: string;
  region: string;
  /** `CREATE_COMPLETE`, …: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html */
  status: string;
  /** AWS's words for why it is so, where it has some. */
  reason: string | undefined;
  outputs: Readonly<Record<string, string>>;
  isProtected: boolean;
}

/** Something that a stack consists of. */
export interface StackResource {
  /** `AWS::DynamoDB::Table` */
  type: string;
  /** The name or the id that AWS knows it by. */
  name: string;
  /** Whether it stays when its stack goes (DeletionPolicy). */
  isRetained: boolean;
}

/** How long CloudFormation may take to delete a stack, in seconds; CloudFront's distributions take longest. */
const longestDeletion = 3600;

/** An AWS account, by the credentials of a profile or of the environment. What AWS refuses is thrown as the SDK's error. */
export class AwsAccount {
  /** As it was said; undefined where the environment names it, or nobody. */
  readonly profile: string | undefined;
  readonly #profile: { profile?: string };

  constructor(profile: string | undefined) {
    this.profile = profile;
    this.#profile = profile === undefined ? {} : { profile };
  }

  /** The region that the environment or the profile names. */
  async region(): Promise<string | undefined> {
    try {
      return await new STSClient(this.#profile).config.region();
    } catch {
      // The SDK's way to say that nobody has named one.
      return undefined;
    }
  }

  /** The account's twelve digits, and whose credentials these are. */
  async identity(region: string): Promise<{ account: string; arn: string }> {
    const client = new STSClient({ ...this.#profile, region });
    const { Account = '', Arn = '' } = await client.send(new GetCallerIdentityCommand({}));
    return { account: Account, arn: Arn };
  }

  /**
   * The version of the CDK's bootstrap in a region; undefined where there is none.
   * https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
   */
  async bootstrapVersion(region: string): Promise<number | undefined> {
    const client = new SSMClient({ ...this.#profile, region });
    try {
      const { Parameter } = await client.send(
        new GetParameterCommand({ Name: '/cdk-bootstrap/hnb659fds/version' }),
      );
      return Number(Parameter?.Value);
    } catch (failure) {
      if (failure instanceof Error && failure.name === 'ParameterNotFound') return undefined;
      throw failure;
    }
  }

  /** A stack, or undefined when there is none of this name. */
  async stack(StackName: string, region: string): Promise<StackState | undefined> {
    try {
      const { Stacks = [] } = await this.#cloudFormation(region).send(
        new DescribeStacksCommand({ StackName }),
      );
      return Stacks[0] && stateOf(Stacks[0], region);
    } catch (failure) {
      // CloudFormation has no error of its own for it.
      if (failure instanceof Error && failure.message.includes('does not exist')) return undefined;
      throw failure;
    }
  }

  /** What a stack consists of, with what becomes of it when the stack goes. */
  async resources({ name: StackName, region }: StackState): Promise<StackResource[]> {
    const client = this.#cloudFormation(region);
    const { TemplateBody = '{}' } = await client.send(new GetTemplateCommand({ StackName }));
    const template = JSON.parse(TemplateBody) as {
      Resources?: Record<string, { DeletionPolicy?: string } | undefined>;
    };
    const resources: StackResource[] = [];
    for await (const page of paginateListStackResources({ client }, { StackName })) {
      for (const resource of page.StackResourceSummaries ?? []) {
        const logicalId = resource.LogicalResourceId ?? '';
        resources.push({
          type: resource.ResourceType ?? '',
          name: resource.PhysicalResourceId ?? logicalId,
          isRetained: (template.Resources?.[logicalId]?.DeletionPolicy ?? '').startsWith('Retain'),
        });
      }
    }
    return resources;
  }

  /** Deletes a stack and waits until it is gone. Throws when it stays. */
  async delete({ name: StackName, region }: StackState): Promise<void> {
    const client = this.#cloudFormation(region);
    await client.send(new DeleteStackCommand({ StackName }));
    const patience = { maxWaitTime: longestDeletion, minDelay: 5, maxDelay: 15 };
    try {
      await waitUntilStackDeleteComplete({ client, ...patience }, { StackName });
    } catch {
      // What the waiter throws has no words; the stack that is left has.
      const left = await this.stack(StackName, region);
      if (left) throw new Error(left.reason ?? left.status);
    }
  }

  #cloudFormation(region: string): CloudFormationClient {
    return new CloudFormationClient({ ...this.#profile, region });
  }
}

function stateOf(stack: Stack, region: string): StackState {
  const { StackName = '', StackStatus = '', StackStatusReason, Outputs = [] } = stack;
  const outputs = Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]);
  return {
    name: StackName,
    region,
    status: StackStatus,
    reason: StackStatusReason,
    outputs: Object.fromEntries(outputs) as Record<string, string>,
    isProtected: stack.EnableTerminationProtection === true,
  };
}
