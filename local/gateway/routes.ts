// Only the router: the package's own index also loads validators and mocks that a gateway has no use for.
import { OpenAPIRouter } from 'openapi-backend/router.js';
import type { Operation } from 'openapi-backend/router.js';
import type { Answer } from '../http/answer.ts';
import type { Contract } from './contract.ts';
import { loadHandlers } from './handlers.ts';
import type { LoadedFunction } from './handlers.ts';
import { operationSecurity } from './operation-security.ts';
import type { AuthorizerSettings } from './operation-security.ts';
import type { Admission } from './passage.ts';
import { pathParameters } from './path-parameters.ts';
import type { References } from './trusted-pool.ts';

/** What an authorizer decides on a request's `Authorization` header. */
export type Decision = { admission: Admission | undefined } | { refusal: Answer };

/** An authorizer of either kind. */
export interface Authorizer {
  decide(authorization: string | undefined, scopes: readonly string[]): Decision;
}

/** One operation of a contract, ready to be called. */
export interface Route {
  /** In upper case. */
  method: string;
  /** The path as the contract has it, `/news/{id}`. */
  template: string;
  function: LoadedFunction;
  decide(authorization: string | undefined): Decision;
}

/** Where an API's routes come from. */
export interface RouteSources {
  contracts: readonly Contract[];
  references: References;
  /** The folder of the operations' handlers, sources or bundles. */
  handlers: URL;
  /** One authorizer per security scheme, as API Gateway makes them. */
  authorizer: (settings: AuthorizerSettings) => Authorizer;
}

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'];

/** The routes of one API, from one contract or several. */
export class Routes {
  readonly #root: string;
  readonly #routers: readonly OpenAPIRouter[];
  readonly #routes: ReadonlyMap<string, Route>;

  private constructor(
    root: string,
    routers: readonly OpenAPIRouter[],
    routes: ReadonlyMap<string, Route>,
  ) {
    this.#root = root;
    this.#routers = routers;
    this.#routes = routes;
  }

  /** Checks that every operation can be served below `root`; throws naming one that cannot. */
  static async load(root: string, sources: RouteSources): Promise<Routes> {
    const routers: OpenAPIRouter[] = [];
    const routes = new Map<string, Route>();
    for (const { definition } of sources.contracts) {
      const router = new OpenAPIRouter({ definition, apiRoot: root });
      routers.push(router);
      for (const [key, route] of await routesOf(router, sources)) {
        if (routes.has(key)) throw new Error(`Two contracts have the operation ${key}.`);
        routes.set(key, route);
      }
    }
    return new Routes(root, routers, routes);
  }

  /** The path below the API's root, as it was sent. */
  pathOf(pathname: string): string {
    return pathname.slice(this.#root.length);
  }

  find(method: string, pathname: string): Route | undefined {
    for (const router of this.#routers) {
      const operation = router.matchOperation({ method, path: pathname, headers: {} });
      if (operation) return this.#routes.get(keyOf(operation));
    }
    return undefined;
  }

  /** The methods that a path has. */
  methodsAt(pathname: string): string[] {
    return methods.filter((method) => this.find(method, pathname));
  }

  /** The values of the path's parameters, decoded. */
  parametersIn(route: Route, pathname: string): Record<string, string> {
    return pathParameters(route.template, this.pathOf(pathname));
  }
}

const keyOf = ({ method, path }: Operation): string => `${method.toUpperCase()} ${path}`;

async function routesOf(
  router: OpenAPIRouter,
  sources: RouteSources,
): Promise<[key: string, route: Route][]> {
  const operations = router.getOperations();
  const nameOf = ({ operationId, path }: Operation): string => operationId ?? path;
  const handlers = await loadHandlers(operations.map(nameOf), sources.handlers);
  const deciding = decisionsBy(router, sources);
  return operations.map((operation) => {
    const decide = deciding(operation);
    const loaded = handlers.get(nameOf(operation));
    if (!loaded) throw new Error(`${nameOf(operation)} has no handler.`);
    const { method, path: template } = operation;
    const route = { method: method.toUpperCase(), template, function: loaded, decide };
    return [keyOf(operation), route];
  });
}

function decisionsBy(
  { definition }: OpenAPIRouter,
  { references, authorizer }: RouteSources,
): (operation: Operation) => Route['decide'] {
  const authorizers = new Map<string, Authorizer>();
  return (operation) => {
    const security = operationSecurity(operation, definition, references);
    if (security.kind === 'open') return () => ({ admission: undefined });
    const { authorizer: settings, scopes } = security;
    const responsible = authorizers.get(settings.name) ?? authorizer(settings);
    authorizers.set(settings.name, responsible);
    return (authorization) => responsible.decide(authorization, scopes);
  };
}
