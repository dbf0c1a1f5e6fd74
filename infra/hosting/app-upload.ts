import { RemovalPolicy, Stack, Token, Validations } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { ISource } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { cacheControl } from '../web/cache-rules.ts';
import { contentType } from '../web/content-types.ts';
import { configurationPath } from '../web/origin-paths.ts';
import type { FileGroup } from './built-app.ts';
import { builtFileGroups } from './built-app.ts';

/** What is uploaded, and where to. */
export interface AppUploadProps {
  bucket: Bucket;
  /** The build. */
  folder: string;
  /** The content of `/amplify_outputs.json`. */
  configuration: object;
}

/**
 * Puts a build into the bucket when its stack is deployed: an upload for each kind of file, with the caching and the type that
 * `npm run preview` sends. Nothing is deleted, so that a tab which is open goes on finding its scripts. Nothing is invalidated either:
 * what has a fixed name is asked for anew each time.
 */
export class AppUpload extends Construct {
  readonly #bucket: Bucket;
  readonly #logGroup: LogGroup;
  #uploads = 0;

  constructor(scope: Construct, id: string, { bucket, folder, configuration }: AppUploadProps) {
    super(scope, id);
    this.#bucket = bucket;
    this.#logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const asset = Source.asset(folder);
    const groups = builtFileGroups(folder);
    const first = [
      ...groups.filter((group) => !isOfDocuments(group)).map((group) => this.#add(group, asset)),
      this.#addConfiguration(configuration),
    ];
    // Documents name files, and ask for the configuration: they come when those are there.
    for (const group of groups.filter(isOfDocuments)) {
      this.#add(group, asset).node.addDependency(...first);
    }
  }

  #addConfiguration(configuration: object): BucketDeployment {
    const name = configurationPath.slice(1);
    const group = {
      cacheControl: cacheControl(configurationPath),
      contentType: contentType(name),
      paths: [name],
    };
    return this.#add(group, Source.jsonData(name, configuration));
  }

  #add(group: FileGroup, source: ISource): BucketDeployment {
    const upload = new BucketDeployment(this, idOf(group), {
      sources: [source],
      destinationBucket: this.#bucket,
      exclude: ['*'],
      include: group.paths,
      prune: false,
      cacheControl: [CacheControl.fromString(group.cacheControl)],
      contentType: group.contentType,
      logGroup: this.#logGroup,
      outputObjectKeys: false,
    });
    this.#uploads += 1;
    if (this.#uploads === 1) explainFindings(upload.handlerRole, this.#bucket);
    // All share the function of the first; the layer for another function would be 22 MB that nobody uses.
    else upload.node.tryRemoveChild('AwsCliLayer');
    return upload;
  }
}

function isOfDocuments({ contentType: type }: FileGroup): boolean {
  return type.startsWith('text/html');
}

/** `immutable-text-javascript`, `current-text-html`, … */
function idOf({ cacheControl: caching, contentType: type }: FileGroup): string {
  const [kind = type] = type.split(';');
  return `${caching.includes('immutable') ? 'immutable' : 'current'}-${kind.replaceAll('/', '-')}`;
}

/** The policies are the CDK's own: reading assets, and writing to this bucket alone. */
function explainFindings(role: IRole, bucket: Bucket): void {
  const stack = Stack.of(bucket);
  const { account, region, synthesizer } = stack;
  const owner = Token.isUnresolved(account) ? '<AWS::AccountId>' : account;
  const assets = `cdk-${synthesizer.bootstrapQualifier}-assets-${owner}-${region}`;
  const files = stack.getLogicalId(bucket.node.defaultChild as CfnBucket);
  const actions = ['GetBucket', 'GetObject', 'List', 'Abort', 'DeleteObject'];
  const findings = [
    'L1',
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    ...actions.map((action) => `IAM5[Action::s3:${action}*]`),
    `IAM5[Resource::arn:aws:s3:::${assets}/*]`,
    `IAM5[Resource::<${files}.Arn>/*]`,
  ];
  const { scope = role } = role.node;
  Validations.of(scope).acknowledge(
    ...findings.map((finding) => ({
      id: `AwsSolutions::AwsSolutions-${finding}`,
      reason:
        'The CDK writes the function that uploads, chooses its runtime and grants it assets to read and this bucket to write.',
    })),
  );
}
