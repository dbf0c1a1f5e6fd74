import type { Member, ProcessGroup } from './process-group.ts';
import { answering } from './readiness.ts';

/** The stand-in for AWS, as a process beside the app. */
export function standIn(port: number): Member {
  return {
    name: 'The stand-in for AWS (local/)',
    script: 'local/main.ts',
    env: { EDGE_PORT: String(port) },
    output: 'drop',
  };
}

/** The same, started anew when its sources change. */
export function restartingStandIn(port: number): Member {
  return { ...standIn(port), script: 'tools/local.ts', args: ['--watch'] };
}

/** Resolves when the stand-in takes requests. */
export function standInReady(port: number, group: ProcessGroup): Promise<void> {
  return answering(`http://127.0.0.1:${port}/health`, group.signal);
}
