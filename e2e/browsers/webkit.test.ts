import { walkThrough } from './walk-through.ts';

walkThrough('webkit');
