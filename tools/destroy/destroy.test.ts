import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { runCommandScript } from '../testing/command.ts';
import type { Ended } from '../testing/command.ts';
import { emptyAccount, pretendAws } from '../testing/pretend-aws.ts';
import type { PretendAws } from '../testing/pretend-aws.ts';

let aws: PretendAws;

before(async () => {
  aws = await pretendAws();
});
after(() => aws.close());

const stacks = (prefix: string, isProtected: boolean, policy: string): void => {
  const table = { id: 'Table', type: 'AWS::DynamoDB::Table', name: `${prefix}-articles`, policy };
  const role = { id: 'Role', type: 'AWS::IAM::Role', name: `${prefix}-role`, policy: 'Delete' };
  const pool = { id: 'Pool', type: 'AWS::Cognito::UserPool', name: 'eu-west-1_abc', policy };
  const resources = { identity: [pool], news: [table, role], web: [] };
  for (const [part, some] of Object.entries(resources)) {
    const stack = { status: 'CREATE_COMPLETE', isProtected, resources: some };
    aws.account.stacks.set(`${prefix}-${part}`, stack);
  }
};

beforeEach(() => {
  Object.assign(aws.account, emptyAccount());
});

const destroy = (input: string, args: string[] = []): Promise<Ended> =>
  runCommandScript('destroy', ['-c', 'region=eu-west-1', ...args], { env: aws.environment, input });

const deletions = (): string[] =>
  aws.account.calls.filter((call) => call.startsWith('DeleteStack')).map((call) => call.slice(12));

describe('npm run destroy', () => {
  it('says what goes, has it confirmed, and deletes what uses something before it', async () => {
    stacks('presspass', false, 'Delete');
    const { code, output } = await destroy('presspass\n');
    assert.match(output, /^In account 123456789012:\n {2}presspass-identity {2}CREATE_COMPLETE/);
    assert.match(
      output,
      /This goes, with all that is in it, and cannot be brought back:\n[^]*table {6}presspass-articles\n/,
    );
    assert.match(output, /user pool {2}eu-west-1_abc\n/);
    assert.match(output, /And 1 other resources/);
    assert.deepEqual(deletions(), ['presspass-web', 'presspass-news', 'presspass-identity']);
    assert.match(output, /It is gone\.\n$/);
    assert.equal(code, 0);
  });

  for (const answer of ['yes\n', '\n', '', 'presspass-production\n']) {
    it(`deletes nothing for ${JSON.stringify(answer)}`, async () => {
      stacks('presspass', false, 'Delete');
      const { code, output } = await destroy(answer);
      assert.match(output, /Nothing was deleted\.\n$/);
      assert.deepEqual(deletions(), []);
      assert.equal(code, 1);
    });
  }

  it('does not touch what is protected, and says how to take that away', async () => {
    stacks('presspass-production', true, 'Retain');
    const { code, output } = await destroy('presspass-production\n', [
      '-c',
      'environment=production',
    ]);
    assert.match(output, /Nothing was deleted: these stacks are protected\./);
    assert.match(
      output,
      /update-termination-protection --no-enable-termination-protection --stack-name presspass-production-news --region eu-west-1\n/,
    );
    assert.match(
      output,
      /Then: npm run destroy -- -c region=eu-west-1 -c environment=production\n$/,
    );
    assert.deepEqual(deletions(), []);
    assert.equal(code, 1);
  });

  it('says what stays', async () => {
    stacks('presspass-production', false, 'RetainExceptOnCreate');
    const { code, output } = await destroy('presspass-production\n', [
      '-c',
      'environment=production',
    ]);
    assert.match(
      output,
      /This stays, and goes on costing, until somebody deletes it by hand:\n[^]*presspass-production-articles/,
    );
    assert.ok(!output.includes('This goes'));
    assert.equal(deletions().length, 3);
    assert.equal(code, 0);
  });

  it('leaves the other environment alone', async () => {
    stacks('presspass-production', false, 'Delete');
    const { code, output } = await destroy('presspass\n');
    assert.equal(
      output,
      'There is no Presspass (development) in account 123456789012, eu-west-1.\n',
    );
    assert.deepEqual(deletions(), []);
    assert.equal(code, 0);
  });

  it('says what could not be deleted, and stops there', async () => {
    stacks('presspass', false, 'Delete');
    const reason = 'The bucket is not empty';
    Object.assign(aws.account.stacks.get('presspass-news') ?? {}, { reason });
    aws.account.stubborn.add('presspass-news');
    const { code, output } = await destroy('presspass\n');
    assert.match(output, /presspass-news could not be deleted: The bucket is not empty\n/);
    assert.match(output, /Mend it and run this again: npm run destroy -- -c region=eu-west-1\n$/);
    assert.deepEqual(deletions(), ['presspass-web', 'presspass-news']);
    assert.equal(code, 1);
  });

  it('waits until AWS has ended what it does', async () => {
    stacks('presspass', false, 'Delete');
    Object.assign(aws.account.stacks.get('presspass-web') ?? {}, { status: 'UPDATE_IN_PROGRESS' });
    const { code, output } = await destroy('presspass\n');
    assert.match(output, /AWS is working on it\. Wait until that has ended/);
    assert.deepEqual(deletions(), []);
    assert.equal(code, 1);
  });
});
