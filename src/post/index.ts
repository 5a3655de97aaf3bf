/** Ways out for messages: SMTP, two gateways for SMS, and the officer's hands where none is set up. */
export { mobizonCarrier, type SmsAccount } from './mobizon.ts';
export * from './post.ts';
export { smscCarrier } from './smsc.ts';
export { type SmtpServer, smtpCarrier } from './smtp.ts';
