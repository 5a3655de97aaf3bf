import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isLabel, operationVerbs, pledgeKindOf } from '../src/policy/index.ts';

/** Everything the table of clauses has a word for, by the labels of the vocabulary that say it. */
const file = join(import.meta.dirname, '..', '..', 'shared', 'acceptance', 'CLAUSES.md');

type Words = Readonly<Record<string, string>>;

const inventory: Words = {
  'surname, first name, patronymic': 'data_categories.full_name',
  'birth date / birth year': 'data_categories.birth_date',
  IIN: 'data_categories.iin',
  'ID card / passport number': 'data_categories.id_document',
  sex: 'data_categories.gender',
  'e-mail': 'data_categories.email',
  'mobile phone': 'data_categories.phone',
  'residence / registration address': 'data_categories.postal_address',
  city: 'data_categories.city_region',
  'other contact information': 'data_categories.other_voluntary provisions.open_wording',
  login: 'data_categories.login',
  password: 'data_categories.password',
  'IP address': 'data_categories.ip_address',
  'browser / client information': 'data_categories.browser_device',
  'device information, model': 'data_categories.browser_device',
  'operating system': 'data_categories.browser_device',
  'access / visit date and time': 'data_categories.web_analytics',
  'requested page address': 'data_categories.web_analytics',
  'page visits / view history': 'data_categories.usage_history',
  'search history': 'data_categories.search_history',
  'interaction with other users / system': 'data_categories.usage_history',
  'interface settings': 'data_categories.account_settings',
  'cookies / cookie information': 'data_categories.cookies',
  'beacon hits': 'cookies.beacons',
  'diagnostics, crash, performance logs': 'data_categories.crash_logs',
  'unique user id / device id': 'data_categories.account_id data_categories.device_id',
  'advertising id': 'data_categories.advertising_id',
  'fraud / risk signals of the device': 'data_categories.browser_device purposes.security_fraud',
  geolocation: 'data_categories.geolocation device_permissions.geolocation',
  'bank card details': 'data_categories.payment_card',
  'payment history': 'data_categories.payment_history',
  'legal question description': 'data_categories.consultation_content',
  'uploaded case documents': 'data_categories.uploaded_documents',
  'correspondence with lawyers': 'data_categories.correspondence',
  'messages user–user': 'data_categories.correspondence',
  'messages to the company': 'data_categories.correspondence',
  'photos about procedures': 'data_categories.photo',
  'voice messages (microphone)': 'data_categories.voice_audio device_permissions.microphone',
  'camera photos': 'data_categories.camera device_permissions.camera',
  'gallery pictures': 'data_categories.gallery device_permissions.gallery',
  'copies/photos of ID document': 'provisions.document_copies',
  'education documents, certificates': 'data_categories.education data_categories.uploaded_documents',
  'constituent documents of entity': 'data_categories.company_details',
  'documents confirming a correction': 'rights_procedure.documents_required',
  'profile image': 'data_categories.photo provisions.public_display',
  'goods/service image': 'data_categories.user_content',
  'listing text, comments': 'data_categories.user_content',
  reviews: 'data_categories.user_content',
  'data of third persons given by a user': 'data_categories.third_party_data',
  'data received from third parties / partners': 'data_sources.third_parties',
  'information from public sources': 'data_sources.public_sources',
  'information foreseen by other documents': 'provisions.by_documents',
  'special/sensitive categories': 'data_categories.special_categories',
};

const purposes: Words = {
  'service / contract': 'purposes.provide_service purposes.contract_performance',
  identification: 'purposes.identify_party',
  'communication, support, requests': 'purposes.communication purposes.support',
  personalisation: 'purposes.personalisation',
  'improvement, development, faults': 'purposes.improve_service purposes.new_features purposes.diagnostics',
  'analytics of visits': 'purposes.usage_analytics',
  'research, statistics': 'purposes.statistics_research provisions.deidentified_research',
  'marketing information': 'purposes.marketing_notices',
  'ads: targeting, relevance, measurement': 'purposes.targeted_ads cookies.marketing_measurement',
  'security, fraud prevention, reliability': 'purposes.security_fraud',
  'disputes, defence of rights': 'purposes.reviews_disputes purposes.protect_rights',
  'legal duties, state bodies': 'purposes.legal_obligation',
  reviews: 'purposes.reviews_disputes',
  'account/cabinet management': 'purposes.registration_auth',
  'monitoring of staff': 'provisions.activity_monitoring',
  'revenue tracking, market research': 'purposes.statistics_research',
  'monitoring of terms': 'purposes.moderation',
};

