import type { ApiPath } from './origin-paths.ts';
import { apiPaths } from './origin-paths.ts';

/** What answers the addresses of a pattern: a cache behaviour of CloudFront, which `npm run preview` follows too. */
export interface Behaviour {
  /** `*` stands for any characters or none, slashes too, `?` for exactly one; upper and lower case differ. */
  pattern: string;
  /** The files of the app, as `spaFallback` finds them, or the API at this path. */
  origin: 'files' | ApiPath;
  /** The `Link` header of its answers. */
  link?: string;
}

/** In their order: the first that matches counts, and the last matches everything. */
export interface Behaviours {
  others: readonly Behaviour[];
  last: Behaviour;
}

/** What a browser may ask of files; CloudFront refuses everything else with 403. */
export const fileMethods = ['GET', 'HEAD'] as const;

/**
 * Has data travel while the scripts do: the front page asks for exactly this address. As a header of that page and not an
 * element of `index.html`, since that file answers for the other routes too, which would fetch the news in vain.
 */
export const preloadedNews = '</api/news?limit=22>; rel=preload; as=fetch; crossorigin=anonymous';

/**
 * The behaviours of the app's origin, with those of the APIs that there are.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html
 *
 * CloudFront knows no pattern for the front page alone: the slash a pattern begins with says nothing, so `/` is not
 * documented to mean it. What has at least one character after the slash is documented, `/?*`, and the front page is the rest.
 */
export function behaviours(apis: readonly ApiPath[] = apiPaths): Behaviours {
  return {
    others: [
      // Two patterns for each, because `/api*` would also catch /apiary, and `/api/*` leaves /api out.
      ...apis.flatMap((origin): Behaviour[] =>
        [origin, `${origin}/*`].map((pattern) => ({ pattern, origin })),
      ),
      { pattern: '/?*', origin: 'files' },
    ],
    last: { pattern: '*', origin: 'files', link: preloadedNews },
  };
}

/** The behaviour that a path falls under; the path is as it was sent, without its query. */
export function behaviourOf(path: string, { others, last } = behaviours()): Behaviour {
  return others.find(({ pattern }) => isMatch(path, pattern)) ?? last;
}

function isMatch(path: string, pattern: string): boolean {
  const source = pattern
    .replace(/[$()+.[\\\]^{|}]/g, String.raw`\$&`)
    .replaceAll('?', '.')
    .replaceAll('*', '.*');
  return new RegExp(`^${source}$`, 's').test(path);
}
