/** The security headers of every file that the app's origin serves, on AWS as on the laptop. */

export interface WebOrigin {
  /** Where the browser reaches the user pool: `https://cognito-idp.eu-west-1.amazonaws.com` on AWS. */
  userPoolEndpoint: string;
  /**
   * Where the user pool's domain is, if it has one: `https://<prefix>.auth.eu-west-1.amazoncognito.com` on AWS. Its token
   * endpoint is asked by scripts; its pages are navigated to, for which the policy has no directive.
   */
  userPoolDomain?: string;
  /** Strict-Transport-Security must only be sent over TLS (RFC 6797, section 7.2). */
  scheme: 'http' | 'https';
}

/**
 * Hashes (`'sha256-…'`) of the style attributes that are allowed. The app itself has none; an element
 * that brings fixed ones is let through by listing them here.
 */
export const styleAttributeHashes: readonly string[] = [
  // Amplify's Authenticator; response-headers.test.ts computes them anew from the package.
  "'sha256-MgQsIf/oan4uEKH/FTQwcwxyKaaqkVL23MHBFvHnC5A='", // align-items: center; justify-content: center;
  "'sha256-eRKMsfpGj6Ylbhe4lJzr3K4qSGjAkosCbPccOGVXHZU='", // … justify-content: space-between;
  "'sha256-phSae2Ud+nJs666rsURzxXg7FV5Tg7c+iiSFDGd3tAw='", // align-items: center;
  "'sha256-AdYGwVfCuXM/xSAWNhsW4CpeVWyfUCx6XNfUeRz8Sps='", // flex-direction: column;
  "'sha256-C82c7tBEEimqSaZyL0VT3yXk5pvsaOjwZH6T+IvPCpE='", // font-size: 1.5rem;
];

/** Header names in lower case and their values. Throws TypeError when the endpoint or the domain is not a URL. */
export function responseHeaders(origin: WebOrigin): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(userPoolOrigins(origin)),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': permissionsPolicy,
    // Addresses carry article ids and return addresses; other sites get neither.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    ...(origin.scheme === 'https' && {
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    }),
  };
}

/** Each once: the stand-in has both at one address. */
function userPoolOrigins({
  userPoolEndpoint,
  userPoolDomain = userPoolEndpoint,
}: WebOrigin): string[] {
  return [...new Set([userPoolEndpoint, userPoolDomain].map((address) => new URL(address).origin))];
}

function contentSecurityPolicy(userPool: readonly string[]): string {
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    ...(styleAttributeHashes.length > 0 && {
      'style-src-attr': ["'unsafe-hashes'", ...styleAttributeHashes],
    }),
    'img-src': ["'self'"],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...userPool],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['angular'],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** A newspaper needs none of these; passkeys are for this origin only. */
const permissionsPolicy = [
  ...['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'].map(
    (feature) => `${feature}=()`,
  ),
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
].join(', ');
