import { Match } from 'aws-cdk-lib/assertions';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { synthesised } from '../testing/synthesis.ts';

const { firewall, web } = synthesised({ firewall: 'on' });
assert.ok(firewall);

interface Rule {
  Name: string;
  Priority: number;
  Action?: { Block?: object };
  OverrideAction?: object;
  Statement: {
    RateBasedStatement?: { Limit: number; ScopeDownStatement?: object };
    ManagedRuleGroupStatement?: { RuleActionOverrides: { Name: string }[] };
  };
}

const [webAcl] = Object.values(firewall.findResources('AWS::WAFv2::WebACL'));
const { Rules: rules } = webAcl?.['Properties'] as { Rules: Rule[] };

suite('the firewall', () => {
  test('stands before CloudFront, in whichever region the app is', () => {
    firewall.hasResourceProperties('AWS::WAFv2::WebACL', { Scope: 'CLOUDFRONT' });
    for (const region of ['eu-west-1', 'us-east-1']) {
      const { web: there } = synthesised({ firewall: 'on', region });
      there.hasResourceProperties('AWS::CloudFront::Distribution', {
        DistributionConfig: {
          WebACLId: {
            'Fn::GetStackOutput': Match.objectLike({
              StackName: 'presspass-firewall',
              Region: 'us-east-1',
            }),
          },
        },
      });
    }
  });

  test('is not there unless it is asked for', () => {
    const without = synthesised();
    assert.equal(without.firewall, undefined);
    without.web.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: { WebACLId: Match.absent() },
    });
    web.resourceCountIs('AWS::CloudFront::Distribution', 1);
  });

  test('stops whoever tries passwords sooner than whoever reads', () => {
    const rates = rules.flatMap(({ Action, Statement: { RateBasedStatement: rate } }) =>
      rate ? [{ ...rate, Action }] : [],
    );
    const [signIns, everything] = [
      rates.find(({ ScopeDownStatement }) => ScopeDownStatement),
      rates.find(({ ScopeDownStatement }) => !ScopeDownStatement),
    ];
    assert.ok(signIns && everything);
    assert.ok(signIns.Limit * 10 < everything.Limit);
    assert.match(
      JSON.stringify(signIns.ScopeDownStatement),
      /"SearchString":"\/api\/user-sign-in"/,
    );
    for (const { Action } of rates) assert.ok(Action?.Block);
  });

  test('uses the rules that AWS keeps, and lets an article be about anything', () => {
    const managed = rules.filter(({ Statement }) => Statement.ManagedRuleGroupStatement);
    assert.deepEqual(
      managed.map(({ Name }) => Name),
      [
        'AWSManagedRulesAmazonIpReputationList',
        'AWSManagedRulesKnownBadInputsRuleSet',
        'AWSManagedRulesCommonRuleSet',
      ],
    );
    for (const { OverrideAction, Statement } of managed) {
      assert.deepEqual(OverrideAction, { None: {} });
      for (const { Name } of Statement.ManagedRuleGroupStatement?.RuleActionOverrides ?? [])
        assert.match(Name, /_BODY$/);
    }
  });

  test('shows no tokens in its samples', () => {
    firewall.hasResourceProperties('AWS::WAFv2::WebACL', {
      DataProtectionConfig: {
        DataProtections: [
          {
            Action: 'SUBSTITUTION',
            Field: { FieldType: 'SINGLE_HEADER', FieldKeys: ['authorization', 'cookie'] },
          },
        ],
      },
    });
  });

  test('looks at its rules one after the other', () => {
    const priorities = rules.map(({ Priority }) => Priority);
    assert.deepEqual(
      priorities,
      [...priorities.keys()].map((at) => at),
    );
  });
});
