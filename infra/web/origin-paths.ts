/**
 * What the app's origin does not serve from its own files but asks the back end for. `amplify_outputs.json`
 * differs by environment: on AWS the deployment writes it beside the app, on the laptop the stand-in answers.
 */
export const apiPaths = ['/api', '/services'] as const;
export type ApiPath = (typeof apiPaths)[number];
export const configurationPath = '/amplify_outputs.json';
