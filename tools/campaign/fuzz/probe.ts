import { about } from '../about.ts';
import { mustPerform, signIn } from '../pool-client.ts';
import { addPerson, callDynamoDb, PASSWORD } from './props.ts';

/** Does what people do every day; tells what does not work any more. */
export async function probe(url: string, seed: number): Promise<string | undefined> {
  try {
    await everyday(url, seed);
    return undefined;
  } catch (failure) {
    // Whatever it is, it is what the campaign looks for.
    return String(failure);
  }
}

async function everyday(url: string, seed: number): Promise<void> {
  const { pools, clients } = await about(url);
  const UserPoolId = pools.people;
  const email = `probe-${seed}-${Date.now()}@example.test`;
  await mustPerform(url, 'SetUserPoolMfaConfig', {
    UserPoolId,
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  });
  await addPerson(url, UserPoolId, email);
  await mustPerform(url, 'AdminAddUserToGroup', {
    UserPoolId,
    Username: email,
    GroupName: 'admin',
  });
  const person = { email, password: PASSWORD };
  const { IdToken, AccessToken } = await signIn(url, clients['presspass-cli'].id, person);
  await mustPerform(url, 'GetUser', { AccessToken });
  const story = await call(url, 'POST', '/api/news', AccessToken, {
    headline: 'Everything still works',
    summary: 'After a campaign.',
    section: 'City',
    byline: 'The probe',
    body: 'As before.',
  });
  const { id } = JSON.parse(story) as { id: string };
  await call(url, 'GET', '/api/news', undefined);
  await call(url, 'GET', `/api/news/${id}`, IdToken);
  await call(url, 'DELETE', `/api/news/${id}`, IdToken);
  await call(url, 'GET', '/http-api/me', IdToken);
  await call(url, 'GET', '/mailbox.json', undefined);
  const tables = await callDynamoDb(url, 'ListTables', {});
  if (tables.status !== 200) throw new Error(`ListTables: ${tables.status}`);
}

async function call(
  url: string,
  method: string,
  path: string,
  Authorization: string | undefined,
  body?: object,
): Promise<string> {
  const response = await fetch(url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...(Authorization && { Authorization }) },
    body: body ? JSON.stringify(body) : null,
    signal: AbortSignal.timeout(5000),
  });
  const text = await response.text();
  if (response.ok) return text;
  throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 200)}`);
}
