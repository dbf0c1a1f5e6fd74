import type { Template } from 'aws-cdk-lib/assertions';

/** A resource of a template, with its logical id. */
export interface FoundResource<Properties> {
  id: string;
  properties: Properties;
  dependsOn: readonly string[];
  deletionPolicy: string | undefined;
}

/** The resources of one type; the caller knows what they look like. */
export function resourcesOf<Properties>(
  template: Template,
  type: string,
): FoundResource<Properties>[] {
  const found = template.findResources(type) as Record<string, Found>;
  return Object.entries(found).map(([id, { Properties, DependsOn = [], DeletionPolicy }]) => ({
    id,
    properties: (Properties ?? {}) as Properties,
    dependsOn: DependsOn,
    deletionPolicy: DeletionPolicy,
  }));
}

interface Found {
  Properties?: unknown;
  DependsOn?: string[];
  DeletionPolicy?: string;
}
