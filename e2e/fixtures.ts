import { test as base } from '@playwright/test';
import { Paper } from './paper/paper.ts';
import { Watch } from './watch.ts';

interface PaperFixtures {
  /**
   * Journeys that delete, restore or publish stories say so here: each of them starts from a paper of its own, and leaves
   * it to nobody. The others share one, which nothing has happened to but that people have joined.
   */
  changesPaper: boolean;
  paper: Paper;
  /** What must not happen on any page, whatever the journey. */
  watch: Watch;
}

interface WorkerFixtures {
  workersPaper: Paper;
}

export const test = base.extend<PaperFixtures, WorkerFixtures>({
  workersPaper: [
    async ({ playwright: _playwright }, use) => {
      const paper = await Paper.start();
      await use(paper);
      await paper.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  changesPaper: [false, { option: true }],
  paper: async ({ changesPaper, workersPaper }, use) => {
    if (changesPaper || workersPaper.hasChanged) await workersPaper.startAnew();
    workersPaper.hasChanged ||= changesPaper;
    await use(workersPaper);
  },
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
