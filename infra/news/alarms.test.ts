import { deepEqual, equal, ok } from 'node:assert/strict';
import { suite, test } from 'node:test';
import { resourcesOf } from '../testing/resources.ts';
import { synthesised } from '../testing/synthesis.ts';

interface Alarm {
  AlarmDescription: string;
  AlarmActions: { Ref: string }[];
  OKActions: { Ref: string }[];
  TreatMissingData: string;
}

interface Topic {
  PolicyDocument: {
    Statement: { Effect: string; Action: string; Principal: unknown; Condition?: unknown }[];
  };
}

const told = synthesised({ alarmEmail: 'desk@example.org' }).news;

suite('the alarms', () => {
  const alarms = resourcesOf<Alarm>(told, 'AWS::CloudWatch::Alarm');

  test('are about the API, each function, the functions’ concurrency and the table', () => {
    const says = alarms.map(({ properties }) => properties.AlarmDescription);
    const functions = says.filter((text) => /^The function \w+ fails\.$/.test(text));
    equal(functions.length, 9);
    for (const about of [/5xx/, /takes more than 2 s/, /account are throttled/, /articles are/]) {
      equal(says.filter((text) => about.test(text)).length, 1, about.source);
    }
    equal(says.length, 13);
  });

  test('reach whoever is to be told, when they go off and when they are over', () => {
    const [topic] = resourcesOf(told, 'AWS::SNS::Topic');
    told.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'desk@example.org',
      TopicArn: { Ref: topic?.id },
    });
    for (const { properties } of alarms) {
      deepEqual(properties.AlarmActions, [{ Ref: topic?.id }]);
      deepEqual(properties.OKActions, [{ Ref: topic?.id }]);
    }
  });

  test('are let in by the topic, which takes nothing without TLS', () => {
    const [policy] = resourcesOf<Topic>(told, 'AWS::SNS::TopicPolicy');
    const statements = policy?.properties.PolicyDocument.Statement ?? [];
    const [allowed] = statements.filter(({ Effect }) => Effect === 'Allow');
    deepEqual(allowed?.Principal, { Service: 'cloudwatch.amazonaws.com' });
    equal(allowed.Action, 'sns:Publish');
    deepEqual(allowed.Condition, {
      StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
    });
    const [denied] = statements.filter(({ Effect }) => Effect === 'Deny');
    deepEqual(denied?.Condition, { Bool: { 'aws:SecureTransport': 'false' } });
  });

  test('do not go off because nobody reads the paper', () => {
    ok(alarms.every(({ properties }) => properties.TreatMissingData === 'notBreaching'));
  });

  test('are none, and cost nothing, where nobody is told', () => {
    const { news } = synthesised();
    news.resourceCountIs('AWS::CloudWatch::Alarm', 0);
    news.resourceCountIs('AWS::SNS::Topic', 0);
    news.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
  });
});
