import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** Milliseconds. */
const timeout = 10_000;

/** What the place where the app runs says about itself, in `/amplify_outputs.json`. */
export interface Configuration {
  /** Amplify's own format, as it came. */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** The address of the stand-in for AWS; `null` on AWS. */
  readonly localEndpoint: string | null;
}

/** Asks for the configuration once. A failure is not kept: the next `load` asks again. */
@Service()
export class ConfigurationLoader {
  private readonly http = inject(HttpClient);
  private loaded: Promise<Configuration> | undefined;

  /** Rejects when the configuration cannot be had or is none. */
  load(): Promise<Configuration> {
    this.loaded ??= this.fetch().catch((error: unknown) => {
      // Nobody would get out of a failure that was kept, short of a reload.
      this.loaded = undefined;
      throw error;
    });
    return this.loaded;
  }

  private async fetch(): Promise<Configuration> {
    const outputs = await firstValueFrom(
      this.http.get<unknown>('/amplify_outputs.json', { timeout }),
    );
    if (!isRecord(outputs)) throw new TypeError('/amplify_outputs.json holds no configuration.');
    return { outputs, localEndpoint: localEndpointOf(outputs) };
  }
}

function localEndpointOf(outputs: Record<string, unknown>): string | null {
  const custom = outputs['custom'];
  const local = isRecord(custom) ? custom['local'] : undefined;
  const endpoint = isRecord(local) ? local['endpoint'] : undefined;
  return typeof endpoint === 'string' ? endpoint : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
