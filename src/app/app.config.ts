import { provideHttpClient, withInterceptors, withNoXsrfProtection } from '@angular/common/http';
import {
  type ApplicationConfig,
  ErrorHandler,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  UrlSerializer,
  provideRouter,
  withComponentInputBinding,
  withEnabledBlockingInitialNavigation,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { newsOperations } from '../../contract/generated/news-operations';
import { routes } from './app.routes';
import { openFromServer } from './navigation-failure';
import { ReadableAddresses } from './readable-addresses';
import { ErrorReporter } from './shared/error-reporter';
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
      // The handler below deals with it; a rejected promise would be told once more, as a defect.
      withRouterConfig({ resolveNavigationPromiseOnError: true }),
      withEnabledBlockingInitialNavigation(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withNavigationErrorHandler(openFromServer),
    ),
    { provide: UrlSerializer, useClass: ReadableAddresses },
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
