import { join } from 'node:path';
import { compactDocument } from '../../tools/build/compact-document.ts';
import { buildPeer } from '../angular-peer.ts';

/** The folders of the empty app: as `ng build` leaves it, and bundled once more as ours is. */
export interface EmptyApp {
  asBuilt: string;
  compacted: string;
}

/** Builds an Angular app with a router and nothing else. */
export async function buildEmptyApp(): Promise<EmptyApp> {
  const asBuilt = await buildPeer({ folder: 'empty-app' });
  const compacted = join(asBuilt, '../compacted');
  await compactDocument({ from: asBuilt, page: 'index.html', to: compacted });
  return { asBuilt, compacted };
}
