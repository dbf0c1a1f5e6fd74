import { buildFolder, buildForProduction } from '../tools/build/production-build.ts';
import { buildPeer } from './angular-peer.ts';

let production: Promise<boolean> | undefined;
let empty: Promise<string> | undefined;

/**
 * The folder of the app's production build, which is made once in a run; `isBuilding: false` takes the one that is there.
 * Rejects when it cannot be built.
 */
export async function productionBuild(isBuilding: boolean): Promise<string> {
  if (isBuilding) {
    production ??= buildForProduction();
    if (!(await production)) throw new Error('The app could not be built.');
  }
  return buildFolder;
}

/** The folder of an Angular app with a router and nothing else, as `ng build` makes it, once in a run. */
export function emptyAppBuild(): Promise<string> {
  empty ??= buildPeer({ folder: 'empty-app' });
  return empty;
}
