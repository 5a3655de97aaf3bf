import { randomUUID } from 'node:crypto';
import type { Exemplar, Field } from './exemplar.ts';
import { everywhere } from './kinds.ts';
import { goodOf, type Making, type Pair, type Spoil } from './making.ts';
import type { Place } from './place.ts';
import { generalSpoils } from './spoils-general.ts';
import { callSpoils } from './spoils-json.ts';
import { awkward, marker, prototypes, rawUnclean, secretMarker, textOf } from './values.ts';

const short = (value: string) => JSON.stringify(value).slice(0, 60);

/** Sets every value of a field. */
function set(making: Making, part: 'form' | 'query', pair: Pair): void {
  const [name] = pair;
  const at = making[part].findIndex(([other]) => other === name);
  const rest = making[part].filter(([other]) => other !== name);
  making[part] = at < 0 ? [...rest, pair] : [...rest.slice(0, at), pair, ...rest.slice(at)];
}

function fieldSpoils(part: 'form' | 'query', name: string, field: Field): readonly Spoil[] {
  const values = [...new Set([...field.kind.near, ...everywhere])];
  const marked = (text: string) => (field.secret ? text.replaceAll(marker, secretMarker) : text);
  const drop = (making: Making) => {
    making[part] = making[part].filter(([other]) => other !== name);
  };
  const add =
    (...pairs: readonly Pair[]) =>
    (making: Making) =>
      making[part].push(...pairs);
  const renamed = [`${name}[]`, `${name}[0]`, `${name}.x`, ` ${name}`, name.toUpperCase(), `${name}\u0000`];
  return [
    ...values.map((value) => ({
      name: `${name} = ${short(value)}`,
      apply: (making: Making) => set(making, part, [name, marked(value)]),
    })),
    ...rawUnclean.map((value) => ({
      name: `${name} = raw ${short(value.raw)}`,
      apply: (making: Making) => set(making, part, [name, { raw: marked(value.raw) }]),
    })),
    { name: `${name} is missing`, apply: drop },
    { name: `${name} twice, the same`, apply: add([name, field.value]) },
    { name: `${name} twice, another`, apply: add([name, marked(marker)]) },
    { name: `${name} twice, empty`, apply: add([name, '']) },
    {
      name: `${name} a hundred times`,
      apply: add(...Array.from({ length: 100 }, (): Pair => [name, field.value])),
    },
    ...renamed.map((other) => ({
      name: `${name} is called ${short(other)}`,
      apply: (making: Making) => {
        making[part] = making[part].map(([given, value]): Pair => [given === name ? other : given, value]);
      },
    })),
  ];
}

/** Fields nobody asked for. */
function extraSpoils(): readonly Spoil[] {
  const names = [
    ...prototypes,
    marker,
    '',
    'f.',
    'f.iin',
    'f.__proto__',
    'optional.',
    'optional.nothing',
    'f.f.email',
  ];
  const many = Array.from({ length: 4000 }, (_, n): Pair => [`${marker}${n}`, '']);
  return [
    ...names.map((name) => ({
      name: `an extra field ${short(name)}`,
      apply: (making: Making) => making.form.push([name, marker]),
    })),
    { name: 'four thousand extra fields', apply: (making: Making) => making.form.push(...many) },
  ];
}

/** What stands where an id should. */
function idSpoils(name: string, ids: Place['ids'][keyof Place['ids']]): readonly Spoil[] {
  const [good = ''] = ids.good;
  const twisted = [
    good.toUpperCase(),
    `{${good}}`,
    good.slice(0, -1),
    `${good}0`,
    good.replaceAll('-', ''),
    `${good}\u0000`,
    `${good} `,
    ` ${good}`,
    `${good}%`,
    `${good}/..`,
    `${good},${randomUUID()}`,
  ].filter((value) => !ids.good.includes(value));
  const strange = [
    '0',
    '-1',
    'null',
    'undefined',
    'NaN',
    '*',
    '%',
    '😀',
    '\ud800',
    textOf(150),
    textOf(3000),
    ...prototypes,
  ];
  return [...ids.bad, ...twisted, ...strange, ...awkward.filter((text) => !/^[./\\]/.test(text))].map(
    (value) => ({
      name: `${name} is ${short(value)}`,
      apply: (making: Making) => {
        making.params[name] = value;
      },
    }),
  );
}

/** Every single way to spoil the good request of an exemplar. */
export function spoilsOf(exemplar: Exemplar, place: Place): readonly Spoil[] {
  const fields = (part: 'form' | 'query') =>
    Object.entries(exemplar[part]?.(place) ?? {}).flatMap(([name, field]) => fieldSpoils(part, name, field));
  return [
    ...Object.entries(exemplar.params).flatMap(([name, kind]) => idSpoils(name, place.ids[kind])),
    ...fields('query'),
    ...fields('form'),
    ...(exemplar.form ? extraSpoils() : []),
    ...(exemplar.call ? callSpoils(goodOf(exemplar, place).call) : []),
    ...generalSpoils(exemplar, place),
  ];
}
