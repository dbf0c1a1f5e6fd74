/** `npm run destroy`: takes the paper away from AWS, after saying what goes and what stays; docs/deploy.md. */
import { argv } from 'node:process';
import { deployOptionsFrom } from './deploy/options.ts';
import { typed } from './deploy/question.ts';
import { readinessFor } from './deploy/readiness.ts';
import { destroy } from './destroy/destruction.ts';
import { runCommand } from './processes/start-up-problem.ts';

await runCommand(async () => {
  const options = deployOptionsFrom('destroy', argv.slice(2));
  return destroy({ options, ready: await readinessFor('destroy', options), typed });
});
