import { civilDateAt, isCivilDate, type Problem } from '../base/index.ts';
import type { AskedOf, AuthorityLetter } from '../disclosure/index.ts';
import { isRecheckDay } from './notify-disclosure.ts';
import { faultInLine } from './typed.ts';
import type { World } from './world.ts';

/** A letter as the officer fills it in. What the letter does not say stays empty. */
export interface LetterForm {
  readonly asker: AskedOf;
  /** Address or number of whom it is about; empty: nobody of the service is meant. */
  readonly person: string;
  readonly receivedOn: string;
  /** The day on which to look again at the bar on telling the person; empty: nothing bars it. */
  readonly barredUntil: string;
  readonly letter: AuthorityLetter;
}

const longest = 300;

const lines = ['body', 'official', 'position', 'norm', 'caseNumber', 'secrecyNorm'] as const;

/** What cannot be kept as it was typed. That a letter lacks something is no fault of the form. */
export function checkLetter(world: World, form: LetterForm): Problem[] {
  const problems: Problem[] = [];
  const fault = (code: string, field: string, params?: Problem['params']) =>
    problems.push({ code, severity: 'error', field, ...(params && { params }) });
  for (const field of lines) {
    const text = form.letter[field];
    const code = faultInLine(text);
    if (code) fault(code, field);
    else if (text.length > longest) fault('field-too-long', field, { n: longest });
  }
  const today = civilDateAt(world.now(), world.law.zone);
  const { receivedOn, barredUntil } = form;
  if (receivedOn === '') fault('field-mandatory', 'receivedOn');
  else if (!isCivilDate(receivedOn)) fault('date-malformed', 'receivedOn');
  else if (receivedOn > today) fault('date-future', 'receivedOn');
  for (const field of ['periodFrom', 'periodTo'] as const)
    if (form.letter[field] !== '' && !isCivilDate(form.letter[field])) fault('date-malformed', field);
  if (barredUntil !== '' && !isRecheckDay(world, barredUntil)) fault('recheck-day', 'barredUntil');
  return problems;
}
