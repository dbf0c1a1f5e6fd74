import { provideHttpClient, withInterceptors, withNoXsrfProtection } from '@angular/common/http';
import {
  type ApplicationConfig,
  ErrorHandler,
  inject,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  provideRouter,
  withComponentInputBinding,
  withEnabledBlockingInitialNavigation,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { newsOperations } from '../../contract/generated/news-operations';
import { routes } from './app.routes';
import { ErrorReporter } from './shared/error-reporter';
import { Notices } from './shared/notices';
import {
  bearerTokenInterceptor,
  provideSession,
  withCrossTab,
  withIdleSignOut,
  withRefreshAhead,
} from './session';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    { provide: ErrorHandler, useClass: ErrorReporter },
    provideRouter(
      routes,
      withComponentInputBinding(),
      // Told by the handler below; as a rejected promise it would be told once more, as a defect.
      withRouterConfig({ resolveNavigationPromiseOnError: true }),
      withEnabledBlockingInitialNavigation(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
      withNavigationErrorHandler((failure) => {
        console.error(failure.error);
        inject(Notices).show({
          text: 'That page could not be opened. Check your connection, then try again.',
        });
      }),
    ),
    // No cookie takes part in a request, so there is nothing for XSRF protection to protect.
    provideHttpClient(withInterceptors([bearerTokenInterceptor]), withNoXsrfProtection()),
    provideSession(
      { operations: newsOperations, storagePrefix: 'presspass.' },
      withCrossTab(),
      withRefreshAhead(),
      withIdleSignOut({ after: 30 * 60_000, lifetime: 'this-tab' }),
    ),
  ],
};
