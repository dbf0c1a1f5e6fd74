import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runCommandScript } from '../testing/command.ts';
import { settingsFrom } from '../wire/settings.ts';
import { StartUpProblem } from './start-up-problem.ts';
import { withoutPasswords, withoutUserinfo } from './userinfo.ts';

const withSecrets = [
  'https://user:s3cret@news.test/feed.xml',
  'https://s3cret@news.test/feed.xml',
  'https://:s3cret@news.test/feed.xml',
  'https://user:s3cret%40@news.test/',
  'https://user:a@s3cret@news.test/',
  'https://user:a/s3cret@news.test/',
  'https://user:a#s3cret@news.test/',
  'https://user:a?s3cret@news.test/',
  'https://user:a s3cret@news.test/',
  'https:user:s3cret@news.test/',
  'https://user:s3cret@news.test:99999/',
  'ftp://user:s3cret@news.test/',
];
const without = [
  'https://news.test/feed/@user',
  'https://news.test/?to=desk@news.test',
  'desk@news.test.xml',
  'C:\\feeds\\a@b.xml',
  'feed.xml',
];

describe('a password in an address', () => {
  for (const address of withSecrets) {
    it(`is in no message: ${address}`, () => {
      assert.doesNotMatch(withoutUserinfo(address), /s3cret/);
      assert.match(withoutUserinfo(address), /news\.test/);
      const message = withoutPasswords(`Unexpected argument '${address}'.`);
      assert.doesNotMatch(message, /s3cret/);
      assert.match(message, /^Unexpected argument '.*\*\*\*@news\.test.*'\.$/);
    });
  }

  it('is not shown where the scheme is forgotten either', () => {
    assert.equal(withoutUserinfo('user:s3cret@news.test/f.xml'), '***@news.test/f.xml');
  });

  for (const address of without) {
    it(`is not seen where there is none: ${address}`, () => {
      assert.equal(withoutUserinfo(address), address);
      assert.equal(withoutPasswords(`Look at ${address}.`), `Look at ${address}.`);
    });
  }

  const commands: [command: string, args: string[]][] = [
    ['wire', ['https://user:s3cret@127.0.0.1:1/feed.xml']],
    ['wire', ['user:s3cret@news.test/feed.xml']],
    ['wire', ['--feed=https://user:s3cret@news.test/']],
    ['doctor', ['https://user:a s3cret@ne ws.test/']],
    ['admin', ['list', '--at', 'https://user:a/s3cret@news.test/']],
    ['restore', ['https://user:s3cret@news.test/b.jsonl.gz']],
    ['local', ['https://user:s3cret@news.test/']],
  ];
  for (const [command, args] of commands) {
    it(`is not in what \`npm run ${command} -- ${args.join(' ')}\` prints`, async () => {
      const { code, output } = await runCommandScript(command, args);
      assert.equal(code, 1);
      assert.notEqual(output, '');
      assert.doesNotMatch(output, /s3cret/);
    });
  }

  for (const name of ['PRESSPASS_API', 'WIRE_TOKEN_URL']) {
    it(`is not in what the wire says of ${name}`, async () => {
      for (const address of withSecrets) {
        const settings = settingsFrom({
          PRESSPASS_API: 'https://news.test/api',
          WIRE_TOKEN_URL: 'https://auth.test/oauth2/token',
          WIRE_CLIENT_ID: 'id',
          WIRE_CLIENT_SECRET: 'secret',
          [name]: address,
        });
        await assert.rejects(settings, (problem: Error) => {
          assert.match(problem.message, new RegExp(`^${name} `));
          assert.doesNotMatch(problem.message, /s3cret/);
          return problem instanceof StartUpProblem;
        });
      }
    });
  }
});
