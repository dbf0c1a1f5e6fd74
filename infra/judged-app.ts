import { App, Validations } from 'aws-cdk-lib';
import type { AppProps } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { recommendedFlags } from './recommended-flags.ts';

/**
 * An app that two judges look at when it is synthesised: CloudFormation's schemas, and the rules AWS Solutions of cdk-nag. What
 * they find ends the synthesis, unless the construct says why it may stay, with the qualified name of the rule:
 * `Validations.of(pool).acknowledge({ id: 'AwsSolutions::AwsSolutions-COG2', reason: '…' })`.
 * The recommended flags are given here, since those in cdk.json reach nothing but the command line.
 */
export function judgedApp({ context, ...props }: AppProps = {}): App {
  const app = new App({ ...props, context: { ...recommendedFlags, ...context } });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}
