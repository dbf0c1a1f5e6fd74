import type { App, StackProps } from 'aws-cdk-lib';
import { readFunctionBundles } from './functions/function-bundles.ts';
import { IdentityStack } from './identity/identity-stack.ts';
import { NewsStack } from './news/news-stack.ts';
import type { DeploymentSettings } from './settings.ts';
import { stackName } from './stack-name.ts';
import type { StackPart } from './stack-name.ts';
import { WebStack } from './hosting/web-stack.ts';

/** The stacks of one deployment, in the order in which they are deployed. */
export interface Presspass {
  identity: IdentityStack;
  news: NewsStack;
  web: WebStack;
}

/** Adds all stacks to an app. Throws, naming it, when a definition is wrong. */
export function addPresspass(app: App, settings: DeploymentSettings): Presspass {
  const stackProps = (part: StackPart): StackProps & { settings: DeploymentSettings } => ({
    stackName: stackName(part, settings),
    env: { account: settings.account, region: settings.region },
    terminationProtection: settings.environment === 'production',
    settings,
  });
  const identity = new IdentityStack(app, 'Identity', stackProps('identity'));
  const { people, services } = identity;
  const bundles = readFunctionBundles();
  const news = new NewsStack(app, 'News', { ...stackProps('news'), people, services, bundles });
  const { apis } = news;
  const web = new WebStack(app, 'Web', { ...stackProps('web'), people, apis });
  return { identity, news, web };
}
