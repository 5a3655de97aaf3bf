import { addDays, civilDateAt, isCivilDate, type Problem } from '../base/index.ts';
import { type IncidentScope, isBounded, type Threat } from '../incidents/index.ts';
import { endOfDay } from '../law/index.ts';
import { faultInLine, isBlank } from './typed.ts';
import type { World } from './world.ts';

/** An incident as the officer fills it in. Days are civil dates, the time is `HH:MM`. */
export interface IncidentForm {
  readonly kinds: readonly Threat[];
  readonly detectedOn: string;
  readonly detectedTime: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly whole: boolean;
  readonly staff: readonly string[];
  readonly keys: readonly string[];
  readonly recipients: readonly string[];
  readonly purposes: readonly string[];
  readonly what: string;
  readonly contact: string;
  readonly measures: string;
}

const longest = { what: 4000, contact: 300, measures: 4000 } as const;

/** What cannot be kept as it was typed. What the notice lacks still is no fault of the form. */
export function checkIncident(world: World, form: IncidentForm): Problem[] {
  const problems: Problem[] = [];
  const fault = (code: string, field: string, params?: Problem['params']) =>
    problems.push({ code, severity: 'error', field, ...(params && { params }) });
  if (form.kinds.length === 0) fault('incident-kind-choose', 'kind');
  for (const field of ['what', 'contact', 'measures'] as const) {
    const text = form[field];
    const line = field === 'contact' ? text : text.replaceAll(/\r?\n|\t/g, ' ');
    const code = faultInLine(line);
    if (code) fault(code, field);
    else if (text.length > longest[field]) fault('field-too-long', field, { n: longest[field] });
  }
  if (isBlank(form.what)) fault('field-mandatory', 'what');
  problems.push(...checkTimes(world, form));
  if (!isBounded(boundsOf(form))) fault('incident-scope-choose', 'whole');
  return problems;
}

const boundsOf = (form: IncidentForm) => ({ ...form, from: 0, to: 0 }) as IncidentScope;

function checkTimes(world: World, form: IncidentForm): Problem[] {
  const problems: Problem[] = [];
  const fault = (code: string, field: string) => problems.push({ code, severity: 'error', field });
  for (const field of ['detectedOn', 'fromOn', 'toOn'] as const) {
    if (form[field] === '') fault('field-mandatory', field);
    else if (!isCivilDate(form[field])) fault('date-malformed', field);
  }
  if (form.detectedTime === '') fault('field-mandatory', 'detectedTime');
  else if (!isTime(form.detectedTime)) fault('time-malformed', 'detectedTime');
  if (problems.length > 0) return problems;
  const today = civilDateAt(world.now(), world.law.zone);
  if (momentOf(world, form.detectedOn, form.detectedTime) > world.now()) fault('date-future', 'detectedOn');
  if (form.fromOn > today) fault('date-future', 'fromOn');
  if (form.toOn > today) fault('date-future', 'toOn');
  if (form.toOn < form.fromOn) fault('incident-period', 'toOn');
  return problems;
}

/** Whether a text is a time of day, `HH:MM`. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

const startOfDay = (world: World, day: string) => endOfDay(addDays(day, -1), world.law.zone);

/** The instant of a time of day in the operator's zone. Preconditions: both are well formed. */
export function momentOf(world: World, day: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return startOfDay(world, day) + (hours * 60 + minutes) * 60_000;
}

/** What a form says is touched; its days count whole. */
export function scopeOf(world: World, form: IncidentForm): IncidentScope {
  const { whole, staff, keys, recipients, purposes } = form;
  return {
    from: startOfDay(world, form.fromOn),
    to: endOfDay(form.toOn, world.law.zone) - 1,
    ...{ whole, staff, keys, recipients, purposes },
  };
}
