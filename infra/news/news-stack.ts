import { Stack } from 'aws-cdk-lib';
import type { App, StackProps } from 'aws-cdk-lib';
import type { FunctionBundle } from '../functions/function-bundles.ts';
import type { PeoplePool } from '../identity/people-pool.ts';
import type { ServicesPool } from '../identity/services-pool.ts';
import type { DeploymentSettings } from '../settings.ts';
import { Alarms } from './alarms.ts';
import { ArticlesTable } from './articles-table.ts';
import { expectHandlers, expectLocks } from './contract-checks.ts';
import type { Contract } from '../../contract/contract.ts';
import { contractNames } from '../../contract/contract.ts';
import type { DeployedApi } from './deployed-api.ts';
import { NewsDashboard } from './dashboard.ts';
import { HttpGateway } from './http-gateway.ts';
import type { HttpGatewayProps } from './http-gateway.ts';
import { LoggingRole } from './logging-role.ts';
import { OperationFunctions } from './operation-functions.ts';
import { readContract } from '../../contract/read-contract.ts';
import { RestGateway } from './rest-gateway.ts';
import { trustedPools } from './trusted-pools.ts';

/** What the news stack is made from. */
export interface NewsStackProps extends StackProps {
  settings: DeploymentSettings;
  people: PeoplePool;
  services: ServicesPool | undefined;
  /** One for each handler. */
  bundles: readonly FunctionBundle[];
}

/** The table, the functions and the APIs from the contracts. Throws `WrongDefinition` where they do not fit together. */
export class NewsStack extends Stack {
  readonly apis: readonly DeployedApi[];

  constructor(scope: App, id: string, { people, services, settings, ...props }: NewsStackProps) {
    const { bundles, ...stackProps } = props;
    super(scope, id, { ...stackProps, description: 'Presspass: table, functions and APIs' });
    const contracts = checkedContracts(bundles).filter(
      // Without machines nobody could call what machines call.
      ({ name }) => services !== undefined || name !== 'services',
    );
    const articles = new ArticlesTable(this, 'Articles', settings);
    const functions = new OperationFunctions(this, 'Functions', {
      bundles: bundlesOf(contracts, bundles),
      articles,
      people,
      settings,
    });
    const parts = { contracts, functions, pools: trustedPools(people, services), settings };
    const gateways =
      settings.gateway === 'http' ? [httpGateway(this, parts)] : restGateways(this, parts);
    this.apis = gateways.flatMap(({ deployed }) => deployed);
    const apis = new Map(gateways.map((gateway) => [gateway.node.id, gateway]));
    const watched = { apis, functions: functions.all, articles };
    new NewsDashboard(this, 'Dashboard', watched);
    if (settings.alarmEmail !== undefined) {
      new Alarms(this, 'Alarms', settings.alarmEmail, watched);
    }
  }
}

const apiIds = { news: 'NewsApi', services: 'ServicesApi' } as const;

/** All contracts as one API. */
const httpGateway = (stack: Stack, parts: HttpGatewayProps): HttpGateway =>
  new HttpGateway(stack, 'HttpApi', parts);

/** Every contract as an API of its own. */
function restGateways(stack: Stack, { contracts, ...parts }: HttpGatewayProps): RestGateway[] {
  const logging = new LoggingRole(stack, 'Logging');
  return contracts.map((contract) => {
    const api = new RestGateway(stack, apiIds[contract.name], { ...parts, contract });
    api.deploymentStage.node.addDependency(logging);
    return api;
  });
}

function checkedContracts(bundles: readonly FunctionBundle[]): Contract[] {
  const contracts = contractNames.map(readContract);
  expectHandlers(
    contracts.flatMap(({ operations }) => operations),
    bundles.map(({ operationId }) => operationId),
  );
  contracts.forEach(expectLocks);
  return contracts;
}

function bundlesOf(
  contracts: readonly Contract[],
  bundles: readonly FunctionBundle[],
): FunctionBundle[] {
  const operations = contracts.flatMap((contract) => contract.operations);
  return bundles.filter((bundle) =>
    operations.some(({ operationId }) => operationId === bundle.operationId),
  );
}
