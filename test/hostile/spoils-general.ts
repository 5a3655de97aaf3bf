import type { Exemplar } from './exemplar.ts';
import { exemplars } from './exemplars/index.ts';
import type { Fault, Making, Spoil } from './making.ts';
import type { Place } from './place.ts';
import { marker } from './values.ts';

const spoil = (name: string, apply: (making: Making) => void, fault?: Fault): Spoil => ({
  name,
  apply: (making) => {
    apply(making);
    if (fault) making.faults.add(fault);
  },
});

function methodSpoils({ url }: Exemplar): readonly Spoil[] {
  const known = new Set<string>(exemplars.filter((other) => other.url === url).map(({ method }) => method));
  if (known.has('GET')) known.add('HEAD');
  return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
    .filter((method) => !known.has(method))
    .map((method) =>
      spoil(
        `method ${method}`,
        (making) => {
          making.method = method;
          making.headers['sec-fetch-site'] = 'same-origin';
        },
        'method',
      ),
    );
}

function pathSpoils({ url }: Exemplar): readonly Spoil[] {
  const edits: Readonly<Record<string, (path: string) => string>> = {
    'a step more': (path) => `${path.replace(/\/$/, '')}/${marker}`,
    'two slashes in front': (path) => `/${path}`,
    'slashes doubled': (path) => path.replaceAll('/', '//'),
    'upper case': (path) => path.replace(/^\/[a-z]+/, (step) => step.toUpperCase()),
    'a semicolon': (path) => `${path};${marker}=1`,
    'a NUL at the end': (path) => `${path}%00`,
    'an ending': (path) => `${path}.html`,
    'a slash in code': (path) => `${path}%2f`,
    'malformed percent': (path) => `${path}%E0%A4%A`,
    'percent at the end': (path) => `${path}%`,
    'very long': (path) => `${path}${'a'.repeat(4000)}`,
  };
  const slash = ['/s/:key', '/'].includes(url)
    ? []
    : [['a slash at the end', (path: string) => `${path}/`] as const];
  return [...Object.entries(edits), ...slash]
    .filter(([name]) => url !== '/' || !['upper case', 'slashes doubled'].includes(name))
    .map(([name, edit]) =>
      spoil(
        `path: ${name}`,
        (making) => {
          const before = making.path;
          making.path = (path) => edit(before(path));
        },
        'path',
      ),
    );
}

const otherTypes = [
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/octet-stream',
  'application/jsonp',
  'text/html; charset=utf-16',
  'x',
  '/',
  '*/*',
  'application/x-www-form-urlencoded,application/json',
];

function bodySpoils(exemplar: Exemplar): readonly Spoil[] {
  const json = exemplar.call !== undefined;
  const others = otherTypes.filter((type) => !(exemplar.files && type.startsWith('multipart/')));
  const wrong = [...others, json ? 'application/x-www-form-urlencoded' : 'application/json'];
  const more = Math.max(256, exemplar.bears / 1024 + 1) * 1024;
  const pad = 'x'.repeat(more);
  return [
    ...wrong.map((type) =>
      spoil(`type ${type}`, (making) => (making.headers['content-type'] = type), 'type'),
    ),
    spoil(
      'too large',
      (making) => {
        making.payload = (text) => (json ? `${text}${' '.repeat(more)}` : `${text}&${marker}=${pad}`);
      },
      'size',
    ),
  ];
}

/** What a browser says of a request that another site made it send. */
const foreign: readonly Readonly<Record<string, string>>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': marker },
  { 'sec-fetch-site': '' },
];

/** Headers that change nothing: a request stays what it was. */
const idle: readonly Readonly<Record<string, string>>[] = [
  { 'accept-language': `${marker};q=9,*;q=-1,${'x,'.repeat(500)}` },
  { 'x-forwarded-proto': 'https' },
  { 'x-http-method-override': 'DELETE' },
  { 'x-original-url': '/console' },
  { 'user-agent': `<${marker}>` },
  { referer: `javascript:${marker}` },
  { range: 'bytes=0-0,-1' },
  { 'if-none-match': `"${marker}"` },
  { accept: `${marker}/*` },
  { 'content-encoding': 'gzip' },
  { cookie: `kepil_flash=${Buffer.from('<b>и').toString('base64url')}` },
  { cookie: 'kepil_flash=_____w' },
  { cookie: `kepil_flash=%FF%FE${marker}` },
  { cookie: `${marker}=${'x'.repeat(3000)}` },
  { cookie: '__proto__=x; constructor=y; =; ;' },
];

/** What says that somebody nobody named stands in between. */
const between: readonly Readonly<Record<string, string>>[] = [
  { 'x-forwarded-for': `${marker}, 127.0.0.1` },
  { 'x-forwarded-host': `${marker}.example` },
  { 'x-real-ip': '127.0.0.1' },
  { forwarded: `for=127.0.0.1;proto=https;host=${marker}` },
  { via: `1.1 ${marker}` },
];

function headerSpoils({ method }: Exemplar): readonly Spoil[] {
  const put = (headers: Readonly<Record<string, string>>) => (making: Making) => {
    Object.assign(making.headers, headers);
  };
  const name = (headers: Readonly<Record<string, string>>) =>
    Object.entries(headers).flat().join(': ').slice(0, 60);
  const both = [
    ...idle.map((headers) => spoil(name(headers), put(headers))),
    ...between.map((headers) => spoil(name(headers), put(headers), 'afar')),
  ];
  if (method === 'GET') return both;
  return [
    ...foreign.map((headers) => spoil(name(headers), put(headers), 'foreign')),
    ...['null', 'https://evil.example', `http://${marker}`, '%', 'localhost'].map((origin) =>
      spoil(
        `origin ${origin}`,
        (making) => {
          delete making.headers['sec-fetch-site'];
          making.headers.origin = origin;
        },
        'foreign',
      ),
    ),
    ...both,
  ];
}

function querySpoils({ url }: Exemplar): readonly Spoil[] {
  // Files and calls take nothing from the query; pages say that they do not know which value was meant.
  const page = !/^\/(api|assets)\/|\/log\/\*$/.test(url);
  const add = (text: string) => (making: Making) => {
    making.more = [...making.more, text];
  };
  return [
    spoil('a parameter twice', add(`${marker}=1&${marker}=2`), page ? 'query' : undefined),
    spoil('a parameter nobody asked for', add(`${marker}=1`)),
    spoil('a prototype as a parameter', add(`__proto__=${marker}&constructor=x`)),
    spoil('malformed percent in the query', add(`${marker}=%E0%A4%A&%=%`)),
    spoil('a thousand parameters', add(Array.from({ length: 1000 }, (_, n) => `p${n}=`).join('&'))),
  ];
}

/** Ways to spoil any request: who sends it, how, where to and in what. */
export function generalSpoils(exemplar: Exemplar, place: Place): readonly Spoil[] {
  const { who, method } = exemplar;
  const sessions = who === 'guest' ? [] : Object.keys(place.sessions[who].wrong);
  return [
    ...sessions.map((session) => spoil(`session: ${session}`, (making) => (making.session = session))),
    ...methodSpoils(exemplar),
    ...pathSpoils(exemplar),
    ...(method === 'POST' && exemplar.bare !== true ? bodySpoils(exemplar) : []),
    ...headerSpoils(exemplar),
    ...querySpoils(exemplar),
  ];
}
