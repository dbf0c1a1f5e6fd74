import { StartUpProblem } from '../processes/start-up-problem.ts';
import { portsFrom } from '../processes/ports.ts';
import { withoutUserinfo } from '../processes/userinfo.ts';
import { isLoopback } from '../remote/web-address.ts';

/** Where the wire delivers to, and how it shows who it is. The secret goes to the token endpoint and nowhere else. */
export interface WireSettings {
  /** The API with its stage, `https://news.example/api`. */
  api: URL;
  tokenEndpoint: URL;
  clientId: string;
  clientSecret: string;
}

const variables = [
  'PRESSPASS_API',
  'WIRE_TOKEN_URL',
  'WIRE_CLIENT_ID',
  'WIRE_CLIENT_SECRET',
] as const;

/**
 * The settings from the environment, or those of the stand-in at EDGE_PORT when the environment has none.
 * Throws `StartUpProblem` when they are incomplete, or would send the secret without TLS.
 */
export async function settingsFrom(env: NodeJS.ProcessEnv): Promise<WireSettings> {
  const missing = variables.filter((name) => !env[name]);
  if (missing.length === variables.length) return settingsOfStandIn(env);
  if (missing.length > 0) {
    throw new StartUpProblem(
      `${missing.join(', ')} must be set too, or none of ${variables.join(', ')} for the stand-in.`,
    );
  }
  return {
    api: safeAddress('PRESSPASS_API', env['PRESSPASS_API']),
    tokenEndpoint: safeAddress('WIRE_TOKEN_URL', env['WIRE_TOKEN_URL']),
    clientId: env['WIRE_CLIENT_ID'] ?? '',
    clientSecret: env['WIRE_CLIENT_SECRET'] ?? '',
  };
}

function safeAddress(name: string, text = ''): URL {
  if (!URL.canParse(text)) {
    throw new StartUpProblem(`${name} is "${withoutUserinfo(text)}". It must be an address.`);
  }
  const address = new URL(text);
  if (address.username !== '' || address.password !== '') {
    throw new StartUpProblem(`${name} has a name or a password before the @. Leave them out.`);
  }
  if (address.protocol === 'https:' || isLoopback(address)) return address;
  throw new StartUpProblem(`${name} must begin with https://, since secrets and tokens go there.`);
}

async function settingsOfStandIn(env: NodeJS.ProcessEnv): Promise<WireSettings> {
  const { edge } = portsFrom(env);
  const origin = `http://127.0.0.1:${edge}`;
  const wire = await wireClientAt(origin).catch(() => undefined); // whatever is there, it is no stand-in
  if (!wire?.secret) {
    throw new StartUpProblem(
      `No stand-in answers on port ${edge}. Start it (npm start, or npm run local), set EDGE_PORT to where it is, ` +
        `or set ${variables.join(', ')} for AWS.`,
    );
  }
  return {
    api: new URL('/api', origin),
    tokenEndpoint: new URL('/oauth2/token', origin),
    clientId: wire.id,
    clientSecret: wire.secret,
  };
}

async function wireClientAt(origin: string): Promise<{ id: string; secret?: string } | undefined> {
  const response = await fetch(`${origin}/about.json`, { signal: AbortSignal.timeout(5000) });
  const about = (await response.json()) as {
    clients?: Record<string, { id: string; secret?: string }>;
  };
  return about.clients?.['wire'];
}
