import { Aws, Stack, Validations } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  ApiDefinition,
  EndpointAccessMode,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  SecurityPolicy,
  SpecRestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { CfnRestApi, MethodDeploymentOptions } from 'aws-cdk-lib/aws-apigateway';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { accessLine } from './access-line.ts';
import type { Contract, Operation } from '../../contract/contract.ts';
import type { DeployedApi } from './deployed-api.ts';
import { keptLog } from './log-keeping.ts';
import type { OperationFunction } from './operation-function.ts';
import type { OperationFunctions } from './operation-functions.ts';
import { restDefinition } from './rest-definition.ts';
import { slowOperations, traffic } from './traffic.ts';
import type { Traffic } from './traffic.ts';
import { referencesTo } from './trusted-pools.ts';
import type { TrustedPools } from './trusted-pools.ts';

/** What a REST API is made from. */
export interface RestGatewayProps {
  contract: Contract;
  pools: TrustedPools;
  functions: OperationFunctions;
  settings: DeploymentSettings;
}

/** A contract as a REST API, at the stage that is the contract's root. */
export class RestGateway extends SpecRestApi {
  readonly deployed: DeployedApi;

  constructor(scope: Construct, id: string, props: RestGatewayProps) {
    const { contract, pools, functions, settings } = props;
    const stageName = contract.root.slice(1);
    super(scope, id, {
      // CloudWatch counts by this name, so it must tell the deployments of an account apart.
      restApiName: `${Stack.of(scope).stackName}-${stageName}`,
      apiDefinition: ApiDefinition.fromInline(
        restDefinition(contract, {
          references: referencesTo(pools),
          integrationUri: (operationId) => integrationUri(functions.of(operationId)),
        }),
      ),
      failOnWarnings: true,
      // CloudFront is in front of it, so it needs no edge of its own.
      endpointTypes: [EndpointType.REGIONAL],
      cloudWatchRole: false,
      deployOptions: {
        stageName,
        accessLogDestination: new LogGroupLogDestination(keptLog(scope, `${id}Log`, settings)),
        accessLogFormat: AccessLogFormat.custom(accessLine.rest),
        tracingEnabled: true,
        ...methodOptions(traffic),
        methodOptions: slowMethods(contract),
      },
    });
    expectModernTls(this);
    explain(this);
    for (const operation of contract.operations) this.#invite(operation, functions);
    this.deployed = {
      path: contract.root,
      host: `${this.restApiId}.execute-api.${Stack.of(scope).region}.${Aws.URL_SUFFIX}`,
    };
  }

  /** Lets this API invoke a function, for its own method only. */
  #invite({ operationId, method, path }: Operation, functions: OperationFunctions): void {
    functions.of(operationId).lambda.addPermission('Invocation', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: this.arnForExecuteApi(method, anyOf(path), this.deploymentStage.stageName),
    });
  }
}

/** A path with any value of its parameters: `/news/*` of `/news/{id}`. */
const anyOf = (path: string): string => path.replace(/\{\w+\}/g, '*');

/**
 * TLS 1.2 with forward secrecy at least, and no request whose TLS was for another name.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html
 */
function expectModernTls(api: SpecRestApi): void {
  const resource = api.node.defaultChild as CfnRestApi;
  resource.securityPolicy = SecurityPolicy.TLS13_1_2_PFS_PQ_2025_09;
  resource.endpointAccessMode = EndpointAccessMode.STRICT;
}

function explain(api: SpecRestApi): void {
  const validations = Validations.of(api);
  validations.acknowledge({
    id: 'AwsSolutions::AwsSolutions-APIG2',
    reason:
      'The functions look at a request, after its caller: no body may turn a 403 into a 400, and a refusal names the field.',
  });
  validations.acknowledge({
    id: 'AwsSolutions::AwsSolutions-APIG3',
    reason: 'The firewall, where there is one, stands before CloudFront.',
  });
  validations.acknowledge({
    id: 'AwsSolutions::AwsSolutions-APIG6',
    reason:
      'Execution logs would hold tokens and bodies. The access log and the functions have a line each.',
  });
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html */
function integrationUri({ lambda }: OperationFunction): string {
  const { region } = Stack.of(lambda);
  return `arn:${Aws.PARTITION}:apigateway:${region}:lambda:path/2015-03-31/functions/${lambda.functionArn}/invocations`;
}

function methodOptions({ rate, burst }: Traffic): MethodDeploymentOptions {
  return {
    throttlingRateLimit: rate,
    throttlingBurstLimit: burst,
    // By method they cost extra; the functions, one for each operation, are counted for nothing.
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
    metricsEnabled: false,
    // The other log, of what passes inside, would hold tokens and bodies.
    loggingLevel: MethodLoggingLevel.OFF,
    dataTraceEnabled: false,
  };
}

/** By `/path/METHOD`, as the stage names methods; what is said of one method is all that holds for it. */
function slowMethods({ operations }: Contract): Record<string, MethodDeploymentOptions> {
  return Object.fromEntries(
    operations.flatMap(({ operationId, method, path }) => {
      const slow = slowOperations[operationId];
      return slow ? [[`${path}/${method}`, methodOptions(slow)]] : [];
    }),
  );
}
