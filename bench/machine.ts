import { arch, cpus, platform, totalmem } from 'node:os';
import { version } from 'node:process';

/** What the figures depend on. No host name and no path: they say nothing about speed. */
export interface Machine {
  platform: string;
  processor: string;
  cores: number;
  memoryGb: number;
  node: string;
}

/** The machine that this process runs on. */
export function thisMachine(): Machine {
  const cores = cpus();
  return {
    platform: `${platform()} ${arch()}`,
    processor: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: version,
  };
}
