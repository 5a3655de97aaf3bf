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
  'because.entered-by-recovery': 'Sign-in: password and recovery code.',
  'because.second-factor-wrong': 'The password was right, the second step was not.',
  'because.second-factor-locked': 'Too many wrong codes in a row: the next try must wait.',
  'page.staff-prove.title': 'Confirm that it is you',
  'page.staff-prove.lead':
    'This act changes rights, ways in or the policy, and you proved who you are more than 10 minutes ago.',
  'page.staff-prove.kept': 'What you filled in is not lost: it is sent by itself once you have confirmed.',
  'page.staff-prove.why': 'So that nobody at your unlocked computer does what cannot be undone.',
  'page.staff-prove.send': 'Confirm',
  'page.staff-prove.back': 'Cancel and go back',
  'page.staff-security.title': 'My sign-in',
  'page.staff-security.lead':
    'Password, second step and recovery codes. Every change is an entry in the log.',
  'page.staff-security.factors': 'Second step of signing in',
  'page.staff-security.factors-why':
    'Another app can take its place. If the phone is lost, sign in with a recovery code and add the app on the new one.',
  'page.staff-security.app': 'App for one-time codes',
  'page.staff-security.added': 'Added',
  'page.staff-security.used': 'Last sign-in',
  'page.staff-security.replace-app': 'Add another app',
  'page.staff-security.codes': 'Recovery codes',
  'page.staff-security.codes-left': 'Codes left: {{n}} of {{all}}.',
  'page.staff-security.codes-why':
    'A recovery code stands in for the second step when the phone is away. Make new ones before they run out.',
  'page.staff-security.codes-new': 'Make new codes',
  'page.staff-security.password': 'Password',
  'page.staff-security.password-why': 'Your other sessions end when the password is changed.',
  'page.staff-security.password-current': 'Present password',
  'page.staff-security.password-new': 'New password',
  'page.staff-security.password-send': 'Change the password',
  'page.staff-security.entries': 'Entries about your sign-in',
  'page.staff-security.entries-why':
    'If there is a sign-in here that you do not remember, change the password and tell an administrator.',
  'page.add-app.title': 'App for one-time codes',
  'page.add-app.lead': 'If there is an app already, this one takes its place and the other stops working.',
  'page.add-app.back': 'Go back, change nothing',
  'page.flash.security.password': 'The password is changed, the other sessions have ended.',
  'page.flash.security.app': 'The app is added.',
  'page.staff-member.reset': 'Reset the sign-in',
  'page.staff-member.reset-why':
    'For somebody who lost both phone and codes, or forgot the password. First make sure that it is they who ask. The roles stay.',
  'page.staff-member.reset-confirm': 'Yes, password, second step and sessions of this person must be reset',
  'page.staff-member.reset-send': 'Reset and issue a link',
  'problem.proof-wrong': 'The password or the code is not right.',
  'problem.proof-wrong.help': 'Check the keyboard layout and wait for the next code: each is taken once.',
  'problem.staff-password-wrong': 'The present password is not right.',
  'problem.staff-password-wrong.help': 'Check the keyboard layout. The password is not changed.',
  'problem.not-at-work': 'There is nothing to reset: this person is not at work at present.',
  'problem.not-at-work.help': 'Open their page anew and issue a link.',
  'because.factor-replaced-app': 'The app for one-time codes was replaced by another.',
  'because.recovery-codes-made': 'New recovery codes were made, those before are void.',
  'because.proved-anew': 'Who they are was proved anew: password and second step.',
  'because.proof-wrong': 'A wrong password was given in an open session.',
  'because.entry-reset': 'The administrator reset the sign-in: password, second step, sessions.',
};
