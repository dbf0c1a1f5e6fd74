/**
 * What the app's origin does not serve from its own files but asks the back end for. `amplify_outputs.json`
 * differs by environment: on AWS the deployment writes it beside the app, on the laptop the stand-in answers.
 */
export const apiPaths = ['/api', '/services'] as const;
export const configurationPath = '/amplify_outputs.json';

/** Whether `path` is `prefix` or lies below it: `/api` and `/api/news`, but not `/apiary`. */
export function isBelow(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}
