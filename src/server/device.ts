import type { FastifyRequest } from 'fastify';

/** Browsers by what they call themselves. The first that fits counts: most of them also say Chrome. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bYaBrowser\//, 'Yandex Browser'],
  [/\b(?:OPR|OPT|OPX)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

/** Names of systems. */
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac(?:intosh| OS X)\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** What browsers send has at most some hundred characters; the rest is not looked at. */
const looked = 512;

/**
 * From what somebody comes, as coarsely as serves to recognise it: browser and system by name, no version, no
 * model (`Chrome, Windows`). Empty when neither is known. Nothing of the text itself is passed on.
 */
export function deviceNamed(userAgent: string): string {
  const text = userAgent.slice(0, looked);
  const named = [browsers, systems].flatMap((rows) => rows.find(([sign]) => sign.test(text))?.[1] ?? []);
  return named.join(', ');
}

/**
 * The same with the main version of the browser (`Firefox 128, Linux`): what is recorded of a visit where the
 * policy declares it. The text itself says far more, enough to know one visitor again.
 *
 * @returns undefined when it names none of the known browsers
 * @source RFC 9110 §10.1.5, §17.13 (fingerprinting)
 */
export function browserNamed(userAgent: string): string | undefined {
  const text = userAgent.slice(0, looked);
  const [sign, name] = browsers.find(([known]) => known.test(text)) ?? [];
  if (sign === undefined || name === undefined) return undefined;
  const mark = name === 'Safari' ? 'Version/' : sign.source;
  const version = new RegExp(`${mark}(\\d{1,3})`).exec(text)?.[1];
  const system = systems.find(([known]) => known.test(text))?.[1];
  return [[name, version], [system]].flatMap((part) => part.filter(Boolean).join(' ') || []).join(', ');
}

/** From what a request comes. */
export function deviceOf(request: FastifyRequest): string {
  return deviceNamed(request.headers['user-agent'] ?? '');
}
