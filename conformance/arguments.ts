import { exit } from 'node:process';
import { parseArgs } from 'node:util';

/** What `npm run conformance` is to do. */
interface Arguments {
  isWriting: boolean;
  isChecking: boolean;
  /** Files of checks/ that are meant alone; empty for all. */
  files: string[];
}

const usage = `Usage: npm run conformance -- [conformance/checks/<file>.ts]…     every expectation through every client
       npm run conformance -- --write | --check     docs/fidelity.md anew, or whether it is up to date`;

const flag = { type: 'boolean' } as const;
const options = { write: flag, check: flag, help: { ...flag, short: 'h' } } as const;

/** Reads the arguments. Asked how it is used, it says so and ends; over what it does not know it ends with 1. */
export function argumentsFrom(args: string[]): Arguments {
  try {
    const { values, positionals: files } = parseArgs({ args, allowPositionals: true, options });
    if (values.help !== true) {
      return { isWriting: values.write === true, isChecking: values.check === true, files };
    }
  } catch (failure) {
    // Node's words name the option; the advice that follows them is for other commands.
    const [words = ''] = failure instanceof Error ? failure.message.split('. ') : [];
    console.error(`${words}.\n${usage}`);
    exit(1);
  }
  console.log(usage);
  exit(0);
}
