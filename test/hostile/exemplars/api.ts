import { type Call, type Exemplar, form, page, secretBytes } from '../exemplar.ts';
import { isVisible } from '../kinds.ts';
import type { Place } from '../place.ts';
import { personFields } from './public.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a record has no other keys than these. */
const only = (value: Readonly<Record<string, unknown>>, ...keys: readonly string[]) =>
  Object.keys(value).every((key) => keys.includes(key));

const list = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;

/** A read within the grant of the key: of these people, for support, of address or name. */
function reading({ ids }: Place): Call {
  const [subject = ''] = ids.subject.good;
  return {
    good: { subject, purpose: 'support', categories: ['email', 'full_name'] },
    allows: (body) => {
      if (!isRecord(body) || !only(body, 'subject', 'purpose', 'categories', 'matter')) return false;
      const categories = list(body.categories);
      const known = ['email', 'full_name'];
      const asked = categories?.every((category) => known.includes(category));
      if (!categories || !asked || categories.length === 0) return false;
      if (new Set(categories).size !== categories.length || body.purpose !== 'support') return false;
      const id = typeof body.subject === 'string' ? body.subject.toLowerCase() : '';
      if (!ids.subject.good.includes(id)) return false;
      if (body.matter === undefined) return true;
      return typeof body.matter === 'string' && uuid.test(body.matter.toLowerCase()) ? undefined : false;
    },
  };
}

/** A list within the grant of the key. */
function listing(): Call {
  return {
    good: { purpose: 'support', categories: ['email', 'full_name'], limit: 5 },
    allows: (body) => {
      if (!isRecord(body) || !only(body, 'purpose', 'categories', 'after', 'limit')) return false;
      const categories = list(body.categories);
      const asked = categories?.every((category) => ['email', 'full_name'].includes(category));
      if (!categories || !asked || categories.length === 0) return false;
      if (new Set(categories).size !== categories.length || body.purpose !== 'support') return false;
      if (
        body.after !== undefined &&
        !(typeof body.after === 'string' && uuid.test(body.after.toLowerCase()))
      )
        return false;
      const { limit = 100 } = body;
      return typeof limit === 'number' && Number.isInteger(limit) && limit >= 1 && limit <= 1000;
    },
  };
}

function registering({ secrets }: Place): Call {
  const fields = Object.fromEntries(Object.entries(personFields).map(([name, { value }]) => [name, value]));
  return {
    good: { fields, consent: true, optional: ['marketing_notices'], policy: secrets.policy },
    allows: (body) => {
      if (!isRecord(body) || !only(body, 'fields', 'consent', 'optional', 'policy')) return false;
      if (body.consent !== true || body.policy !== secrets.policy || !isRecord(body.fields)) return false;
      const optional = body.optional === undefined ? [] : list(body.optional);
      if (!optional?.every((purpose) => purpose === 'marketing_notices')) return false;
      const allowed = allowsPerson(body.fields);
      return allowed && optional.length > 1 ? undefined : allowed;
    },
  };
}

function allowsPerson(fields: Readonly<Record<string, unknown>>): boolean | undefined {
  if (!only(fields, ...Object.keys(personFields))) return false;
  const verdicts = Object.entries(personFields).map(([name, { kind, must }]) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : '';
    if (typeof value !== 'string') return false;
    if (isVisible(value)) return kind.allows(value);
    return must ? false : undefined;
  });
  return verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true;
}

function confirming({ secrets }: Place): Call {
  return {
    good: { code: secrets.draftCode },
    allows: (body) => {
      if (!isRecord(body) || !only(body, 'code') || typeof body.code !== 'string') return false;
      if (body.code === secrets.draftCode) return true;
      return body.code.replaceAll(/\s/g, '') === secrets.draftCode ? undefined : false;
    },
  };
}

/** What programs call. */
export const apiExemplars: readonly Exemplar[] = [
  page('/api/openapi.json'),
  page('/api/v1/services'),
  page('/api/v1/s/:key/form'),
  page('/api/v1/s/:key/proof/:entry', { weight: 4 }),
  form('/api/v1/s/:key/read', {
    who: 'key',
    call: reading,
    bears: secretBytes,
    strict: true,
    ok: 200,
    refuses: [400, 403, 404, 422],
    recorded: true,
    effect: 'none',
    weight: 16,
  }),
  form('/api/v1/s/:key/list', {
    who: 'key',
    call: listing,
    bears: secretBytes,
    strict: true,
    ok: 200,
    refuses: [400, 403, 404, 422],
    recorded: true,
    effect: 'none',
    weight: 16,
  }),
  form('/api/v1/s/:key/registrations', {
    call: registering,
    strict: true,
    ok: 202,
    refuses: [422, 400],
    weight: 16,
  }),
  form('/api/v1/s/:key/registrations/:draft/confirm', {
    call: confirming,
    bears: secretBytes,
    strict: true,
    ok: 201,
    refuses: [422, 410, 400],
    hides: true,
    limited: true,
    effect: 'once',
    weight: 8,
  }),
];
