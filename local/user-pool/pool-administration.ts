import { createGroup } from './operations/create-group.ts';
import { createResourceServer } from './operations/create-resource-server.ts';
import { createUserPoolClient } from './operations/create-user-pool-client.ts';
import { deleteGroup } from './operations/delete-group.ts';
import { deleteResourceServer } from './operations/delete-resource-server.ts';
import { deleteUserPoolClient } from './operations/delete-user-pool-client.ts';
import { describeResourceServer } from './operations/describe-resource-server.ts';
import { describeUserPoolClient } from './operations/describe-user-pool-client.ts';
import { describeUserPool } from './operations/describe-user-pool.ts';
import { getGroup } from './operations/get-group.ts';
import { getUserPoolMfaConfig } from './operations/get-user-pool-mfa-config.ts';
import { listGroups } from './operations/list-groups.ts';
import { listResourceServers } from './operations/list-resource-servers.ts';
import { listUserPoolClients } from './operations/list-user-pool-clients.ts';
import { listUserPools } from './operations/list-user-pools.ts';
import { setUserPoolMfaConfig } from './operations/set-user-pool-mfa-config.ts';
import { updateGroup } from './operations/update-group.ts';
import { updateResourceServer } from './operations/update-resource-server.ts';
import { updateUserPoolClient } from './operations/update-user-pool-client.ts';
import type { WholeOperation } from './services.ts';

/** What an administrator does with pools, app clients, groups and resource servers; by Cognito's names. */
export const poolAdministration: Readonly<Record<string, WholeOperation>> = {
  CreateGroup: createGroup,
  CreateResourceServer: createResourceServer,
  CreateUserPoolClient: createUserPoolClient,
  DeleteGroup: deleteGroup,
  DeleteResourceServer: deleteResourceServer,
  DeleteUserPoolClient: deleteUserPoolClient,
  DescribeResourceServer: describeResourceServer,
  DescribeUserPool: describeUserPool,
  DescribeUserPoolClient: describeUserPoolClient,
  GetGroup: getGroup,
  GetUserPoolMfaConfig: getUserPoolMfaConfig,
  ListGroups: listGroups,
  ListResourceServers: listResourceServers,
  ListUserPoolClients: listUserPoolClients,
  ListUserPools: listUserPools,
  SetUserPoolMfaConfig: setUserPoolMfaConfig,
  UpdateGroup: updateGroup,
  UpdateResourceServer: updateResourceServer,
  UpdateUserPoolClient: updateUserPoolClient,
};
