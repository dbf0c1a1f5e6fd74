import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resourcesOf } from '../testing/resources.ts';
import { synthesised } from '../testing/synthesis.ts';
import { appClients, cognito } from '../testing/user-pool-resources.ts';

const all = synthesised({ machines: 'all', appOrigin: 'https://d111.cloudfront.net' }).identity;
const outputs = all.findOutputs('*');

/** What other stacks refer to. */
const ofTheCdk = (name: string): boolean => name.startsWith('PublishOutput');

/** What CloudFormation would make of a value: of `Fn::Join`, `Fn::Select`, `Fn::Split`, and a `Ref` by its name. */
function resolved(value: unknown, references: Readonly<Record<string, string>>): string {
  if (typeof value === 'string') return value;
  const [[name, argument] = []] = Object.entries(value as object) as [string, unknown][];
  if (name === 'Ref') return references[argument as string] ?? `{${String(argument)}}`;
  const [first, second] = argument as [unknown, unknown];
  if (name === 'Fn::Join')
    return (second as unknown[]).map((one) => resolved(one, references)).join(first as string);
  assert.equal(name, 'Fn::Select');
  const [separator, text] = (second as { 'Fn::Split': [string, unknown] })['Fn::Split'];
  return resolved(text, references).split(separator)[first as number] ?? '';
}

describe('the outputs of the identity stack', () => {
  it("are the pools' ids and domains and the app clients' ids", () => {
    const named = Object.keys(outputs).filter((name) => !ofTheCdk(name));
    assert.deepEqual(named, [
      'PeoplePoolId',
      'PeopleDomain',
      'PresspassWebClientId',
      'PresspassCliClientId',
      'SignInApiClientId',
      'ServicesPoolId',
      'ServicesDomain',
      'WireClientId',
      'WeatherClientId',
      'HelloClientId',
    ]);
    for (const [name, { id }] of appClients(all)) {
      const output = Object.entries(outputs).find(
        ([key]) => key.toLowerCase() === `${name.replaceAll('-', '')}clientid`,
      );
      assert.deepEqual(output?.[1]['Value'], { Ref: id }, name);
    }
  });

  it('have no secret among them, nor has what the CDK adds: another stack gets the address of one', () => {
    const secrets = resourcesOf(all, 'AWS::SecretsManager::Secret').map(({ id }) => id);
    assert.equal(secrets.length, 1);
    for (const [name, { Value: value }] of Object.entries(outputs)) {
      assert.doesNotMatch(JSON.stringify(value), /ClientSecret|SecretString|resolve:/, name);
      assert.ok(ofTheCdk(name) || !secrets.some((id) => JSON.stringify(value).includes(id)), name);
    }
  });
});

describe('the domains', () => {
  const stackId =
    'arn:aws:cloudformation:eu-west-1:111122223333:stack/presspass-identity/0fedcba9-11ee-22dd';
  const prefixes = cognito(all, 'UserPoolDomain').map(({ properties }) =>
    resolved(properties['Domain'], { 'AWS::StackId': stackId }),
  );

  it("begin with a prefix that is the stack's own, and tell nothing of the account", () => {
    assert.deepEqual(prefixes, ['presspass-0fedcba9', 'presspass-services-0fedcba9']);
  });

  it('spell no word that AWS keeps for itself', () => {
    for (const prefix of prefixes) {
      assert.match(prefix, /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/);
      assert.doesNotMatch(prefix, /aws|amazon|cognito/);
    }
  });

  it('are told as hosts', () => {
    for (const name of ['PeopleDomain', 'ServicesDomain']) {
      const host = resolved(outputs[name]?.['Value'], {});
      assert.match(host, /^\{\w+\}\.auth\.eu-west-1\.amazoncognito\.com$/);
    }
  });
});
