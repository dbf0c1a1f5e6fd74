import type { MachineName } from '../contract/identities.ts';
import { machines } from '../contract/identities.ts';
import { domainFrom, originFrom } from './custom-domain.ts';
import type { CustomDomain } from './custom-domain.ts';
import { UnusableSetting, attempt } from './unusable-setting.ts';

/** How a deployment differs from another, as `-c name=value` says it. */
export interface DeploymentSettings {
  /** `production` keeps data when stacks go, and protects it from deletion. */
  environment: 'development' | 'production';
  /** The kind of API that the contracts become. */
  gateway: 'rest' | 'http';
  region: string;
  /** The AWS account's twelve digits; undefined when the CLI has no credentials, as in synthesis without an account. */
  account: string | undefined;
  /** Which machines have an app client, each of which costs money. None: no services pool and no services API. */
  machines: readonly MachineName[];
  /** Cognito's feature plan; threat protection comes with `plus`. */
  plan: 'essentials' | 'plus';
  /** The app's own name instead of CloudFront's. */
  domain: CustomDomain | undefined;
  /**
   * Where the app is, `https://d111.cloudfront.net`: known with a domain of its own, or after the first deployment. Sign-in
   * at the pool's domain and passkeys want it; until then they are left out.
   */
  appOrigin: string | undefined;
  /** Whether AWS WAF stands before the app. */
  firewall: 'on' | 'off';
  /** Who is told when an alarm goes off. */
  alarmEmail: string | undefined;
  /** The sender of mails, an address verified in SES; without it Cognito's own, 50 mails a day. */
  emailFrom: string | undefined;
}

/** The context of a CDK app: `-c name=value`, and what the CLI adds. */
export type Context = Readonly<Record<string, unknown>>;

type Environment = Readonly<Record<string, string | undefined>>;

const machineNames = Object.keys(machines) as MachineName[];

const known = [
  'environment',
  'gateway',
  'region',
  'machines',
  'plan',
  'domain',
  'certificate',
  'hostedZone',
  'appOrigin',
  'firewall',
  'alarmEmail',
  'emailFrom',
] as const;

type Name = (typeof known)[number];

/** How each setting is read, so that one that is wrong does not hide the next. */
type Readers = { readonly [Name in keyof DeploymentSettings]: () => DeploymentSettings[Name] };

/** Reads the settings; throws `UnusableSetting` naming all that are wrong, or that nobody knows. */
export function settingsFrom(context: Context, environment: Environment): DeploymentSettings {
  const readers = readersFor(context, environment);
  const problems = [
    ...unknownIn(context),
    ...Object.values(readers).flatMap((read: () => unknown) => attempt(read).problems),
  ];
  if (problems.length > 0) throw new UnusableSetting(...problems);
  const values = Object.entries(readers).map(([name, read]) => [name, read()]);
  return Object.fromEntries(values) as DeploymentSettings;
}

function readersFor(context: Context, environment: Environment): Readers {
  const text = (name: Name): string | undefined => textOf(context, name);
  const domain = (): CustomDomain | undefined =>
    domainFrom(text('domain'), text('certificate'), text('hostedZone'));
  return {
    environment: () => oneOf(['development', 'production'], 'environment', text('environment')),
    gateway: () => oneOf(['rest', 'http'], 'gateway', text('gateway')),
    region: () => regionFrom(text('region') ?? environment['CDK_DEFAULT_REGION']),
    account: () => environment['CDK_DEFAULT_ACCOUNT'],
    machines: () => machinesFrom(text('machines')),
    plan: () => oneOf(['essentials', 'plus'], 'plan', text('plan')),
    domain,
    // What is wrong with the domain has been said.
    appOrigin: () => originFrom(text('appOrigin'), attempt(domain).value),
    firewall: () => oneOf(['off', 'on'], 'firewall', text('firewall')),
    alarmEmail: () => addressFrom('alarmEmail', text('alarmEmail')),
    emailFrom: () => addressFrom('emailFrom', text('emailFrom')),
  };
}

/** The CLI's own keys have a colon or a slash; ours have neither. */
function unknownIn(context: Context): string[] {
  return Object.keys(context)
    .filter((name) => !/[:/]/.test(name) && !known.some((one) => one === name))
    .map((name) => `There is no setting "${name}"; there are ${known.join(', ')}.`);
}

/** Empty counts as not given, as a variable of a shell that was never set. */
function textOf(context: Context, name: Name): string | undefined {
  const value = context[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string') return value;
  throw new UnusableSetting(`${name} must be a text, as in -c ${name}=….`);
}

/** The first is what counts when nothing is said. */
function oneOf<const Choice extends string>(
  choices: readonly [Choice, ...Choice[]],
  name: Name,
  text: string = choices[0],
): Choice {
  const choice = choices.find((one) => one === text);
  if (choice !== undefined) return choice;
  throw new UnusableSetting(`${name} must be ${choices.join(' or ')}, and is "${text}".`);
}

function regionFrom(text = 'eu-west-1'): string {
  if (/^[a-z]{2}(-[a-z]+)+-\d$/.test(text)) return text;
  throw new UnusableSetting(`region must be an AWS region, as eu-west-1, and is "${text}".`);
}

function machinesFrom(text = 'none'): MachineName[] {
  if (text === 'none') return [];
  if (text === 'all') return machineNames;
  const names = [...new Set(text.split(',').map((name) => name.trim()))];
  const wrong = names.filter((name) => !machineNames.some((one) => one === name));
  if (wrong.length === 0) return names as MachineName[];
  throw new UnusableSetting(
    `machines names ${wrong.map((name) => `"${name}"`).join(' and ')}. It may be none, all, or some of ${machineNames.join(', ')} with commas between them.`,
  );
}

function addressFrom(name: Name, text: string | undefined): string | undefined {
  if (text === undefined || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return text;
  throw new UnusableSetting(`${name} must be an e-mail address, and is "${text}".`);
}
