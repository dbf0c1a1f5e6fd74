import { Aws, Duration, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import type { CfnStage, IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Construct } from 'constructs';
import { allowedHeaders, exposedHeaders, preflightSeconds } from '../../contract/cross-origin.ts';
import type { DeploymentSettings } from '../settings.ts';
import { WrongDefinition } from '../wrong-definition.ts';
import { accessLine } from './access-line.ts';
import { isPublic } from './contract-checks.ts';
import type { Contract, Operation, SecurityScheme } from '../../contract/contract.ts';
import type { DeployedApi } from './deployed-api.ts';
import { keptLog } from './log-keeping.ts';
import type { OperationFunctions } from './operation-functions.ts';
import { allReferred, referred } from './references.ts';
import { slowOperations, traffic } from './traffic.ts';
import type { TrustedPool, TrustedPools } from './trusted-pools.ts';

/** What the HTTP API is made from. */
export interface HttpGatewayProps {
  contracts: readonly Contract[];
  pools: TrustedPools;
  functions: OperationFunctions;
  settings: DeploymentSettings;
}

/**
 * A JWT authorizer has one issuer. Of the two pools whose tokens this scheme takes it is the services' where there are machines:
 * docs/decisions/0010.
 */
const issuers: Readonly<Record<string, string>> = { publishers: '${ServicesPoolArn}' };

/**
 * All contracts as one HTTP API, each below its root. Resources instead of an imported definition: a JWT authorizer is written
 * otherwise than the contracts' own, and nothing else of them would be imported.
 */
export class HttpGateway extends HttpApi {
  readonly deployed: readonly DeployedApi[];

  constructor(scope: Construct, id: string, { contracts, ...props }: HttpGatewayProps) {
    const stack = Stack.of(scope);
    super(scope, id, {
      apiName: stack.stackName,
      createDefaultStage: false,
      corsPreflight: {
        allowOrigins: ['*'],
        allowMethods: [...methodsOf(contracts), CorsHttpMethod.OPTIONS],
        allowHeaders: [...allowedHeaders],
        exposeHeaders: [...exposedHeaders.http],
        maxAge: Duration.seconds(preflightSeconds),
      },
    });
    const routes = contracts.flatMap((contract) => this.#routes(contract, props));
    const stage = this.#stage(contracts, props.settings);
    // Its settings name routes.
    stage.node.addDependency(...routes);
    const host = `${this.apiId}.execute-api.${stack.region}.${Aws.URL_SUFFIX}`;
    this.deployed = contracts.map(({ root }) => ({ path: root, host }));
  }

  #routes(contract: Contract, props: Omit<HttpGatewayProps, 'contracts'>): HttpRoute[] {
    const authorizers = Object.entries(contract.securitySchemes).map(
      ([name, scheme]) => [name, authorizer(name, scheme, props.pools)] as const,
    );
    return contract.operations.map((operation) => {
      const { operationId, method } = operation;
      const { lambda } = props.functions.of(operationId);
      const route = new HttpRoute(this, operationId, {
        httpApi: this,
        routeKey: HttpRouteKey.with(contract.root + operation.path, HttpMethod[method]),
        // Payload format 2.0, which the handlers read as well as a REST API's.
        integration: new HttpLambdaIntegration('Integration', lambda),
        ...lockOf(operation, new Map(authorizers)),
      });
      if (isPublic(operationId)) explainPublic(route);
      return route;
    });
  }

  #stage(contracts: readonly Contract[], settings: DeploymentSettings): HttpStage {
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: traffic.rate, burstLimit: traffic.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(keptLog(this, 'Log', settings)),
        format: AccessLogFormat.custom(accessLine.http),
      },
    });
    (stage.node.defaultChild as CfnStage).routeSettings = slowRoutes(contracts);
    return stage;
  }
}

const methodsOf = (contracts: readonly Contract[]): CorsHttpMethod[] => [
  ...new Set(
    contracts.flatMap(({ operations }) => operations.map(({ method }) => CorsHttpMethod[method])),
  ),
];

function authorizer(
  name: string,
  scheme: SecurityScheme,
  pools: TrustedPools,
): HttpUserPoolAuthorizer {
  const { pool, clients } = issuer(name, scheme, pools);
  return new HttpUserPoolAuthorizer(name, pool, { userPoolClients: [...clients] });
}

function issuer(name: string, scheme: SecurityScheme, pools: TrustedPools): TrustedPool {
  const { providerARNs } = scheme['x-amazon-apigateway-authorizer'];
  const [only, ...others] = allReferred(providerARNs, pools);
  const chosen = others.length > 0 ? referred(issuers[name] ?? name, pools) : only;
  if (chosen) return chosen;
  throw new WrongDefinition(`The security scheme ${name} has no user pool in this deployment.`);
}

/** A route without scopes takes an access token as well as an ID token: a JWT authorizer does not look at `token_use`. */
function lockOf(
  { security = [] }: Operation,
  authorizers: ReadonlyMap<string, IHttpRouteAuthorizer>,
): { authorizer: IHttpRouteAuthorizer; authorizationScopes?: string[] } {
  const [entry] = Object.entries(security[0] ?? {});
  const [scheme, scopes] = entry ?? ['', []];
  const responsible = authorizers.get(scheme);
  if (!responsible) return { authorizer: new HttpNoneAuthorizer() };
  return {
    authorizer: responsible,
    ...(scopes.length > 0 && { authorizationScopes: [...scopes] }),
  };
}

function explainPublic(route: HttpRoute): void {
  Validations.of(route).acknowledge({
    id: 'AwsSolutions::AwsSolutions-APIG4',
    reason: 'One of the operations that anybody may call, by name: contract-checks.ts.',
  });
}

/** By `METHOD /path`, as the stage names routes. */
function slowRoutes(contracts: readonly Contract[]): Record<string, object> {
  return Object.fromEntries(
    contracts.flatMap(({ root, operations }) =>
      operations.flatMap(({ operationId, method, path }) => {
        const slow = slowOperations[operationId];
        if (!slow) return [];
        const limits = { ThrottlingRateLimit: slow.rate, ThrottlingBurstLimit: slow.burst };
        return [[`${method} ${root}${path}`, limits]];
      }),
    ),
  );
}
