import type { Params } from '../base/index.ts';
import { assert } from '../base/index.ts';
import type { Speaker } from '../words/index.ts';

/** The messages the system sends, with the parameters each needs. */
export const messageTemplates = {
  'registration-code': ['service', 'code', 'minutes'],
  'consent-code': ['service', 'code', 'minutes', 'data', 'purposes'],
  'consent-code-reply': ['service', 'code', 'minutes', 'data', 'purposes'],
  'sign-in-code': ['service', 'code', 'minutes'],
  'address-code': ['service', 'code', 'minutes'],
  'proof-code': ['service', 'code', 'minutes'],
  'password-set': ['service', 'link'],
  'password-changed': ['service', 'link'],
  'password-removed': ['service', 'link'],
  'address-changed': ['service', 'link'],
  'account-destroyed': ['service', 'link'],
  'request-about': ['service', 'number', 'link'],
  'request-received': ['service', 'number', 'date', 'link'],
  'request-asked': ['service', 'number', 'link'],
  'account-deletion': ['service', 'link', 'time'],
  'request-answered': ['service', 'link'],
  'policy-changed': ['service', 'date', 'link'],
  'agreement-changed': ['service', 'document', 'date', 'link'],
  'paper-received': ['service', 'number', 'date', 'link'],
  'paper-confirmed': ['service', 'number', 'link'],
  'paper-refused': ['service', 'number', 'link'],
  'paper-again': ['service', 'number', 'date', 'link'],
  'paper-lapsed': ['service', 'number', 'link'],
  'paper-lapsed-account': ['service', 'number', 'date', 'link'],
  named: ['service', 'data', 'purposes', 'link'],
  'named-refused': ['service', 'link'],
  'guardian-asked': ['service', 'date', 'link'],
  'guardian-lacking': ['service', 'date', 'link'],
  'guardian-confirmed': ['service', 'date', 'link'],
  'guardian-refused': ['service'],
  'guardian-lapsed': ['service'],
  'guardian-link': ['service', 'date', 'link'],
  'guardian-over': ['service'],
  'minor-consented': ['service', 'link'],
  'minor-unrepresented': ['service', 'link'],
  'staff-guardian-claimed': ['service', 'link'],
  'claim-received': ['service', 'number', 'date'],
  'claim-asked': ['service', 'number', 'words', 'link'],
  'claim-answered': ['service', 'number', 'words'],
  'claim-letter': ['service', 'number', 'link'],
  'opted-out': ['service'],
  'data-handed-on': ['service', 'recipient', 'link'],
  'staff-set-up': ['link', 'hours'],
  'staff-recovery-used': ['left'],
  'staff-requests-due': ['service', 'soon', 'late', 'link'],
  'staff-papers-due': ['service', 'soon', 'late', 'link'],
  'staff-incidents-due': ['service', 'alerts', 'due', 'late', 'link'],
  'staff-certificates-due': ['service', 'soon', 'late', 'link'],
  'incident-told': ['service', 'date', 'kinds', 'words'],
} as const;

/** Name of a message. */
export type MessageTemplate = keyof typeof messageTemplates;

/** The template of what a mailing that advertises sends: its words are the operator's. */
export const offerTemplate = 'mailing-offer';

/** The template of what a mailing about the service sends. */
export const noticeTemplate = 'mailing-notice';

/** Messages that advertise. Each further template says here whether it does. */
export const marketingTemplates: readonly string[] = [offerTemplate];

/**
 * Subject and text of a message. Plain text: an SMS is the text alone.
 *
 * @throws Bug when a parameter of the template is missing
 */
export function messageText(
  speaker: Speaker,
  template: MessageTemplate,
  params: Params,
): { readonly subject: string; readonly text: string } {
  for (const name of messageTemplates[template])
    assert(params[name] !== undefined, `${template} needs ${name}`);
  return {
    subject: speaker.say(`notice.message.${template}.subject`, params),
    text: speaker.say(`notice.message.${template}.text`, params),
  };
}
