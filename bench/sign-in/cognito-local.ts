import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startServer } from '../server-process.ts';
import type { ServerProcess } from '../server-process.ts';
import { temporaryFolder } from '../workspace.ts';
import { callCognito } from './cognito-calls.ts';

/** The peer, pinned: it is measured and never run otherwise, so it is no dependency of this project. */
export const cognitoLocal = 'cognito-local@5.3.0';

/** An emulator with one user and one app client for USER_PASSWORD_AUTH. */
export interface PeerPool {
  server: ServerProcess;
  clientId: string;
  username: string;
  password: string;
}

/** Installs and starts the peer in a folder of its own. Throws with npm's words when it cannot be had. */
export async function startCognitoLocal(): Promise<PeerPool> {
  const folder = await temporaryFolder('cognito-local');
  await install(folder);
  const server = await startServer({
    script: join(folder, 'node_modules/cognito-local/lib/bin/start.js'),
    env: { HOST: '127.0.0.1', PORT: String(await freePort()), NODE_NO_WARNINGS: '1' },
    folder,
    healthPath: '/health',
  });
  const [username, password] = ['reader@presspass.test', 'Press-Pass-2026'];
  const { UserPool } = await callCognito<{ UserPool: { Id: string } }>(
    server.url,
    'CreateUserPool',
    { PoolName: 'people' },
  );
  const pool = { UserPoolId: UserPool.Id };
  const { UserPoolClient } = await callCognito<{ UserPoolClient: { ClientId: string } }>(
    server.url,
    'CreateUserPoolClient',
    { ...pool, ClientName: 'cli', ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] },
  );
  const user = { ...pool, Username: username };
  await callCognito(server.url, 'AdminCreateUser', { ...user, MessageAction: 'SUPPRESS' });
  const settled = { ...user, Password: password, Permanent: true };
  await callCognito(server.url, 'AdminSetUserPassword', settled);
  return { server, clientId: UserPoolClient.ClientId, username, password };
}

async function install(folder: string): Promise<void> {
  const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts'];
  const npm = spawn('npm', [...args, cognitoLocal], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32',
  });
  let said = '';
  npm.stderr.on('data', (data: Buffer) => (said += data.toString()));
  const [code] = (await once(npm, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${cognitoLocal} could not be installed:\n${said}`);
}

/** One that is free now; the peer cannot choose by itself. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
