import { spaFallback } from './spa-fallback.ts';

/**
 * The CloudFront Function before the app's files, in JavaScript runtime 2.0: which file is asked for. It does not choose the
 * behaviour, which CloudFront did by the address in the browser:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
export const viewerRequest = `${spaFallback.toString()}

function handler(event) {
  event.request.uri = spaFallback(event.request.uri);
  return event.request;
}
`;
