import { fileURLToPath } from 'node:url';

/** What a build of the app looks like, so that no test has to wait for one. */
export const appFolder = fileURLToPath(new URL('app', import.meta.url));
