import type { Callers, Contract, Operation } from '../../contract/contract.ts';
import { StartUpProblem } from '../processes/start-up-problem.ts';

/** An authorizer without scopes wants the ID token, one with scopes the access token (AWS: "apigateway-enable-cognito-user-pool"). */
export function tokenKind(operation: Operation): 'none' | 'id' | 'access' {
  if (requirementOf(operation) === undefined) return 'none';
  return scopesOf(operation).length > 0 ? 'access' : 'id';
}

/** Of them the authorizer wants one. */
export const scopesOf = (operation: Operation): string[] =>
  Object.values(requirementOf(operation) ?? {}).flat();

/** The user pools whose tokens an operation's authorizer takes: `${PeoplePoolArn}` is `people`. */
export function poolsOf(operation: Operation, { securitySchemes }: Contract): string[] {
  return Object.keys(requirementOf(operation) ?? {})
    .flatMap((name) => securitySchemes[name]?.['x-amazon-apigateway-authorizer'].providerARNs ?? [])
    .map((arn) => /^\$\{(\w+)PoolArn\}$/.exec(arn)?.[1]?.toLowerCase() ?? arn);
}

/** Who may call; throws `StartUpProblem` where that is missing, or says something else than the authorizer. */
export function callersOf(operation: Operation): Callers {
  const { operationId, callers, answers } = operation;
  if (callers === undefined) {
    throw new StartUpProblem(`${operationId} says nowhere who may call it: x-presspass-caller.`);
  }
  const rules = typeof callers === 'string' ? [] : callers;
  const scopes = scopesOf(operation);
  const foreign = rules.find((rule) => 'scope' in rule && !scopes.includes(rule.scope));
  if (foreign) {
    throw new StartUpProblem(
      `${operationId} is for callers with ${JSON.stringify(foreign)}, which its authorizer does not ask for.`,
    );
  }
  if ((callers === 'anyone') !== (requirementOf(operation) === undefined)) {
    throw new StartUpProblem(
      `${operationId} is for ${JSON.stringify(callers)}, and its security is for others.`,
    );
  }
  if (rules.length > 0 && answers['403'] === undefined) {
    throw new StartUpProblem(`${operationId} refuses callers, and has no 403.`);
  }
  return callers;
}

/** The group whose members may call; `null` where no group is asked for. */
export function groupOf(operation: Operation): string | null {
  const callers = callersOf(operation);
  const rules = typeof callers === 'string' ? [] : callers;
  return rules.flatMap((rule) => ('group' in rule ? rule.group : []))[0] ?? null;
}

const requirementOf = ({
  security,
}: Operation): Readonly<Record<string, readonly string[]>> | undefined => security?.[0];
