/** `npm run wire -- <feed.xml | URL>`: publishes the items of an RSS or Atom feed in the paper; docs/wire.md. */
import { argv, env, stderr } from 'node:process';
import { withoutPasswords } from './processes/userinfo.ts';
import { runCommand, StartUpProblem } from './processes/start-up-problem.ts';
import { argumentsFrom } from './processes/usage.ts';
import { AccessToken } from './wire/access-token.ts';
import { deliver } from './wire/delivery.ts';
import { readFeedBytes } from './wire/feed-bytes.ts';
import { feedText } from './wire/feed-text.ts';
import { feedIn } from './wire/feed.ts';
import { FormerStories } from './wire/former-stories.ts';
import { interruption } from './wire/interruption.ts';
import { NewsDesk } from './wire/news-desk.ts';
import { oneLine } from './wire/plain-text.ts';
import { previewOf } from './wire/preview.ts';
import { Progress } from './processes/progress.ts';
import { exitCodeOf, reportOf } from './wire/report.ts';
import { usualPatience } from './wire/retries.ts';
import { settingsFrom } from './wire/settings.ts';
import { readStories } from './wire/story.ts';

const usage = 'Usage: npm run wire -- <feed.xml | URL> [--dry-run]';

function commandFrom(args: string[]): { source: string; isDryRun: boolean } {
  const { values, positionals } = parsed(args);
  const [source, ...more] = positionals;
  if (!source || more.length > 0) throw new StartUpProblem(usage);
  return { source, isDryRun: values['dry-run'] === true };
}

function parsed(args: string[]) {
  return argumentsFrom(args, usage, {
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean' } },
  });
}

async function wire(): Promise<number> {
  const { source, isDryRun } = commandFrom(argv.slice(2));
  const { stop, abandon } = interruption();
  const feed = feedIn(source, feedText(source, await readFeedBytes(source, stop)));
  const readings = readStories(feed, Date.now());
  if (isDryRun) {
    console.log(withoutPasswords(previewOf(readings)));
    return 0;
  }
  const settings = await settingsFrom(env);
  const token = new AccessToken(settings, usualPatience);
  const desk = new NewsDesk(settings.api, token, usualPatience);
  const former = new FormerStories(settings.api, settings.clientId, usualPatience);
  const progress = new Progress(stderr, readings.length);
  const delivered = await deliver(readings, {
    publish: (story, signal) => desk.publish(story, signal),
    findFormer: (reading, signal) => former.find(reading, signal),
    onOutcome: () => {
      progress.advance();
    },
    stop,
    abandon,
  });
  progress.end();
  console.log(withoutPasswords(reportOf(oneLine(feed.title), delivered)));
  return exitCodeOf(delivered, stop.aborted);
}

await runCommand(wire);
