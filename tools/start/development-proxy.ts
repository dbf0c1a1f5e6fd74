/** What `ng serve` hands on to the stand-in for AWS, as CloudFront would to API Gateway. */
import { apiPaths, configurationPath } from '../../infra/web/origin-paths.ts';
import { portsFrom } from '../processes/ports.ts';

const target = `http://127.0.0.1:${portsFrom(process.env).edge}`;

export default Object.fromEntries(
  [...apiPaths, configurationPath].map((path) => [
    // A pattern, because a plain prefix would also catch /apiary.
    `^${path.replaceAll('.', '\\.')}(?=[/?]|$)`,
    { target, changeOrigin: true },
  ]),
);
