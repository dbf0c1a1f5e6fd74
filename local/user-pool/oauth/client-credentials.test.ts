import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { JWK } from 'jose';
import { APP_CLIENT_IDS, SERVICES_POOL_ID, servicesPool } from '../../seed/identities.ts';
import { issuerOf } from '../directory/pool-settings.ts';
import { DomainUnderTest, basic, refusalIn } from '../testing/domain-under-test.ts';

let domain: DomainUnderTest;
let secret: string;
const id = APP_CLIENT_IDS.weather;
const grant = { grant_type: 'client_credentials' };
const narrow = {
  ...(servicesPool.clients[1] ?? assert.fail('there is no weather client')),
  id: '1narrowclient0000000000001',
};

before(async () => {
  domain = await DomainUnderTest.open();
  secret = domain.pools.clientSecret(id) ?? assert.fail('weather has no secret');
});

after(() => domain.close());

const ask = (form: Record<string, string> = {}, headers: object = {}): Promise<Response> =>
  domain.post('/oauth2/token', { ...grant, ...form }, headers);
const authenticated = (form: Record<string, string> = {}): Promise<Response> =>
  ask(form, { Authorization: basic(id, secret) });

async function claimsOf(response: Response): Promise<Record<string, unknown>> {
  const { access_token: token } = (await response.json()) as { access_token: string };
  const keys = domain.pools.jwks(SERVICES_POOL_ID) as { keys: JWK[] };
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys));
  return payload;
}

describe('the client credentials grant', () => {
  it('answers with an access token and nothing else, not to be kept', async () => {
    const response = await authenticated();
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'application/json;charset=UTF-8');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const { access_token: token, ...others } = (await response.json()) as Record<string, unknown>;
    assert.match(String(token), /^[\w-]+\.[\w-]+\.[\w-]+$/);
    assert.deepEqual(others, { expires_in: 3600, token_type: 'Bearer' });
  });

  it('makes the client the subject, with no user, no group and no audience', async () => {
    const claims = await claimsOf(await authenticated());
    const { iat, exp, auth_time: time, jti, ...others } = claims;
    assert.equal(Number(exp) - Number(iat), 3600);
    assert.equal(time, iat);
    assert.match(String(jti), /^[0-9a-f-]{36}$/);
    assert.deepEqual(others, {
      iss: issuerOf(servicesPool),
      sub: id,
      client_id: id,
      token_use: 'access',
      version: 2,
      scope: 'weather-api/get weather-api/post',
    });
  });

  it('takes the credentials in the header or in the form', async () => {
    assert.equal((await ask({ client_id: id, client_secret: secret })).status, 200);
    assert.equal((await authenticated({ client_id: id })).status, 200);
  });

  it('gives the one scope that is asked for', async () => {
    const claims = await claimsOf(await authenticated({ scope: 'weather-api/post' }));
    assert.equal(claims['scope'], 'weather-api/post');
  });

  it('refuses a scope that the client does not have, and says which it has', async () => {
    for (const scope of [
      'weather-api/delete',
      'weather-api/get nonsense',
      'openid',
      'WEATHER-API/GET',
    ]) {
      const response = await authenticated({ scope });
      const reason = response.headers.get('x-presspass-reason') ?? '';
      assert.equal(await refusalIn(response), '400 invalid_grant', scope);
      assert.match(reason, /client weather has no scope .+; it has .*weather-api\/get/);
    }
  });

  it('has invalid_scope for a client without any custom scope', async () => {
    const oauth = { ...narrow.oauth, flows: ['client_credentials'], scopes: ['openid'] } as const;
    domain.pools.addAppClient(SERVICES_POOL_ID, {
      ...narrow,
      oauth: { ...oauth, callbackUrls: [], logoutUrls: [] },
    });
    const secret = domain.pools.clientSecret(narrow.id) ?? '';
    for (const form of [{}, { scope: 'openid' }] as Record<string, string>[]) {
      const response = await ask({ client_id: narrow.id, client_secret: secret, ...form });
      assert.equal(await refusalIn(response), '400 invalid_scope');
    }
  });

  it('knows no client but by its own secret', async () => {
    const hello = domain.pools.clientSecret(APP_CLIENT_IDS.hello) ?? '';
    for (const [clientId, given] of [
      [id, hello],
      [id, `${secret}x`],
      [id, secret.slice(0, -1)],
      [id, ''],
      ['unknown', secret],
      ['', secret],
      ['__proto__', secret],
    ] as const) {
      const response = await ask({}, { Authorization: basic(clientId, given) });
      assert.equal(await refusalIn(response), '400 invalid_client', `${clientId} ${given}`);
    }
    assert.equal(await refusalIn(await ask({ client_id: id })), '400 invalid_client');
  });

  it('knows a client no more after it was deleted', async () => {
    const UserPoolId = SERVICES_POOL_ID;
    const { UserPoolClient: made } = (await domain.pools.perform('CreateUserPoolClient', {
      UserPoolId,
      ClientName: 'short-lived',
      GenerateSecret: true,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: ['hello/read'],
    })) as { UserPoolClient: { ClientId: string; ClientSecret: string } };
    const form = { client_id: made.ClientId, client_secret: made.ClientSecret };
    assert.equal((await ask(form)).status, 200);
    await domain.pools.perform('DeleteUserPoolClient', { UserPoolId, ClientId: made.ClientId });
    assert.equal(await refusalIn(await ask(form)), '400 invalid_client');
  });

  it('refuses credentials that are sent twice or do not agree', async () => {
    const headers = { Authorization: basic(id, secret) };
    const both = await ask({ client_id: id, client_secret: secret }, headers);
    assert.equal(await refusalIn(both), '400 invalid_request');
    const other = await ask({ client_id: APP_CLIENT_IDS.hello }, headers);
    assert.equal(await refusalIn(other), '400 invalid_client');
  });

  it('is not for clients without a secret', async () => {
    const web = await ask({ client_id: APP_CLIENT_IDS['presspass-web'] });
    assert.equal(await refusalIn(web), '400 unauthorized_client');
    const cli = await ask({ client_id: APP_CLIENT_IDS['presspass-cli'] });
    assert.equal(await refusalIn(cli), '400 invalid_grant');
  });
});

