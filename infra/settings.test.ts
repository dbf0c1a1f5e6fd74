import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { settingsFrom } from './settings.ts';
import { UnusableSetting } from './unusable-setting.ts';
import type { Context } from './settings.ts';

const certificate = 'arn:aws:acm:us-east-1:111122223333:certificate/0123abcd';
const domain = { domain: 'news.example.org', certificate, hostedZone: 'Z0123456789ABC' };

describe('settings', () => {
  it('are those of a small deployment when nothing is said', () => {
    assert.deepEqual(settingsFrom({}, {}), {
      environment: 'development',
      gateway: 'rest',
      region: 'eu-west-1',
      account: undefined,
      machines: [],
      plan: 'essentials',
      domain: undefined,
      appOrigin: undefined,
      firewall: 'off',
      alarmEmail: undefined,
      emailFrom: undefined,
    });
  });

  it('are what the context says', () => {
    const context = {
      environment: 'production',
      gateway: 'http',
      region: 'us-gov-east-1',
      machines: 'hello,wire',
      plan: 'plus',
      ...domain,
      firewall: 'on',
      alarmEmail: 'desk@example.org',
      emailFrom: 'paper@example.org',
    };
    assert.deepEqual(settingsFrom(context, {}), {
      environment: 'production',
      gateway: 'http',
      region: 'us-gov-east-1',
      account: undefined,
      machines: ['hello', 'wire'],
      plan: 'plus',
      domain: {
        name: 'news.example.org',
        certificateArn: certificate,
        hostedZoneId: 'Z0123456789ABC',
      },
      appOrigin: 'https://news.example.org',
      firewall: 'on',
      alarmEmail: 'desk@example.org',
      emailFrom: 'paper@example.org',
    });
  });

  it('take account and region from the credentials, unless a region is said', () => {
    const credentials = { CDK_DEFAULT_ACCOUNT: '111122223333', CDK_DEFAULT_REGION: 'ap-south-1' };
    const { account, region } = settingsFrom({}, credentials);
    assert.deepEqual([account, region], ['111122223333', 'ap-south-1']);
    assert.equal(settingsFrom({ region: 'eu-north-1' }, credentials).region, 'eu-north-1');
  });

  it('count as not given when they are empty', () => {
    const context = { environment: '', machines: '', domain: '', appOrigin: '', emailFrom: '' };
    assert.deepEqual(settingsFrom(context, {}), settingsFrom({}, {}));
  });

  it('leave alone what the CDK keeps in its context', () => {
    const context = { '@aws-cdk/core:bundlingStacks': ['**'], 'aws:cdk:toolkit-version': '2' };
    assert.deepEqual(settingsFrom(context, {}), settingsFrom({}, {}));
  });

  for (const [said, machines] of [
    ['none', []],
    ['all', ['wire', 'weather', 'hello']],
    ['weather', ['weather']],
    ['hello, wire, hello', ['hello', 'wire']],
  ] as const) {
    it(`make ${machines.length} machines of ${said}`, () => {
      assert.deepEqual(settingsFrom({ machines: said }, {}).machines, machines);
    });
  }

  it('know where the app is from its domain, or else from the first deployment', () => {
    const appOrigin = 'https://d111.cloudfront.net';
    assert.equal(settingsFrom({ appOrigin }, {}).appOrigin, appOrigin);
    assert.equal(settingsFrom(domain, {}).appOrigin, 'https://news.example.org');
    const twice = { ...domain, appOrigin: 'https://news.example.org' };
    assert.equal(settingsFrom(twice, {}).appOrigin, 'https://news.example.org');
  });
});

describe('wrong settings', () => {
  it('are all named at once, and what nobody knows with them', () => {
    const context = {
      gatway: 'http',
      plann: 'plus',
      environment: 'prod',
      region: 'Ireland',
      machines: 'whether,wire,fire',
      domain: 'https://news.example.org',
      certificate: 'none',
      hostedZone: 'example.org',
      appOrigin: 'd111.cloudfront.net',
      firewall: true,
      alarmEmail: 'desk',
    };
    const named: RegExp[] = [
      /^There is no setting "gatway"/,
      /^There is no setting "plann"/,
      /^environment must be/,
      /^region must be/,
      /^machines names "whether" and "fire"\./,
      /^domain must be/,
      /^certificate must be/,
      /^hostedZone must be/,
      /^appOrigin must be/,
      /^firewall must be a text/,
      /^alarmEmail must be/,
    ];
    assert.throws(
      () => settingsFrom(context, {}),
      (failure: Error) => {
        const lines = failure.message.split('\n');
        assert.equal(lines.length, named.length, failure.message);
        for (const [index, words] of named.entries()) assert.match(lines[index] ?? '', words);
        return true;
      },
    );
  });
});

describe('a wrong setting', () => {
  const wrong: readonly (readonly [Context, RegExp])[] = [
    [{ gatway: 'http' }, /^There is no setting "gatway"; there are environment, gateway, /],
    [{ Gateway: 'http' }, /^There is no setting "Gateway"/],
    [{ environment: 'prod' }, /^environment must be development or production, and is "prod"\.$/],
    [{ gateway: 'REST' }, /^gateway must be rest or http, and is "REST"\.$/],
    [{ gateway: true }, /^gateway must be a text, as in -c gateway=….$/],
    [{ region: 'Ireland' }, /^region must be an AWS region, .* "Ireland"\.$/],
    [{ region: 'eu-west-1.evil.test' }, /^region must be/],
    [{ machines: 'wire,whether' }, /^machines names "whether"\. .*wire, weather, hello/],
    [{ machines: 'none,wire' }, /^machines names "none"/],
    [{ machines: 'wire,' }, /^machines names ""/],
    [{ plan: 'lite' }, /^plan must be essentials or plus, and is "lite"\.$/],
    [{ firewall: 'yes' }, /^firewall must be off or on, and is "yes"\.$/],
    [{ domain: 'news.example.org' }, /^domain, certificate and hostedZone belong together/],
    [{ certificate, hostedZone: 'Z0123' }, /^domain, certificate and hostedZone belong together/],
    [{ ...domain, domain: 'https://news.example.org' }, /^domain must be a name/],
    [{ ...domain, domain: 'localhost' }, /^domain must be a name/],
    [
      { ...domain, certificate: certificate.replace('us-east-1', 'eu-west-1') },
      /^certificate must be the ARN of a certificate in us-east-1/,
    ],
    [{ ...domain, hostedZone: 'example.org' }, /^hostedZone must be a zone's id .* "example.org"/],
    [
      { ...domain, appOrigin: 'https://d111.cloudfront.net' },
      /^appOrigin is "https:\/\/d111\.cloudfront\.net", but the app is at its domain/,
    ],
    [{ appOrigin: 'http://d111.cloudfront.net' }, /^appOrigin must be as https:/],
    [{ appOrigin: 'https://d111.cloudfront.net/' }, /^appOrigin must be as https:/],
    [{ appOrigin: 'https://d111.cloudfront.net/sign-in' }, /^appOrigin must be as https:/],
    [{ appOrigin: 'd111.cloudfront.net' }, /^appOrigin must be as https:/],
    [{ alarmEmail: 'desk' }, /^alarmEmail must be an e-mail address, and is "desk"\.$/],
    [{ emailFrom: 'Paper <paper@example.org>' }, /^emailFrom must be an e-mail address/],
  ];
  for (const [context, message] of wrong) {
    it(`is named: ${JSON.stringify(context)}`, () => {
      assert.throws(() => settingsFrom(context, {}), {
        constructor: UnusableSetting,
        message,
      });
    });
  }
});
