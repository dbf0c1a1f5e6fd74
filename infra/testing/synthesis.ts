import { Template } from 'aws-cdk-lib/assertions';
import { buildFunctionBundles } from '../functions/function-bundles.ts';
import { addPresspass } from '../presspass.ts';
import { settingsFrom } from '../settings.ts';
import { appFolder } from './app-folder.ts';
import { inTemporaryFolder } from './temporary-folder.ts';
import { unjudgedApp } from './unjudged-app.ts';

// Templates name functions by the hash of their code, so there must be some.
await buildFunctionBundles();

/** The templates that settings lead to, without an account and without a network. */
export interface Synthesis {
  identity: Template;
  news: Template;
  firewall: Template | undefined;
  web: Template;
}

/** As `cdk synth -c name=value …` would do it, but for the judges. Throws what the definitions throw. */
export function synthesised(context: Readonly<Record<string, string>> = {}): Synthesis {
  return inTemporaryFolder((outdir) => {
    const app = unjudgedApp(outdir);
    const settings = settingsFrom(context, {});
    const { identity, news, firewall, web } = addPresspass(app, settings, appFolder);
    return {
      identity: Template.fromStack(identity),
      news: Template.fromStack(news),
      firewall: firewall && Template.fromStack(firewall),
      web: Template.fromStack(web),
    };
  });
}
