import { UnusableSetting } from './unusable-setting.ts';

/** A name in Route 53, with its certificate, which CloudFront wants in us-east-1. */
export interface CustomDomain {
  name: string;
  certificateArn: string;
  hostedZoneId: string;
}

/** The domain of the three settings that belong together. Throws `UnusableSetting`. */
export function domainFrom(
  name?: string,
  certificateArn?: string,
  zone?: string,
): CustomDomain | undefined {
  if (name === undefined && certificateArn === undefined && zone === undefined) return undefined;
  if (name === undefined || certificateArn === undefined || zone === undefined) {
    throw new UnusableSetting(
      'domain, certificate and hostedZone belong together: all three or none.',
    );
  }
  const problems = [
    /^([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/.test(name)
      ? []
      : `domain must be a name, as news.example.org, and is "${name}".`,
    /^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/.test(certificateArn)
      ? []
      : `certificate must be the ARN of a certificate in us-east-1, where CloudFront looks for it, and is "${certificateArn}".`,
    /^Z[A-Z\d]{1,31}$/.test(zone)
      ? []
      : `hostedZone must be a zone's id in Route 53, as Z0123456789ABC, and is "${zone}".`,
  ].flat();
  if (problems.length > 0) throw new UnusableSetting(...problems);
  return { name, certificateArn, hostedZoneId: zone };
}

/** Where the app is: at its domain, or where `text` says. Throws `UnusableSetting`. */
export function originFrom(
  text: string | undefined,
  domain: CustomDomain | undefined,
): string | undefined {
  const own = domain && `https://${domain.name}`;
  if (text === undefined || text === own) return own;
  if (own !== undefined) {
    throw new UnusableSetting(
      `appOrigin is "${text}", but the app is at its domain, ${own}. Leave appOrigin out.`,
    );
  }
  if (URL.canParse(text) && new URL(text).origin === text && text.startsWith('https:')) return text;
  throw new UnusableSetting(`appOrigin must be as https://d111.cloudfront.net, and is "${text}".`);
}
