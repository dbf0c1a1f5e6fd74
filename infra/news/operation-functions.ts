import { Construct } from 'constructs';
import { articlesAccess } from '../../backend/dynamodb/articles-access.ts';
import type { ArticlesAccess } from '../../backend/dynamodb/articles-access.ts';
import type { FunctionBundle } from '../functions/function-bundles.ts';
import type { PeoplePool } from '../identity/people-pool.ts';
import type { DeploymentSettings } from '../settings.ts';
import type { ArticlesTable } from './articles-table.ts';
import { OperationFunction } from './operation-function.ts';
import { grantSignIn } from './grant-sign-in.ts';

/** What functions are made from, and what they may be granted. */
export interface OperationFunctionsProps {
  bundles: readonly FunctionBundle[];
  articles: ArticlesTable;
  people: PeoplePool;
  settings: DeploymentSettings;
}

const accessOf = new Map<string, ArticlesAccess>(Object.entries(articlesAccess));

/** One function for each bundle, each with what its operation needs. Throws `WrongDefinition` when one lacks a variable. */
export class OperationFunctions extends Construct {
  readonly all: readonly OperationFunction[];

  constructor(scope: Construct, id: string, props: OperationFunctionsProps) {
    super(scope, id);
    const { bundles, articles, people, settings } = props;
    this.all = bundles.map((bundle) => new OperationFunction(this, bundle, settings));
    for (const operation of this.all) {
      const access = accessOf.get(operation.operationId);
      if (access) articles.grantTo(operation, access);
      if (operation.operationId === 'userSignIn') grantSignIn(operation, people);
      operation.expectComplete();
    }
  }

  /** Throws for an operation that has none: whoever asks has not looked whether the contracts' operations have handlers. */
  of(operationId: string): OperationFunction {
    const found = this.all.find((one) => one.operationId === operationId);
    if (found) return found;
    throw new Error(`${operationId} has no function.`);
  }
}
