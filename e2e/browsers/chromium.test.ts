import { walkThrough } from './walk-through.ts';

walkThrough('chromium');
