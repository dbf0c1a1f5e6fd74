import { Stack } from 'aws-cdk-lib';
import type { App, StackProps } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

/** Requests of one IP address in five minutes. A page that is new to a browser takes about fifteen. */
const rateLimits = { everything: 2_000, signIn: 50 };

/** The API's door for passwords. */
const signInPath = '/api/user-sign-in';

/**
 * Rules of the core rule set that read bodies. They only count: an article may be long, and may be about `<script>` or ../.
 * The API checks bodies itself, and the app shows them as text.
 */
const bodyRules = [
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'EC2MetaDataSSRF_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
];

/** AWS WAF before the app and its APIs, in the region where CloudFront looks for it. */
export class FirewallStack extends Stack {
  /**
   * Another region's stack reads it from this one's outputs, as the recommended flags have the CDK refer to all stacks.
   * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html
   */
  readonly webAclArn: string;

  constructor(scope: App, id: string, props: StackProps) {
    super(scope, id, { ...props, description: 'Presspass: the firewall before CloudFront' });
    const webAcl = new CfnWebACL(this, 'WebAcl', {
      name: this.stackName,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visibility('all'),
      rules: [
        rateRule('rate-of-sign-ins', rateLimits.signIn, startsWith(signInPath)),
        rateRule('rate-of-requests', rateLimits.everything),
        managedRules('AWSManagedRulesAmazonIpReputationList'),
        managedRules('AWSManagedRulesKnownBadInputsRuleSet'),
        managedRules('AWSManagedRulesCommonRuleSet', bodyRules),
      ].map((rule, priority) => ({ ...rule, priority })),
      // Requests that the console shows as samples come without their tokens.
      dataProtectionConfig: {
        dataProtections: [
          {
            action: 'SUBSTITUTION',
            field: { fieldType: 'SINGLE_HEADER', fieldKeys: ['authorization', 'cookie'] },
          },
        ],
      },
    });
    this.webAclArn = webAcl.attrArn;
  }
}

type Rule = Omit<CfnWebACL.RuleProperty, 'priority'>;

function managedRules(name: string, counted: readonly string[] = []): Rule {
  return {
    name,
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    overrideAction: { none: {} },
    visibilityConfig: visibility(name),
  };
}

function rateRule(name: string, limit: number, scopeDownStatement?: Statement): Rule {
  return {
    name,
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        evaluationWindowSec: 300,
        limit,
        ...(scopeDownStatement && { scopeDownStatement }),
      },
    },
    // 429 as the API itself says it, and no page of CloudFront's.
    action: { block: { customResponse: { responseCode: 429 } } },
    visibilityConfig: visibility(name),
  };
}

type Statement = CfnWebACL.StatementProperty;

/** However the path is written: %2F, capitals and ./ lead to the same door. */
function startsWith(path: string): Statement {
  return {
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint: 'STARTS_WITH',
      searchString: path,
      textTransformations: ['URL_DECODE', 'NORMALIZE_PATH', 'LOWERCASE'].map((type, priority) => ({
        type,
        priority,
      })),
    },
  };
}

function visibility(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: true };
}
