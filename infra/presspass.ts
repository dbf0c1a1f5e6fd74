import type { App, StackProps } from 'aws-cdk-lib';
import { readFunctionBundles } from './functions/function-bundles.ts';
import { buildFolder } from './hosting/built-app.ts';
import { FirewallStack } from './hosting/firewall-stack.ts';
import { WebStack } from './hosting/web-stack.ts';
import { IdentityStack } from './identity/identity-stack.ts';
import { NewsStack } from './news/news-stack.ts';
import type { DeploymentSettings } from './settings.ts';
import { regionOf, stackName } from './stack-name.ts';
import type { StackPart } from './stack-name.ts';

/** The stacks of one deployment, in the order in which they are deployed. */
export interface Presspass {
  identity: IdentityStack;
  news: NewsStack;
  /** In another region than the others. */
  firewall: FirewallStack | undefined;
  web: WebStack;
}

/**
 * Adds all stacks to an app. Throws, naming it, when a definition is wrong, and saying what to do when `appFolder` holds no build
 * of the app.
 */
export function addPresspass(
  app: App,
  settings: DeploymentSettings,
  appFolder = buildFolder,
): Presspass {
  const stackProps = (part: StackPart): StackProps & { settings: DeploymentSettings } => ({
    stackName: stackName(part, settings),
    env: { account: settings.account, region: regionOf(part, settings) },
    terminationProtection: settings.environment === 'production',
    settings,
  });
  const identity = new IdentityStack(app, 'Identity', stackProps('identity'));
  const { people, services } = identity;
  const bundles = readFunctionBundles();
  const news = new NewsStack(app, 'News', { ...stackProps('news'), people, services, bundles });
  const { apis } = news;
  const firewall =
    settings.firewall === 'on'
      ? new FirewallStack(app, 'Firewall', stackProps('firewall'))
      : undefined;
  const web = new WebStack(app, 'Web', {
    ...stackProps('web'),
    people,
    apis,
    firewall: firewall?.webAclArn,
    appFolder,
  });
  return { identity, news, firewall, web };
}
