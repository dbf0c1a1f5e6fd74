import { App } from 'aws-cdk-lib';
import { recommendedFlags } from '../recommended-flags.ts';

/** An app without the judges, who take three seconds a process: `findings` asks them. It writes into `outdir`. */
export const unjudgedApp = (outdir: string): App =>
  new App({ context: recommendedFlags, outdir, builtinCloudFormationValidation: false });
