import { Validations } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import {
  FAIL_SYNTH_ON_VALIDATION_ERRORS_CONTEXT,
  VALIDATION_REPORT_FILE,
} from 'aws-cdk-lib/cx-api';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgedApp } from '../judged-app.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** What the judges of an app leave to be done; a line each. */
export interface Findings {
  /** `AwsSolutions-COG2 at Identity/People/Pool/Resource: The Cognito user pool …` */
  unexplained: string[];
  /** Explanations of what nobody finds any more: they would hide it if it came back. */
  obsolete: string[];
}

/** Has the stacks that `build` adds judged as `cdk synth` does; warnings count as much as errors. */
export function findings(build: (app: App) => unknown): Findings {
  return inTemporaryFolder((outdir) => {
    const context = { [FAIL_SYNTH_ON_VALIDATION_ERRORS_CONTEXT]: false };
    const app = judgedApp({ outdir, context });
    build(app);
    app.synth();
    const { pluginReports } = readReport(outdir);
    const explained = pluginReports.flatMap(({ suppressedViolations = [] }) =>
      suppressedViolations.map((one) => explanation(one.acknowledgedAt, one.acknowledgedId)),
    );
    return {
      unexplained: pluginReports.flatMap(({ violations }) => violations.flatMap(lines)),
      obsolete: explanationsIn(app).filter((one) => !explained.includes(one)),
    };
  });
}

/** The part of the CDK's report that is read here. */
interface Report {
  pluginReports: {
    violations: Violation[];
    suppressedViolations?: { acknowledgedAt: string; acknowledgedId: string }[];
  }[];
}

interface Violation {
  ruleName: string;
  description: string;
  violatingConstructs: { constructPath: string }[];
}

function readReport(folder: string): Report {
  return JSON.parse(readFileSync(join(folder, VALIDATION_REPORT_FILE), 'utf8')) as Report;
}

function lines({ ruleName, description, violatingConstructs }: Violation): string[] {
  return violatingConstructs.map((one) => `${ruleName} at ${one.constructPath}: ${description}`);
}

function explanationsIn(app: App): string[] {
  return app.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.keys(data as object))
      .map((id) => explanation(node.path, id)),
  );
}

function explanation(path: string, id: string): string {
  return `${id} at ${path}`;
}
