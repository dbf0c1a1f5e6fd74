import { Template } from 'aws-cdk-lib/assertions';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { WebStack } from '../hosting/web-stack.ts';
import { IdentityStack } from '../identity/identity-stack.ts';
import type { DeployedApi } from '../news/deployed-api.ts';
import { settingsFrom } from '../settings.ts';
import { appFolder } from './app-folder.ts';
import { inTemporaryFolder } from './temporary-folder.ts';
import { unjudgedApp } from './unjudged-app.ts';

/** The web stack as it would be deployed, with what it uploads. */
export interface WebSynthesis {
  template: Template;
  /** The text of `amplify_outputs.json`, with a marker where CloudFormation fills in what it knows. */
  configuration: string;
}

/** Both APIs, each with a host of its own. */
export const twoApis: readonly DeployedApi[] = [
  { path: '/api', host: 'news.execute-api.eu-west-1.amazonaws.com' },
  { path: '/services', host: 'services.execute-api.eu-west-1.amazonaws.com' },
];

/** The web stack alone, before APIs of the test's choice. */
export function synthesisedWeb(
  context: Readonly<Record<string, string>> = {},
  apis: readonly DeployedApi[] = twoApis,
): WebSynthesis {
  return inTemporaryFolder((outdir) => {
    const app = unjudgedApp(outdir);
    const settings = settingsFrom(context, {});
    const shared = { env: { region: settings.region }, settings };
    const { people } = new IdentityStack(app, 'Identity', { ...shared, stackName: 'identity' });
    const web = new WebStack(app, 'Web', {
      ...shared,
      stackName: 'presspass-web',
      people,
      apis,
      firewall: undefined,
      appFolder,
    });
    const template = Template.fromStack(web);
    return { template, configuration: uploaded('amplify_outputs.json', outdir) };
  });
}

function uploaded(name: string, outdir: string): string {
  const path = readdirSync(outdir, { recursive: true, encoding: 'utf8' }).find(
    (one) => basename(one) === name,
  );
  if (path === undefined) throw new Error(`Nobody uploads ${name}.`);
  return readFileSync(join(outdir, path), 'utf8');
}
