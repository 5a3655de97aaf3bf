/**
 * To whom data go: the card of a recipient and what must stand in it, when something may be handed on, and
 * the letters by which a body asks for data. It knows no person and no store; the gate asks it.
 */
export {
  type AskedOf,
  type AuthorityElement,
  type AuthorityFact,
  type AuthorityLetter,
  authorityFaults,
  lackCodes,
  lacking,
  type Proposed,
  proposeItems,
} from './authority.ts';
export { type DisclosureFault, handingFaults } from './handing.ts';
export {
  checkRecipient,
  declaredRow,
  isAbroad,
  offeredRows,
  type Recipient,
  type RecipientForm,
  recipientPurposes,
} from './recipient.ts';
