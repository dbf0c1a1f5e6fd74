/** The contracts' files, and what each is of. */
export const contractNames = ['news', 'services'] as const;

export type ContractName = (typeof contractNames)[number];

/** An OpenAPI 3.0 contract, with as much of it as code and APIs are made from. */
export interface Contract {
  name: ContractName;
  title: string;
  version: string;
  /** `/api`: the path below which it answers, which a REST API has as its stage. */
  root: string;
  operations: readonly Operation[];
  /** By name. */
  securitySchemes: Readonly<Record<string, SecurityScheme>>;
}

/** As requests have it. */
export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';

/** One operation. */
export interface Operation {
  operationId: string;
  summary: string;
  method: Method;
  /** Below the contract's root, `/news/{id}`. */
  path: string;
  parameters: readonly Parameter[];
  /** As in the contract; undefined where it says nothing. */
  security: readonly Readonly<Record<string, readonly string[]>>[] | undefined;
  takesBody: boolean;
  /** `x-presspass-caller`; undefined where the contract says nothing. */
  callers: Callers | undefined;
  /** `x-presspass-probe`: the name of a way to call it without changing anything. */
  probe: string | undefined;
  /** Descriptions by status. */
  answers: Readonly<Record<string, string>>;
}

/** Who may call: everybody, everybody who is signed in, or whoever one of the rules lets in. */
export type Callers = 'anyone' | 'signed-in' | readonly CallerRule[];

/** What lets a caller in beside being signed in. */
type CallerRule = { readonly group: string } | { readonly scope: string };

/** What a request says besides its body. */
export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
}

/** An authorizer as API Gateway imports it, with `${…}` to be substituted. */
export interface SecurityScheme {
  type: string;
  name: string;
  in: string;
  'x-amazon-apigateway-authtype': string;
  'x-amazon-apigateway-authorizer': {
    type: string;
    providerARNs: readonly string[];
    identityValidationExpression?: string;
    authorizerResultTtlInSeconds?: number;
  };
}

/** `Section` of `#/components/schemas/Section`. */
export const nameIn = (reference: string): string => reference.split('/').at(-1) ?? '';
