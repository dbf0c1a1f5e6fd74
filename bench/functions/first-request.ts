/**
 * Loads a function's module and answers one request, as Lambda does in a new environment: the arguments are the module's path and
 * the event as JSON. Prints the answer's status.
 */
import { argv, exit } from 'node:process';
import { pathToFileURL } from 'node:url';

const [file = '', event = ''] = argv.slice(2);
const { handler } = (await import(pathToFileURL(file).href)) as {
  handler: (event: unknown) => Promise<{ statusCode: number }>;
};
const { statusCode } = await handler(JSON.parse(event));
console.log(statusCode);
exit();
