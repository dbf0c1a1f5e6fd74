import { Stack } from 'aws-cdk-lib';
import {
  AccessLevel,
  AllowedMethods,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { BehaviorOptions, IOrigin } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { DeployedApi } from '../news/deployed-api.ts';
import type { Behaviour } from '../web/behaviours.ts';
import { viewerRequest } from '../web/viewer-request.ts';
import { apiCachePolicy, fileCachePolicy } from './cache-policies.ts';
import { policyOf } from './security-headers.ts';

/** What behaviours lead to. */
export interface CacheBehaviorsProps {
  region: string;
  /** Where the app's files are. */
  files: Bucket;
  apis: readonly DeployedApi[];
  /** Sent with every answer; names in lower case. */
  headers: Readonly<Record<string, string>>;
}

/** The behaviours of the app's origin in CloudFront's words, with what they share. */
export class CacheBehaviors extends Construct {
  readonly #props: CacheBehaviorsProps;
  readonly #files: BehaviorOptions;
  readonly #api: Omit<BehaviorOptions, 'origin'>;
  readonly #apiOrigins = new Map<string, IOrigin>();
  readonly #headersPolicies = new Map<string | undefined, ResponseHeadersPolicy>();

  constructor(scope: Construct, id: string, props: CacheBehaviorsProps) {
    super(scope, id);
    this.#props = props;
    this.#files = {
      origin: S3BucketOrigin.withOriginAccessControl(props.files, {
        // Who may list is told of a missing file that it is missing (404), not forbidden (403).
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      }),
      cachePolicy: fileCachePolicy(this, this.#name('files')),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      functionAssociations: [
        { function: this.#viewerRequest(), eventType: FunctionEventType.VIEWER_REQUEST },
      ],
    };
    this.#api = {
      cachePolicy: apiCachePolicy(this, this.#name('apis')),
      // Not the host, by which API Gateway tells its APIs apart.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      // A redirect would come after a token has travelled in the clear.
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    };
  }

  /** CloudFront's words for a behaviour. */
  optionsOf({ origin, link }: Behaviour): BehaviorOptions {
    return {
      ...(origin === 'files' ? this.#files : { ...this.#api, origin: this.#apiOrigin(origin) }),
      compress: true,
      responseHeadersPolicy: this.#headersPolicy(link),
    };
  }

  #viewerRequest(): EdgeFunction {
    return new EdgeFunction(this, 'ViewerRequest', {
      functionName: this.#name('viewer-request'),
      comment: 'Presspass: which file answers an address of the app',
      code: FunctionCode.fromInline(viewerRequest),
      runtime: FunctionRuntime.JS_2_0,
    });
  }

  /**
   * One for each host: both APIs of an HTTP API have the same. A path arrives as it is, so that its first part is the stage's name;
   * an origin path would be put before it.
   */
  #apiOrigin(path: string): IOrigin {
    const host = this.#props.apis.find((api) => api.path === path)?.host;
    if (host === undefined) throw new RangeError(`There is no API at ${path}.`);
    const origin = this.#apiOrigins.get(host) ?? new HttpOrigin(host);
    this.#apiOrigins.set(host, origin);
    return origin;
  }

  #headersPolicy(link: string | undefined): ResponseHeadersPolicy {
    const name = link === undefined ? 'headers' : 'headers-with-link';
    const policy =
      this.#headersPolicies.get(link) ??
      new ResponseHeadersPolicy(this, name, {
        responseHeadersPolicyName: this.#name(name),
        ...policyOf({ ...this.#props.headers, ...(link !== undefined && { link }) }),
      });
    this.#headersPolicies.set(link, policy);
    return policy;
  }

  /** Names are an account's in CloudFront, those of stacks a region's. */
  #name(part: string): string {
    return `${Stack.of(this).stackName}-${this.#props.region}-${part}`;
  }
}
