import type { Language } from '../base/index.ts';
import type { GivenForm } from '../consent/index.ts';

/**
 * Something a person sent that waits for the code sent to their address. A registration lies sealed under the
 * draft key of an epoch; a correction, or a consent given later, under the keys of its subject, so that it
 * ends with them.
 */
export interface Draft {
  readonly kind: 'registration' | 'correction' | 'consent';
  readonly fields: readonly (readonly [string, string])[];
  readonly optional: readonly string[];
  /** Names of the boxes of recipients; absent of a correction. */
  readonly recipients?: readonly string[];
  readonly policyHash: string;
  readonly language: Language;
  readonly contact: 'email' | 'phone';
  /** How a consent is given; `sms`: by the code itself. Absent: by the box that was ticked. */
  readonly form?: GivenForm;
  /** An account that rests on these documents alone, without any consent. */
  readonly agreements?: readonly { readonly agreement: string; readonly sha256: string }[];
  /** Of a minor: who is to be asked for consent. */
  readonly guardian?: { readonly kind: 'email' | 'phone'; readonly address: string };
}
