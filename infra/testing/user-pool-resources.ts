import type { Template } from 'aws-cdk-lib/assertions';
import { resourcesOf } from './resources.ts';
import type { FoundResource } from './resources.ts';

/** A resource whose properties a test looks at one by one. */
export type Resource = FoundResource<Readonly<Record<string, unknown>>>;

/** What belongs to user pools, by the last part of its type: `UserPoolDomain`. */
export function cognito(template: Template, type: string): Resource[] {
  return resourcesOf(template, `AWS::Cognito::${type}`);
}

/** The only one of its type; throws when there is none, or another. */
export function onlyCognito(template: Template, type: string): Resource {
  const [resource, ...others] = cognito(template, type);
  if (resource && others.length === 0) return resource;
  throw new Error(`There are ${resource ? others.length + 1 : 0} of ${type}, not one.`);
}

/** The app clients of a template, by the name they are given. */
export function appClients(template: Template): Map<string, Resource> {
  const clients = cognito(template, 'UserPoolClient');
  return new Map(clients.map((client) => [String(client.properties['ClientName']), client]));
}
