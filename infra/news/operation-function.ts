import { Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { FunctionBundle } from '../functions/function-bundles.ts';
import type { DeploymentSettings } from '../settings.ts';
import { WrongDefinition } from '../wrong-definition.ts';
import { keptLog } from './log-keeping.ts';

/** In MB. Lambda gives processor time by memory, so a cold start costs less time with more than the code needs. */
const memorySize = 512;

/** Longer than user-sign-in waits for Cognito (10 s), shorter than API Gateway waits for a function (29 s). */
const timeout = Duration.seconds(20);

/** The Lambda function of one operation. It may do nothing but write its log, until it is granted something. */
export class OperationFunction extends Construct {
  readonly operationId: string;
  readonly lambda: Function;
  readonly #wanted: readonly string[];
  readonly #given = new Set<string>();

  constructor(scope: Construct, bundle: FunctionBundle, settings: DeploymentSettings) {
    const { operationId } = bundle;
    super(scope, operationId);
    this.operationId = operationId;
    this.#wanted = bundle.variables;
    const logGroup = keptLog(this, 'Log', settings);
    // A role of its own without AWSLambdaBasicExecutionRole, which may write to every log there is.
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    logGroup.grantWrite(role);
    Validations.of(role).acknowledge({
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      reason: 'Traces are sent to X-Ray as such: its actions know no resources.',
    });
    this.lambda = new Function(this, 'Function', {
      description: `Presspass: ${operationId}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundle.folder),
      memorySize,
      timeout,
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
    });
  }

  /** Sets an environment variable. Throws `WrongDefinition` when it has been set before: two places would decide. */
  give(name: string, value: string): void {
    if (this.#given.has(name)) {
      throw new WrongDefinition(`The function ${this.operationId} is given ${name} twice.`);
    }
    this.#given.add(name);
    this.lambda.addEnvironment(name, value);
  }

  /** Lets it do `actions` to `resources` and to nothing else. */
  allow(actions: readonly string[], resources: readonly string[]): void {
    const statement = new PolicyStatement({ actions: [...actions], resources: [...resources] });
    this.lambda.addToRolePolicy(statement);
  }

  /** Throws `WrongDefinition` naming an environment variable that its code cannot do without and that it was not given. */
  expectComplete(): void {
    const missing = this.#wanted.find((name) => !this.#given.has(name));
    if (missing === undefined) return;
    throw new WrongDefinition(
      `The function ${this.operationId} wants ${missing}, and nobody gives it: grant it what ${missing} names.`,
    );
  }
}
