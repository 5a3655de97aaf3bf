import { admitsMinors, type GivenForm } from '../consent/index.ts';
import { type ConsentText, consentText } from '../notice/index.ts';
import {
  basePurposes,
  categories,
  consentCategories,
  type DataRow,
  formCategories,
  ownPurposes,
} from '../policy/index.ts';
import type { PolicyVersionRecord, ServiceRecord } from '../store/index.ts';
import type { Speaker } from '../words/index.ts';
import { consentFormsFor } from './consent-forms.ts';
import { adultsOnly, contactsOf } from './form.ts';
import { offeredBoxes, type RecipientBox } from './offered-recipients.ts';
import { headOf, policyVersion, type World } from './world.ts';

/**
 * A registration form as it is to be shown: fields of the data list, the consent box, one box for each
 * further purpose.
 */
export interface ShownForm {
  readonly version: PolicyVersionRecord;
  readonly fields: readonly DataRow[];
  readonly contacts: readonly string[];
  readonly consent: ConsentText;
  readonly optional: readonly { readonly purpose: string; readonly text: ConsentText }[];
  /** A box for each recipient, and another where data cross the border. */
  readonly recipients: readonly ShownBox[];
  readonly adultsOnly: boolean;
  /** Minors are let in with the consent of a representative. */
  readonly guardian: boolean;
  /** How the consent may be given, the weakest first. */
  readonly forms: readonly GivenForm[];
}

/** The box of a recipient with the text it agrees to. */
export interface ShownBox {
  readonly name: string;
  readonly text: ConsentText;
}

/** The text of a recipient's box. */
export function boxText(speaker: Speaker, version: PolicyVersionRecord, box: RecipientBox): ShownBox {
  const { recipient, abroad, purposes, categories: items } = box;
  const { policy, hash: policyHash } = version;
  const transfer = { ...recipient, abroad };
  const ask = { speaker, policy, policyHash, purposes, categories: items, transfer };
  return { name: box.name, text: consentText(ask) };
}

/** The form of a service's policy in force. A draft offers no boxes beyond the base consent. */
export async function showForm(world: World, service: ServiceRecord, speaker: Speaker): Promise<ShownForm> {
  const { version, live, boxes, forms } = await world.store.transaction(async (tx) => {
    const head = await headOf(tx, service.id);
    const found = await policyVersion(tx, world, { service: service.id, hash: head.hash });
    const at = { service: service.id, version: found, live: head.status === 'live' };
    const given = await consentFormsFor(tx, { service: service.id, policy: found.policy });
    return { ...at, boxes: await offeredBoxes(tx, world, at), forms: given };
  });
  const { policy, hash } = version;
  const fields = formCategories(policy);
  const listed = consentCategories(policy);
  const textOf = (purposes: readonly string[]) => {
    const serving = listed.filter((key) =>
      policy.data.some((row) => row.category === key && row.purposes.some((p) => purposes.includes(p))),
    );
    return consentText({ speaker, policy, policyHash: hash, purposes, categories: serving });
  };
  return {
    version,
    fields,
    contacts: contactsOf(policy),
    consent: textOf(basePurposes(policy)),
    optional: live ? ownPurposes(policy).map((purpose) => ({ purpose, text: textOf([purpose]) })) : [],
    recipients: boxes.map((box) => boxText(speaker, version, box)),
    adultsOnly: adultsOnly(policy),
    guardian: admitsMinors(policy),
    forms,
  };
}

/** How a form asks for a category. */
export function inputOf(category: string): string {
  return categories[category]?.input ?? 'text';
}
