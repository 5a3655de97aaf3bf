/** Texts owed to people: consent, receipt, messages, the act of destruction, reasons of a decision. */
export { type ActFacts, actLines, countName } from './act.ts';
export { articleText, reasonText } from './article.ts';
export { type ConsentText, type ConsentTextAsk, consentText, type Line } from './consent-text.ts';
export { deletionLines, missingLines, untilText, type WhyLine, withdrawalLines } from './effect.ts';
export { type MessageTemplate, marketingTemplates, messageTemplates, messageText } from './message.ts';
export { type ReceiptAsk, type ReceiptRecord, receiptRecord } from './receipt.ts';
