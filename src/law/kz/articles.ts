import type { Act, Article, Edition } from '../pack.ts';

/** The acts articles are cited from. Order numbers end in the letters НҚ, written `R…` in ids. */
export const acts: readonly Act[] = [
  {
    id: '94-V',
    title: 'Закон РК «О персональных данных и их защите» от 21.05.2013 № 94-V',
    url: 'https://adilet.zan.kz/rus/docs/Z1300000094',
  },
  {
    id: 'DC',
    title: 'Цифровой кодекс РК от 09.01.2026 № 255-VIII',
    url: 'https://adilet.zan.kz/rus/docs/K2600000255',
  },
  {
    id: 'R179',
    title: 'Приказ от 12.06.2023 № 179/НҚ (правила защиты)',
    url: 'https://adilet.zan.kz/rus/docs/V2300032810',
  },
  {
    id: 'R395',
    title: 'Приказ от 21.10.2020 № 395/НҚ (правила сбора и обработки)',
    url: 'https://adilet.zan.kz/rus/docs/V2000021498',
  },
  {
    id: 'R481',
    title: 'Приказ от 09.08.2024 № 481/НҚ (уведомление о нарушениях)',
    url: 'https://adilet.zan.kz/rus/docs/V2400034919',
  },
  { id: 'AI', title: 'Закон РК «Об искусственном интеллекте» от 17.11.2025 № 230-VIII' },
  { id: 'CC', title: 'Гражданский кодекс РК' },
  { id: 'CPL', title: 'Закон РК «О защите прав потребителей»' },
];

/** Wordings of Law 94-V. What is graded official was read in E1. */
export const editions: readonly Edition[] = [
  { id: 'before', act: '44-VIII', since: '2024-07-01', grade: 'official' },
  { id: 'E1', act: '231-VIII', since: '2026-01-18', grade: 'official' },
  { id: 'E2', act: '256-VIII', since: '2026-07-12', grade: 'official' },
  { id: 'E3', act: '326-VIII', since: '2026-08-25', grade: 'secondary' },
];

const e1 = '2026-01-18';
const e2 = '2026-07-12';
const e3 = '2026-08-25';

/**
 * Places in the law the program relies on, with what they ask of software. Subparagraphs stand for
 * themselves.
 */
