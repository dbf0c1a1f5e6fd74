import { resolve } from 'node:path';
import { runTool } from '../processes/tool.ts';

/** How to run the CDK's command line. */
export interface CdkOptions {
  region: string;
  profile: string | undefined;
  /** Its script; the one that infra/package.json pins unless said. */
  script?: string;
}

/** The CDK's command line, in infra/. Each verb prints to the terminal and resolves to whether it succeeded. */
export class Cdk {
  readonly #options: CdkOptions;
  /** What is synthesised once is what is compared and deployed. */
  readonly #assembly = resolve('dist/cdk.out');

  constructor(options: CdkOptions) {
    this.#options = options;
  }

  synthesise(context: Readonly<Record<string, string>>): Promise<boolean> {
    const settings = Object.entries(context).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return this.#run(['synth', '--quiet', '--output', this.#assembly, ...settings]);
  }

  showDifference(): Promise<boolean> {
    return this.#run(['diff', '--app', this.#assembly]);
  }

  /** Its own question is not asked: ours was, about the difference. */
  deploy(): Promise<boolean> {
    return this.#run(['deploy', '--all', '--app', this.#assembly, '--require-approval', 'never']);
  }

  async #run(args: string[]): Promise<boolean> {
    const {
      region,
      profile,
      script = resolve('infra/node_modules/aws-cdk/bin/cdk'),
    } = this.#options;
    const { code } = await runTool(script, args, {
      folder: 'infra',
      output: 'show',
      env: {
        AWS_REGION: region,
        ...(profile !== undefined && { AWS_PROFILE: profile }),
        CDK_DISABLE_CLI_TELEMETRY: 'true',
      },
    });
    return code === 0;
  }
}