describe('the token endpoint', () => {
  it('takes POST only', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
      const response = await fetch(`${domain.url}/oauth2/token`, { method });
      assert.equal(response.status, 405, method);
      assert.equal(response.headers.get('allow'), 'POST');
    }
  });

  it('reads nothing from the address', async () => {
    const query = new URLSearchParams({
      ...grant,
      client_id: id,
      client_secret: secret,
    }).toString();
    const response = await domain.post(`/oauth2/token?${query}`, {});
    assert.equal(await refusalIn(response), '400 invalid_request');
  });

  it('reads forms only', async () => {
    const headers = { 'Content-Type': 'application/json', Authorization: basic(id, secret) };
    const body = JSON.stringify(grant);
    const response = await fetch(`${domain.url}/oauth2/token`, { method: 'POST', headers, body });
    assert.equal(await refusalIn(response), '400 invalid_request');
  });

  it('refuses what is missing, repeated, unknown or huge', async () => {
    const login = `client_id=${id}&client_secret=${secret}`;
    for (const [form, answer] of [
      [login, '400 invalid_request'],
      [`${login}&grant_type=`, '400 invalid_request'],
      ['grant_type=client_credentials', '400 invalid_request'],
      [`${login}&grant_type=password`, '400 unsupported_grant_type'],
      [`${login}&grant_type=constructor`, '400 unsupported_grant_type'],
      [`${login}&grant_type=client_credentials&grant_type=refresh_token`, '400 invalid_request'],
      [`${login}&grant_type=client_credentials&client_id=${id}`, '400 invalid_request'],
      [`${login}&grant_type=client_credentials&scope=${'x'.repeat(20_000)}`, '400 invalid_request'],
      [`${login}&grant_type=${'x'.repeat(70_000)}`, '400 invalid_request'],
    ] as const) {
      const response = await domain.post('/oauth2/token', form);
      assert.ok(response.headers.get('x-presspass-reason'), form.slice(0, 200));
      assert.equal(await refusalIn(response), answer, form.slice(0, 200));
    }
  });

  it('puts nothing of a reason into other headers', async () => {
    const response = await domain.post('/oauth2/token', {
      grant_type: 'a\r\nSet-Cookie: b=c\u2028ä',
    });
    assert.equal(response.headers.get('set-cookie'), null);
    assert.match(response.headers.get('x-presspass-reason') ?? '', /^[\x20-\x7e]+$/);
  });

  it('lets pages of any origin ask and read', async () => {
    const url = `${domain.url}/oauth2/token`;
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: { Origin: 'https://a.test' },
    });
    assert.equal(preflight.status, 200);
    assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /Authorization/);
    for (const response of [preflight, await authenticated(), await ask()]) {
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
      const exposed = (response.headers.get('access-control-expose-headers') ?? '').split(',');
      const hasReason = response.headers.has('x-presspass-reason');
      assert.equal(exposed.includes('x-presspass-reason'), hasReason);
      assert.equal(response.headers.get('access-control-allow-credentials'), null);
    }
  });

  it('issues 150 machine tokens a second and no more, where limits are on', async () => {
    const limited = await DomainUnderTest.open({ quotas: 'on' });
    const secret = limited.pools.clientSecret(id) ?? '';
    const form = new URLSearchParams({ ...grant, client_id: id, client_secret: secret });
    const statuses = await Promise.all(
      Array.from({ length: 220 }, async () => {
        const response = await limited.pools.oauth({
          method: 'POST',
          path: '/oauth2/token',
          query: new URLSearchParams(),
          form,
          authorization: undefined,
          cookie: undefined,
          isSameOrigin: true,
        });
        return response.status;
      }),
    );
    assert.equal(statuses.slice(0, 150).filter((status) => status === 200).length, 150);
    assert.ok(statuses.includes(429));
    limited.clock.advance(1);
    const again = await limited.post('/oauth2/token', form.toString());
    assert.equal(again.status, 200);
    await limited.close();
  });
});