const recipients: Words = {
  'lawyers / specialists': 'recipients.lawyers_specialists',
  'hosting / trusted providers / data centres': 'recipients.hosting_cloud storage_location.data_centre',
  affiliates: 'recipients.affiliates',
  partners: 'recipients.partners',
  'service providers (fraud, client service, consultants)': 'recipients.service_providers',
  'analytics companies (incl. foreign)': 'recipients.analytics_providers',
  'chat / communication provider (incl. foreign)': 'recipients.messaging_providers',
  'SMS gateway': 'recipients.messaging_providers',
  'banks, state services, technical interaction': 'recipients.payment_providers recipients.government',
  'linked third-party services (name, phone, avatar)': 'recipients.social_platforms',
  'recipients chosen by the user': 'recipients.subject_directed',
  'authorised state bodies, law enforcement': 'recipients.government',
  'courts, bailiffs, counsel (defence of rights)': 'transfer_conditions.rights_protection',
  'private third parties asking for information': 'provisions.authority_form provisions.any_recipient',
  'acquirer of the business': 'recipients.business_successor transfer_conditions.business_transfer',
  'identity checkers': 'recipients.service_providers purposes.verification',
  'unlimited circle (public)': 'recipients.public provisions.public_display',
  'recipients of de-identified data': 'transfer_conditions.depersonalised_only',
  '«present and future third parties»': 'provisions.any_recipient',
};

const operations: Words = {
  сбор: 'operations.collect',
  'запись, систематизация, накопление': 'operations.record operations.systematise operations.accumulate',
  хранение: 'operations.store',
  'уточнение (обновление, изменение, дополнение)': 'operations.clarify',
  'извлечение, доступ': 'operations.extract operations.access',
  использование: 'operations.use',
  'передача, предоставление': 'operations.transfer operations.provide',
  распространение: 'operations.disseminate',
  обезличивание: 'operations.depersonalise',
  блокирование: 'operations.block',
  удаление: 'operations.delete',
  уничтожение: 'operations.destroy',
  'обработка и переработка': 'operations.use',
};

const acts: Words = {
  'registration with box': 'consent_form.registration consent_form.checkbox',
  'form / request with box': 'consent_form.form_submission',
  'SMS code': 'consent_form.sms',
  'scan / original application': 'consent_form.written_scan',
  'device permission prompt': 'device_permissions.camera',
  'accepting the user agreement': 'consent_form.agreement_acceptance',
  'use of the service': 'consent_form.implied_by_use',
  'continued use after change': 'change_notice.continued_use_consent',
  'searching, viewing': 'consent_form.implied_by_use',
  'sending message, complaint, review': 'consent_form.implied_by_use',
  'uploading an avatar': 'consent_form.implied_by_use',
  "another person's consent": 'provisions.consent_for_others',
  'parent / guardian': 'minors.guardian_consent',
  "user's statement for third person": 'disclaimers.third_party_consent_duty',
};

const all: readonly (readonly [part: string, next: string, words: Words])[] = [
  ['## 5.1', '## 5.2', inventory],
  ['## 5.2', '## 5.3', purposes],
  ['## 5.3', '## 5.4', recipients],
  ['## 5.4', '## 5.5', operations],
  ['## 5.6', '## 5.7', acts],
];

const labelsOf = (said: string) => said.split(' ').map((one) => one.split('.') as [string, string]);

describe('what the table of clauses speaks of', () => {
  it.each(all)('in its part %s is said by labels of the vocabulary', (_part, _next, words) => {
    for (const said of Object.values(words))
      for (const [facet, label] of labelsOf(said)) expect(isLabel(facet, label), said).toBe(true);
  });

  it('is no consent where the table refuses it', () => {
    const refused = ['accepting the user agreement', 'use of the service', 'continued use after change'];
    for (const act of [...refused, 'searching, viewing', 'uploading an avatar', "another person's consent"])
      for (const [facet, label] of labelsOf(acts[act] ?? ''))
        expect(['consent-implied', 'change-by-use', 'consent-merged']).toContain(pledgeKindOf(facet, label));
  });

  it('has a verb of the register for each operation', () => {
    for (const said of Object.values(operations))
      for (const [, label] of labelsOf(said)) expect(operationVerbs[label]).toBeDefined();
  });

  if (existsSync(file)) {
    const text = readFileSync(file, 'utf8');
    it.each(all)('is all of it here: part %s', (part, next, words) => {
      const section = text.slice(text.indexOf(part), text.indexOf(next));
      const rows = section.split('\n').filter((line) => /^\| (?!---)/.test(line));
      const names = rows.slice(1).map((line) => line.split('|')[1]?.trim() ?? '');
      expect(names.length).toBeGreaterThan(5);
      expect(Object.keys(words)).toEqual(names);
    });
  } else {
    it('was not set beside the table: ../shared is not here', () => expect(existsSync(file)).toBe(false));
  }
});
