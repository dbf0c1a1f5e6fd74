import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { runCommandScript } from '../testing/command.ts';
import type { Ended } from '../testing/command.ts';
import { emptyAccount, pretendAws } from '../testing/pretend-aws.ts';
import type { PretendAws } from '../testing/pretend-aws.ts';
import { readinessFor } from './readiness.ts';

let aws: PretendAws;

before(async () => {
  aws = await pretendAws();
});
after(() => aws.close());
afterEach(() => {
  Object.assign(aws.account, emptyAccount());
});

const deploy = (args: string[], env: Record<string, string> = {}): Promise<Ended> =>
  runCommandScript('deploy', args, { env: { ...aws.environment, ...env } });

/** What is missing, a line each. */
const missingIn = ({ output }: Ended): string[] =>
  output.split('\n').filter((line) => line.startsWith('  - '));

describe('npm run deploy, before it begins,', () => {
  it('says all that is missing at once: region, credentials, a setting', async () => {
    const ended = await runCommandScript('deploy', ['--yes', '-c', 'gateway=grpc']);
    assert.equal(ended.code, 1);
    assert.match(ended.output, /^Before this can begin:\n/);
    const [region = '', setting = '', credentials = '', ...more] = missingIn(ended);
    assert.match(
      region,
      /No region is named: -c region=eu-west-1, AWS_REGION, or the profile’s own\./,
    );
    assert.match(setting, /gateway must be rest or http, and is "grpc"\./);
    assert.match(credentials, /There are no AWS credentials\. Sign in/);
    assert.deepEqual(more, []);
  });

  it('says all settings that are wrong, and what is no setting at all', async () => {
    const wrong = ['-c', 'gateway=grpc', '-c', 'plan=lite', '-c', 'gatway=http'];
    const ended = await deploy(['--yes', '-c', 'region=eu-west-1', ...wrong]);
    assert.deepEqual(
      missingIn(ended).map((line) => line.slice(4, 20)),
      ['There is no sett', 'gateway must be ', 'plan must be ess'],
    );
    const malformed = await deploy([...wrong, '-c', 'firewall', '-c', 'domain']);
    assert.equal(malformed.output.match(/^-c wants name=value/gm)?.length, 2);
    assert.match(malformed.output, /^gateway must be[^]*^plan must be/m);
    const unknown = await deploy(['--yess', '--profil', 'x']);
    assert.match(unknown.output, /^Unknown options '--yess', '--profil'\.\nUsage: /);
  });

  it('tells a profile that does not exist from credentials that are missing', async () => {
    const { AWS_ACCESS_KEY_ID: _id, AWS_SECRET_ACCESS_KEY: _key, ...keyless } = aws.environment;
    const folder = await mkdtemp(join(tmpdir(), 'presspass-profiles-'));
    const config = join(folder, 'config');
    await writeFile(config, '[default]\nregion = eu-west-1\n[profile paper]\nregion = eu-west-1\n');
    const env = { ...keyless, AWS_CONFIG_FILE: config };
    const ask = async (args: string[], more = {}): Promise<string> => {
      const ended = await runCommandScript('deploy', args, { env: { ...env, ...more } });
      return missingIn(ended).join('\n');
    };
    const missing =
      /There is no AWS profile "papre"; there are default, paper\. [^\n]+aws configure sso --profile papre$/;
    assert.match(await ask(['-c', 'region=eu-west-1', '--profile', 'papre']), missing);
    assert.match(await ask(['-c', 'region=eu-west-1'], { AWS_PROFILE: 'papre' }), missing);
    assert.match(
      await ask(['--profile', 'paper']),
      /^ {2}- There are no AWS credentials\. [^\n]+$/,
    );
    await rm(folder, { recursive: true });
  });

  it('wants the region bootstrapped, and the one of the firewall too', async () => {
    const both = await deploy(['--yes', '-c', 'region=eu-west-1', '-c', 'firewall=on']);
    assert.equal(both.code, 1);
    assert.deepEqual(missingIn(both), [
      '  - The region eu-west-1 is not bootstrapped for the CDK: npm --prefix infra exec -- cdk bootstrap aws://123456789012/eu-west-1',
      '  - The region us-east-1, where the firewall goes, is not bootstrapped for the CDK: npm --prefix infra exec -- cdk bootstrap aws://123456789012/us-east-1',
    ]);
    aws.account.bootstraps = { 'eu-west-1': '5' };
    const old = await deploy(['--yes'], { AWS_REGION: 'eu-west-1' });
    assert.match(missingIn(old)[0] ?? '', /The bootstrap of eu-west-1 is too old \(5\): npm /);
    assert.equal(missingIn(old).length, 1);
  });

  const refusals: [operation: string, code: string, words: RegExp][] = [
    ['GetCallerIdentity', 'ExpiredToken', /The AWS credentials have expired\./],
    ['GetCallerIdentity', 'InvalidClientTokenId', /AWS does not know these credentials\./],
    ['GetCallerIdentity', 'SignatureDoesNotMatch', /the secret key is wrong, or the clock/],
    ['GetParameter', 'ExpiredTokenException', /The AWS credentials have expired\./],
    [
      'GetParameter',
      'AccessDeniedException',
      /may not ask SSM in eu-west-1: No\. docs\/deploy\.md/,
    ],
    ['DescribeStacks', 'AccessDenied', /may not ask CloudFormation: No\. docs\/deploy\.md/],
  ];
  for (const [operation, code, words] of refusals) {
    it(`says in one line what is wrong when ${operation} answers ${code}`, async () => {
      aws.account.bootstraps = { 'eu-west-1': '21' };
      aws.account.refusals = { [operation]: code };
      const ended = await deploy(['--yes', '-c', 'region=eu-west-1']);
      assert.equal(ended.code, 1);
      assert.match(ended.output, words);
      assert.ok(ended.output.trim().split('\n').length <= 2, ended.output);
    });
  }

  it('does not deploy unasked where nobody can be asked', async () => {
    const missing = await deploy(['-c', 'region=eu-west-1']);
    assert.match(missingIn(missing)[0] ?? '', /eu-west-1 is not bootstrapped/);
    aws.account.bootstraps = { 'eu-west-1': '21' };
    const { code, output } = await deploy(['-c', 'region=eu-west-1']);
    assert.equal(code, 1);
    assert.equal(
      output,
      'There is no terminal to ask at. Say --yes to deploy without being asked.\n',
    );
    assert.ok(aws.account.calls.every((call) => /^(Get|Describe)/.test(call)));
  });

  const mistakes: [args: string[], words: RegExp][] = [
    [['--force'], /^Unknown option '--force'\.\nUsage: npm run deploy -- \[-c name=value\]…/],
    [['everything'], /^Unexpected argument 'everything'\.\nUsage: npm run deploy/],
    [
      ['--yes', '-c', 'gateway'],
      /^-c wants name=value, as in -c gateway=http, and got "gateway"\.\n$/,
    ],
  ];
  for (const [args, words] of mistakes) {
    it(`says what is wrong with ${args.join(' ')}`, async () => {
      const { code, output } = await deploy(args);
      assert.match(output, words);
      assert.equal(code, 1);
    });
  }

  it('wants a Node that the CDK runs on', async () => {
    const options = { context: { region: 'nowhere' }, isAgreed: true, profile: 'no-such-profile' };
    await assert.rejects(readinessFor('deploy', options, '20.11.0'), {
      name: 'StartUpProblem',
      message: /- Node 20\.11\.0 is too old; npm run deploy brings its own\.\n/,
    });
  });
});
