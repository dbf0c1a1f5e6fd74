import {
  type HttpInterceptorFn,
  HttpResponse,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import type { EnvironmentProviders, Provider } from '@angular/core';
import { provideRouter } from '@angular/router';
import { of } from 'rxjs';
import { provideSession, type SessionOptions } from '../provide-session';
import type { StandIn } from './stand-in';

/** What all demo people have, and those who `join`. */
export const password = 'Press-Pass-2026';

/** The real session, with the stand-in's user pool; `interceptors` of the spec's own come after its configuration. */
export function provideSessionBesideStandIn(
  standIn: StandIn | null,
  { operations = {}, interceptors = [] }: BesideOptions = {},
): (Provider | EnvironmentProviders)[] {
  const configuration: HttpInterceptorFn = (request, next) =>
    request.url === '/amplify_outputs.json'
      ? of(new HttpResponse({ body: standIn?.outputs }))
      : next(request);
  return [
    provideRouter([]),
    provideHttpClient(withInterceptors([configuration, ...interceptors])),
    provideSession({ operations, storagePrefix: 'spec.' }),
  ];
}

interface BesideOptions extends Partial<Pick<SessionOptions, 'operations'>> {
  readonly interceptors?: readonly HttpInterceptorFn[];
}

/** An address that nobody has yet. */
export function newAddress(): string {
  return `spec-${crypto.randomUUID().slice(0, 8)}@example.com`;
}

/** Somebody with a confirmed account; resolves to their address. */
export async function join(standIn: StandIn): Promise<string> {
  const Username = newAddress();
  const ClientId = standIn.outputs.auth.user_pool_client_id;
  const UserAttributes = [{ Name: 'email', Value: Username }];
  await standIn.perform('SignUp', { ClientId, Username, Password: password, UserAttributes });
  const ConfirmationCode = await standIn.latestCode(Username);
  await standIn.perform('ConfirmSignUp', { ClientId, Username, ConfirmationCode });
  return Username;
}

/** Nobody is signed in, and nothing is remembered. */
export function clearStorage(): void {
  localStorage.clear();
  sessionStorage.clear();
}
