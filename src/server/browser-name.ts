/** Programs by the mark they leave, the more particular first: most claim to be the later ones too. */
const programs: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Yandex Browser', /YaBrowser\/(\d{1,3})/],
  ['Opera', /(?:OPR|Opera)\/(\d{1,3})/],
  ['Edge', /Edg(?:e|A|iOS)?\/(\d{1,3})/],
  ['Samsung Internet', /SamsungBrowser\/(\d{1,3})/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d{1,3})/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d{1,3})/],
  ['Safari', /Version\/(\d{1,3})[\d.]* (?:Mobile\/\w+ )?Safari\//],
];

const systems: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad|iPod/],
  ['Windows', /Windows/],
  ['macOS', /Macintosh/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux/],
];

/**
 * A browser as coarsely as it is still of use: name, main version, system (`Firefox 128, Linux`). The header
 * itself says far more, enough to know one visitor again, and is never kept.
 *
 * Pure. O(length), and no more than 512 characters of it are read.
 * @returns undefined when it names none of the known browsers
 * @source RFC 9110 §10.1.5, §17.13 (fingerprinting)
 */
export function browserNamed(userAgent: string | undefined): string | undefined {
  const text = (userAgent ?? '').slice(0, 512);
  for (const [name, mark] of programs) {
    const version = mark.exec(text)?.[1];
    if (version === undefined) continue;
    const system = systems.find(([, sign]) => sign.test(text))?.[0];
    return [`${name} ${version}`, system].filter((part) => part !== undefined).join(', ');
  }
  return undefined;
}
