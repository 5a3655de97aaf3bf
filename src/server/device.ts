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

/** From what a request comes. */
export function deviceOf(request: FastifyRequest): string {
  return deviceNamed(request.headers['user-agent'] ?? '');
}
