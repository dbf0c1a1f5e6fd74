import { test as base } from '@playwright/test';
import { Paper } from './paper/paper.ts';
import { Watch } from './watch.ts';

export interface PaperOptions {
  /** A file that must not meet what other files have left names an edition of its own. */
  edition: string;
}

interface PaperFixtures {
  /** What must not happen on any page, whatever the journey. */
  watch: Watch;
}

interface WorkerFixtures extends PaperOptions {
  paper: Paper;
}

export const test = base.extend<PaperFixtures, WorkerFixtures>({
  edition: ['daily', { scope: 'worker', option: true }],
  paper: [
    async ({ edition: _edition }, use) => {
      const paper = await Paper.start();
      await use(paper);
      await paper.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ paper }, use) => {
    await use(paper.url);
  },
  watch: async ({ paper }, use) => {
    const watch = new Watch(paper);
    await use(watch);
    watch.expectNothingWrong();
  },
  context: async ({ context, watch }, use) => {
    await watch.over(context);
    await use(context);
  },
});

export { expect } from '@playwright/test';
