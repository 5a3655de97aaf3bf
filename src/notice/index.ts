/**
 * Texts owed to people: the policy itself, consent, receipt, messages, the act of destruction, reasons of a
 * decision.
 */
export { type ActFacts, actLines, countName, type Traces } from './act.ts';
export { articleText, reasonText } from './article.ts';
export { type BreachFacts, type BreachPerson, breachLetter } from './breach-letter.ts';
export {
  type ConsentText,
  type ConsentTextAsk,
  consentText,
  type Line,
  type NamedTransfer,
} from './consent-text.ts';
export { differenceText } from './difference.ts';
export {
  type DestroyedFacts,
  deletionLines,
  destroyedText,
  missingLines,
  untilText,
  type WhyLine,
  withdrawalLines,
} from './effect.ts';
export { answerLetter, type Letter, type LetterFacts } from './letter.ts';
export { linkedReceipt } from './linked-receipt.ts';
export {
  type MessageTemplate,
  marketingTemplates,
  messageTemplates,
  messageText,
  noticeTemplate,
  offerTemplate,
} from './message.ts';
export { isOffer, isStop } from './offer.ts';
export { type PaperFormAsk, paperForm } from './paper-form.ts';
export { consentDocument, htmlOf, markdownOf, policySummary } from './policy-forms.ts';
export { policyText } from './policy-text.ts';
export type { PolicyText, PolicyTextAsk, TextClause, TextItem, TextSection } from './policy-writer.ts';
export { type ReceiptAsk, type ReceiptRecord, receiptRecord } from './receipt.ts';
export { type LetterText, type RefusalAsk, refusalLetter } from './refusal-letter.ts';
