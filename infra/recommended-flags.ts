import flags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };

/** What AWS recommends for a new app, in the CDK version that is installed; for apps and for tests alike. */
export const recommendedFlags: Readonly<Record<string, unknown>> = flags;
