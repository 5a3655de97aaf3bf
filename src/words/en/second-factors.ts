import type { Translation } from '../translation.ts';

/** Sentences about what staff sign in with beside their password. */
export const secondFactors: Translation = {
  'page.factor.title': 'Confirm the sign-in',
  'page.factor.lead': 'The password is right. One step is left: the code of the app on your phone.',
  'page.factor.code': 'Code of the app',
  'page.factor.code-hint': 'Six digits. Each code is taken once, the next one comes after 30 seconds.',
  'page.factor.why':
    'A password can be spied out or talked out of somebody. The second step keeps out whoever has nothing but the password.',
  'page.factor.send': 'Sign in',
  'page.factor.no-phone': 'The phone is not at hand',
  'page.factor.recovery': 'Recovery code',
  'page.factor.recovery-hint':
    'One of the ten codes you have kept. A code that was used opens nothing any more.',
  'page.factor.no-codes': 'If the codes are gone too, ask an administrator for another sign-in link.',
  'page.factor.leave': 'Cancel the sign-in',
  'page.enrol.title': 'The second step of signing in',
  'page.enrol.lead':
    'The password is set. Add an app that shows one-time codes: the console does not open without it.',
  'page.enrol.scan': '1. Add the account to the app',
  'page.enrol.scan-how':
    'Any app for time-based codes (TOTP) will do: Aegis, Google Authenticator, a password manager. Point it at the picture.',
  'page.enrol.picture': 'QR code for the app',
  'page.enrol.no-picture': 'The picture cannot be read, or the app is on this device',
  'page.enrol.open': 'Open in the app',
  'page.enrol.type': 'Or type the key in:',
  'page.enrol.secret-why':
    'The picture and the key say the same. Send them to nobody and keep no photo of them.',
  'page.enrol.give': '2. Enter the code that the app shows',
  'page.enrol.code-why': 'This shows that the app is set up well and its clock is right.',
  'page.enrol.send': 'Add the app',
  'page.recovery.title': 'Recovery codes',
  'page.recovery.lead':
    'Write these codes down or print them now: they are not shown again. You need them should the phone get lost.',
  'page.recovery.why':
    'Each code works once. Keep them apart from the password, on paper in a safe for example. The codes from before are void.',
  'page.recovery.list': 'Codes',
  'page.recovery.next': 'The codes are kept, go on',
  'page.flash.recovery-used': 'You signed in with a recovery code. Codes left: {{left}}.',
  'page.ended.staff-step':
    'The sign-in was not finished: more than 10 minutes have passed, or it was begun anew. Enter the password once more.',
  'page.template.staff-recovery-used': 'Sign-in with a recovery code',
  'notice.message.staff-recovery-used.subject': 'Sign-in with a recovery code',
  'notice.message.staff-recovery-used.text':
    'Somebody signed in to the console of Kepil in your name, with a recovery code. Codes left: {{left}}. If it was not you, tell an administrator at once.',
  'problem.factor-wrong': 'The code is not right.',
  'problem.factor-wrong.help':
    'See that the clock of the phone is right, and wait for the next code: each is taken once.',
  'problem.app-wrong': 'The code is not right, the app was not added.',
  'problem.app-wrong.help': 'See that the clock of the phone is right, and enter the code that is shown now.',
  'because.factor-added-app': 'An app for one-time codes was added.',
  'because.entered-by-app': 'Sign-in: password and code of the app.',
  'because.entered-by-passkey': 'Sign-in: password and passkey.',
  'because.entered-by-recovery': 'Sign-in: password and recovery code.',
  'because.second-factor-wrong': 'The password was right, the second step was not.',
  'because.second-factor-locked': 'Too many wrong codes in a row: the next try must wait.',
};
