import { describe, expect, it } from 'vitest';
import { browserNamed } from './device.ts';

const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('a browser with its version', () => {
  it.each([
    [`${windows} ${webkit} Chrome/128.0.6613.120 Safari/537.36`, 'Chrome 128, Windows'],
    [`${windows} ${webkit} Chrome/128.0.0.0 Safari/537.36 Edg/127.0.2651.105`, 'Edge 127, Windows'],
    [`${windows} ${webkit} Chrome/128.0.0.0 YaBrowser/24.7.0.0 Safari/537.36`, 'Yandex Browser 24, Windows'],
    [`${windows} ${webkit} Chrome/127.0.0.0 Safari/537.36 OPR/113.0.0.0`, 'Opera 113, Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox 128, Linux'],
    [`${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15`, 'Safari 17, macOS'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
        'Version/17.6 Mobile/15E148 Safari/604.1',
      'Safari 17, iPhone',
    ],
    [
      `Mozilla/5.0 (Linux; Android 14; SM-S911B) ${webkit} SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile`,
      'Samsung Internet 26, Android',
    ],
    ['curl/8.9.1', undefined],
    ['', undefined],
    [`${'x'.repeat(600)}Firefox/128.0`, undefined],
  ])('%s is %s', (text, expected) => expect(browserNamed(text)).toBe(expected));

  it('never keeps more than its name, main version and system', () => {
    const told = browserNamed(`${windows} ${webkit} Chrome/128.0.6613.120 Safari/537.36 Айгүл +77010001122`);
    expect(told).toBe('Chrome 128, Windows');
  });
});
