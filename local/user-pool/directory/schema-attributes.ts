interface Bounds {
  readonly type?: 'Boolean' | 'Number';
  readonly min?: string;
  readonly max?: string;
  readonly isImmutable?: true;
}

/** The attributes that every user pool has, with the bounds that Cognito reports for them. */
const standard: Record<string, Bounds> = {
  sub: { min: '1', isImmutable: true },
  name: {},
  given_name: {},
  family_name: {},
  middle_name: {},
  nickname: {},
  preferred_username: {},
  profile: {},
  picture: {},
  website: {},
  email: {},
  email_verified: { type: 'Boolean' },
  gender: {},
  birthdate: { min: '10', max: '10' },
  zoneinfo: {},
  locale: {},
  phone_number: {},
  phone_number_verified: { type: 'Boolean' },
  address: {},
  updated_at: { type: 'Number' },
  identities: {},
};

/** Cognito's SchemaAttributes of a pool in which `required` must be given at sign-up; `sub` always is there. */
export function schemaAttributes(required: readonly string[]): object[] {
  return Object.entries(standard).map(([name, bounds]) => ({
    Name: name,
    AttributeDataType: bounds.type ?? 'String',
    DeveloperOnlyAttribute: false,
    Mutable: !bounds.isImmutable,
    Required: name === 'sub' || required.includes(name),
    ...constraints(name, bounds),
  }));
}

function constraints(name: string, { type, min = '0', max = '2048' }: Bounds): object {
  if (type === 'Boolean') return {};
  if (type === 'Number') return { NumberAttributeConstraints: { MinValue: '0' } };
  return {
    StringAttributeConstraints: name === 'identities' ? {} : { MinLength: min, MaxLength: max },
  };
}
