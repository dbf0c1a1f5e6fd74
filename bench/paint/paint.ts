import { openPreview } from '../../tools/preview/preview-server.ts';
import { emptyAppBuild, productionBuild } from '../builds.ts';
import type { Figure, Limit } from '../figure.ts';
import { startStandInProcess } from '../stand-in-process.ts';
import { median } from '../statistics.ts';
import { withThrottledPage } from '../throttled-browser.ts';
import { temporaryFolder } from '../workspace.ts';
import { observePaint } from './observed-paint.ts';
import type { Paint } from './observed-paint.ts';

/** 1.3 × the 1.9 of 30 November 2026, when production had a second, smaller document; until the front page is rendered ahead. */
const largestPaintRatio = 2.47;
const largestShift = 0.02;

/** A page that is opened again and again, each time in a new browser. */
interface Subject {
  folder: string;
  path: string;
  readyWhen: string;
  paints: Paint[];
}

/**
 * How soon `/` and `/sign-in` stand on a slow phone, and how still, beside an empty Angular app from the same
 * server, with the same headers: the news that `/` preloads travel to the empty app as well.
 * `isBuilding: false` takes the production build that is there.
 */
export async function measurePaint(isBuilding: boolean, times: number): Promise<Figure[]> {
  const folder = await productionBuild(isBuilding);
  const subject = (page: Omit<Subject, 'paints'>): Subject => ({ ...page, paints: [] });
  const empty = subject({ folder: await emptyAppBuild(), path: '/', readyWhen: 'h1' });
  const front = subject({ folder, path: '/', readyWhen: 'main li h2' });
  const signIn = subject({ folder, path: '/sign-in', readyWhen: 'amplify-authenticator form' });
  const standIn = await startStandInProcess(await temporaryFolder('state'));
  for (let count = 0; count < times; count += 1) {
    for (const each of [empty, front, signIn]) each.paints.push(await paintOnce(each, standIn.url));
  }
  await standIn.stop();
  return [
    ...figuresOf(front, empty, { of: 'ratio', atMost: largestPaintRatio }),
    ...figuresOf(signIn, empty),
  ];
}

async function paintOnce({ folder, path, readyWhen }: Subject, standIn: string): Promise<Paint> {
  const preview = await openPreview({ folder, port: 0, origin: standIn });
  try {
    const url = `http://localhost:${preview.port}${path}`;
    return await withThrottledPage((page) => observePaint(page, url, readyWhen));
  } finally {
    await preview.close();
  }
}

function figuresOf(page: Subject, empty: Subject, limitOfLargest?: Limit): Figure[] {
  const middle = ({ paints }: Subject, of: keyof Paint): number =>
    median(paints.map((paint) => paint[of]));
  const timed = (what: string, of: keyof Paint): Figure => ({
    name: `${page.path} on a slow phone: ${what}, median`,
    value: middle(page, of),
    unit: 'ms',
    peer: { name: 'empty Angular app, as ng builds it', value: middle(empty, of) },
  });
  return [
    timed('first contentful paint', 'firstContentful'),
    {
      ...timed('largest contentful paint', 'largestContentful'),
      ...(limitOfLargest && { limit: limitOfLargest }),
    },
    timed('blocking time', 'blocking'),
    {
      name: `${page.path} on a slow phone: layout shift, median`,
      value: middle(page, 'layoutShift'),
      unit: 'score',
      limit: { of: 'value', atMost: largestShift },
    },
  ];
}