export const articles: readonly Article[] = [
  {
    id: '94-V Art. 1(3)',
    grade: 'official',
    duty: 'A block stops collection, accumulation, change, use, dissemination, depersonalisation and destruction.',
  },
  {
    id: '94-V Art. 1(6)',
    grade: 'official',
    duty: 'What is destroyed cannot be restored, copies and backups included.',
  },
  {
    id: '94-V Art. 1(7)',
    grade: 'official',
    duty: 'Data are de-identified only when nobody can tell whose they are; a pseudonym is not.',
  },
  { id: '94-V Art. 1(15)', grade: 'official', duty: 'Giving access in any way is dissemination.' },
  {
    id: '94-V Art. 6',
    grade: 'official',
    duty: 'Public or limited access; removal from public sources on demand in one working day.',
  },
  {
    id: '94-V Art. 7(1)',
    grade: 'official',
    duty: 'Collect and process with the consent of the subject or the legal representative, save Art. 7(5) and 9.',
  },
  { id: '94-V Art. 7(3)', grade: 'official', duty: 'Publication in public sources needs a consent.' },
  {
    id: '94-V Art. 7(6)',
    grade: 'official',
    duty: 'Separate consents for cross-border transfer, publication and transfer to third parties.',
  },
  {
    id: '94-V Art. 7(11)',
    grade: 'official',
    since: e1,
    duty: 'No base is made or enlarged by taking data from public sources for another purpose.',
  },
  { id: '94-V Art. 7(8)', grade: 'official', duty: 'Purposes are concrete, fixed beforehand and lawful.' },
  { id: '94-V Art. 7(9)', grade: 'official', duty: 'Excessive content or volume is not processed.' },
  {
    id: '94-V Art. 8(1)',
    grade: 'official',
    duty: 'Consent is given and withdrawn in writing, by a service, or in another way whose receipt can be confirmed.',
  },
  {
    id: '94-V Art. 8(2)',
    grade: 'official',
    duty: 'No withdrawal against the law or while an obligation is unfulfilled.',
  },
  { id: '94-V Art. 8(4)', grade: 'official', duty: 'Content of a consent.' },
  { id: '94-V Art. 8(4)(1)', grade: 'official', duty: 'Name and BIN or IIN of the operator.' },
  { id: '94-V Art. 8(4)(2)', grade: 'official', duty: 'Full name of the subject.' },
  { id: '94-V Art. 8(4)(3)', grade: 'official', duty: 'Term or period of the consent.' },
  { id: '94-V Art. 8(4)(4)', grade: 'official', duty: 'Whether data may go to third parties.' },
  { id: '94-V Art. 8(4)(5)', grade: 'official', duty: 'Whether data go across the border.' },
  { id: '94-V Art. 8(4)(6)', grade: 'official', duty: 'Whether data are published in public sources.' },
  { id: '94-V Art. 8(4)(7)', grade: 'official', duty: 'List of the data collected.' },
  { id: '94-V Art. 8(4)(8)', grade: 'official', duty: 'Other items the operator chooses.' },
  { id: '94-V Art. 8(5)', grade: 'official', since: e1, duty: 'A term is no longer than the purpose needs.' },
  {
    id: '94-V Art. 8(6)',
    grade: 'official',
    since: e1,
    duty: 'Without a term a consent holds until the purpose is reached.',
  },
  {
    id: '94-V Art. 8(7)',
    grade: 'official',
    since: e1,
    duty: 'After a withdrawal stop within 15 working days or refuse with reasons.',
  },
  {
    id: '94-V Art. 9',
    grade: 'official',
    duty: 'Closed list of cases without consent; neither contract nor interest is one.',
  },
  {
    id: '94-V Art. 10',
    grade: 'official',
    duty: 'Access reaches as far as the consent; refuse who cannot meet the law.',
  },
  {
    id: '94-V Art. 10(2)',
    grade: 'official',
    duty: 'Requests come in writing, as an electronic document or in another protected way.',
  },
  {
    id: '94-V Art. 10-1',
    grade: 'secondary',
    since: e3,
    duty: 'Large operators notify the authority before they start and stop.',
  },
  {
    id: '94-V Art. 11',
    grade: 'official',
    duty: 'Limited-access data stay confidential; staff are bound too.',
  },
  { id: '94-V Art. 12(1)', grade: 'official', duty: 'Keep only what is necessary and sufficient.' },
  {
    id: '94-V Art. 12(2)',
    grade: 'official',
    duty: 'The base is in Kazakhstan; the term ends with the purpose unless the law says otherwise.',
  },
  { id: '94-V Art. 13', grade: 'official', duty: 'Change on request of the subject or by law.' },
  { id: '94-V Art. 14', grade: 'official', duty: 'Use only for purposes declared before.' },
  {
    id: '94-V Art. 15',
    grade: 'official',
    duty: 'Publish with consent; disseminate beyond the purposes with consent.',
  },
  {
    id: '94-V Art. 16',
    grade: 'official',
    duty: 'Abroad only to states that protect data, or with consent, treaty or law.',
  },
  {
    id: '94-V Art. 16(2)',
    grade: 'official',
    duty: 'Free transfer only to states ensuring protection; no list was found.',
  },
  {
    id: '94-V Art. 16(3)',
    grade: 'official',
    duty: 'Elsewhere only with consent, treaty, law, or to protect constitutional rights.',
  },
  {
    id: '94-V Art. 17(1)',
    grade: 'official',
    duty: 'De-identify before statistical, sociological, scientific or marketing research.',
  },
  {
    id: '94-V Art. 18',
    grade: 'official',
    duty: 'Destroy at the end of the term or relation, by court act, or when processed without consent.',
  },
  {
    id: '94-V Art. 19(1)',
    grade: 'official',
    duty: 'Tell the subject of a transfer within 10 working days where a condition of notice exists.',
  },
  {
    id: '94-V Art. 19-1',
    grade: 'official',
    since: e1,
    duty: 'Automated decisions on rights need consent or law, an explanation and a way to object.',
  },
  {
    id: '94-V Art. 19-1(3)',
    grade: 'official',
    since: e1,
    duty: 'Decide an objection within 3 working days.',
  },
  { id: '94-V Art. 20(2)', grade: 'official', duty: 'No protection, no processing.' },
  { id: '94-V Art. 22(1)', grade: 'official', duty: 'Prevent, detect and minimise unauthorised access.' },
  {
    id: '94-V Art. 22(1)(5)',
    grade: 'official',
    duty: 'Log terms, transfers, cross-border transfers and publications.',
  },
  { id: '94-V Art. 24(1)', grade: 'official', duty: 'Rights of the subject.' },
  {
    id: '94-V Art. 24(1)(1)',
    grade: 'official',
    duty: 'Know that data are held, and fact, purposes, sources, methods, list and terms.',
  },
  { id: '94-V Art. 24(1)(2)', grade: 'unconfirmed', duty: 'Have data changed on documents.' },
  { id: '94-V Art. 24(1)(3)', grade: 'official', duty: 'Have data blocked when conditions are violated.' },
  { id: '94-V Art. 24(1)(4)', grade: 'unconfirmed', duty: 'Have data destroyed.' },
  { id: '94-V Art. 24(1)(5)', grade: 'official', duty: 'Withdraw a consent.' },
  { id: '94-V Art. 24(1)(6)', grade: 'unconfirmed', duty: 'Allow or refuse publication.' },
  { id: '94-V Art. 24(1)(7)', grade: 'official', duty: 'Protect rights, damages included.' },
  { id: '94-V Art. 25(2)(1)', grade: 'official', duty: 'Approve the list of data necessary and sufficient.' },
  { id: '94-V Art. 25(2)(1-1)', grade: 'official', duty: 'Approve documents of the policy.' },
  { id: '94-V Art. 25(2)(4)', grade: 'official', duty: 'Destroy when the purpose is met.' },
  { id: '94-V Art. 25(2)(5)', grade: 'official', duty: 'Show proof of consent.' },
  { id: '94-V Art. 25(2)(6)', grade: 'official', duty: 'Answer a request in the time legislation sets.' },
  { id: '94-V Art. 25(2)(7)', grade: 'official', duty: 'Refuse with reasons in the time legislation sets.' },
  {
    id: '94-V Art. 25(2)(8)',
    grade: 'official',
    duty: 'Within one working day: change, block, unblock, destroy; tell the authority of a breach.',
  },
  { id: '94-V Art. 25(2)(9)', grade: 'official', duty: 'Access of the subject is free.' },
  { id: '94-V Art. 25(2)(10)', grade: 'official', duty: 'A legal entity appoints a responsible person.' },
  {
    id: '94-V Art. 25-1',
    grade: 'secondary',
    since: e3,
    duty: 'Size classes; limited-access data lift one class.',
  },
  {
    id: '94-V Art. 27-1(1)(6-2)',
    grade: 'official',
    duty: 'The authority tells subjects of a breach through the operator of e-government.',
  },
  { id: '94-V Art. 30', grade: 'official', duty: 'Acts can be appealed.' },
  {
    id: 'DC Art. 41',
    grade: 'official',
    since: e2,
    duty: 'Deletion, anonymisation or restriction on demand.',
  },
  { id: 'DC Art. 41(3)', grade: 'official', since: e2, duty: 'Data a law keeps are locked, not erased.' },
  {
    id: 'DC Art. 43',
    grade: 'official',
    since: e2,
    duty: 'Automated decisions: no discrimination, key factors, human review.',
  },
  { id: 'DC Art. 45', grade: 'official', since: e2, duty: 'Identifiers are IIN and BIN.' },
  {
    id: 'DC Art. 47',
    grade: 'official',
    since: e2,
    duty: 'A code or tap confirms the act, not the text: keep the hash of the text.',
  },
  {
    id: 'DC Art. 48(3)',
    grade: 'official',
    since: e2,
    duty: 'Biometric authentication is compulsory only where a law says so.',
  },
  { id: 'AI Art. 21(1)', grade: 'secondary', since: e1, duty: 'People are told that a service uses AI.' },
  {
    id: 'R179',
    grade: 'secondary',
    duty: 'Encryption, logs, access lists, order of blocking for limited-access data.',
  },
  { id: 'R395 p. 16', grade: 'secondary', duty: 'Answer or refuse within 3 working days.' },
  { id: 'R395 p. 24', grade: 'secondary', duty: 'Complaint to the authority.' },
  { id: 'R481 p. 4', grade: 'secondary', duty: 'Breach notice within one working day.' },
  { id: 'CC Art. 22', grade: 'secondary', duty: 'From 14 to 18 with consent of the representatives.' },
  { id: 'CC Art. 23', grade: 'secondary', duty: 'Under 14 the representatives act.' },
  { id: 'CPL Art. 24', grade: 'secondary', duty: 'What consumers are told is in Kazakh and in Russian.' },
  { id: 'CPL Art. 42-4', grade: 'secondary', duty: 'Answer a consumer claim within 10 calendar days.' },
];
