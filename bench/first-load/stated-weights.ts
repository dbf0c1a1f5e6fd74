import type { StatedReference } from '../figure.ts';

const measuredOn = '2026-11-20';

/** JavaScript and CSS, in brotli, that other Angular apps fetch at `/`. They were measured once, with the same browser. */
export const statedWeights: readonly StatedReference[] = [
  { name: 'empty app with a router', value: 51_784, measuredOn },
  { name: '… with HttpClient and a list page', value: 60_326, measuredOn },
  { name: '… with RouterLink and Amplify on demand', value: 64_787, measuredOn },
  { name: '… with reactive forms', value: 72_993, measuredOn },
  { name: '… with the dialog of @angular/cdk', value: 76_877, measuredOn },
  { name: '… with card, toolbar and button of Material', value: 76_888, measuredOn },
  { name: '… with aws-amplify/auth from the start', value: 90_885, measuredOn },
  { name: 'RealWorld Conduit, Angular 21', value: 92_694, measuredOn },
  { name: 'Amplify’s quickstart for Angular', value: 203_089, measuredOn },
];
