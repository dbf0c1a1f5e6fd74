import flags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };

/**
 * What AWS recommends for a new app, in the CDK version that is installed; for apps and for tests alike. One of them has stacks read
 * each other's outputs (`Fn::GetStackOutput`) where exports would stand in the way: with those, CloudFormation refuses to take machines or
 * an API away while the next stack, which is deployed later, still imports them.
 */
export const recommendedFlags: Readonly<Record<string, unknown>> = flags;
