/** What a page may do: our own scripts, styles, fonts and images; no other origin, nothing inline. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** What anything else may do, should a browser take it for a page: nothing. */
const otherPolicy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";

/** Features of browsers that our pages have no use for. */
const features = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'web-share',
  'xr-spatial-tracking',
] as const;

const onAll: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  // Our own pages may know where one came from, nobody else; `no-referrer` would blank `Origin` in our forms.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': features.map((feature) => `${feature}=()`).join(', '),
  'x-frame-options': 'DENY',
};

/** Two years, and the hosts below ours too. */
const strictTransport = 'max-age=63072000; includeSubDomains';

/** An answer that is made for one reader: kept nowhere, and never shown to another. */
const forOneReader = { 'cache-control': 'no-store', vary: 'accept-language, cookie' };

/** What decides the headers of an answer. */
export interface Answered {
  readonly contentType: string;
  /** A file named by its content: it never changes. */
  readonly immutable: boolean;
  /** Whether the answer goes to the public origin over TLS. */
  readonly publicTls: boolean;
}

/**
 * The headers that tell browsers what an answer may do. Every answer of ours has them, errors too; nothing is
 * kept by caches but files named by their content.
 *
 * @source CSP 3; Trusted Types; RFC 6797; Fetch §3.7 (CORP); HTML §7.1.3 (COOP)
 */
export function securityHeaders(answered: Answered): Readonly<Record<string, string>> {
  const page = answered.contentType.startsWith('text/html');
  return {
    ...onAll,
    'content-security-policy': page ? pagePolicy : otherPolicy,
    ...(!answered.immutable && forOneReader),
    ...(answered.publicTls && { 'strict-transport-security': strictTransport }),
  };
}
