import type { AccessClass, DataGroup, DataRow, Policy } from './policy.ts';
import { visitCategories } from './visit-fields.ts';
import type { Category } from './vocabulary.ts';

type Row = readonly [DataGroup, AccessClass, Category['input'], dpv: string, fides?: string];

const rows: Readonly<Record<string, Row>> = {
  full_name: ['given', 'limited', 'text', 'pd:Name', 'user.name'],
  nickname: ['given', 'limited', 'text', 'pd:Username', 'user.account.username'],
  birth_date: ['given', 'limited', 'date', 'pd:BirthDate', 'user.demographic.date_of_birth'],
  age: ['given', 'limited', 'number', 'pd:Age', 'user.demographic.age_range'],
  gender: ['given', 'limited', 'text', 'pd:Gender', 'user.demographic.gender'],
  iin: ['given', 'limited', 'iin', 'pd:OfficialID', 'user.government_id.national_identification_number'],
  id_document: ['given', 'limited', 'text', 'pd:OfficialID', 'user.government_id'],
  driver_licence: ['given', 'limited', 'text', 'pd:OfficialID', 'user.government_id.drivers_license_number'],
  photo: ['given', 'limited', 'none', 'pd:Picture', 'user.content.self_image'],
  voice_audio: ['given', 'limited', 'none', 'pd:VoiceCommunicationRecording', 'user.biometrics.voice'],
  video: ['given', 'limited', 'none', 'pd:Picture', 'user.content.private'],
  biometrics: ['given', 'secret', 'none', 'pd:Biometric', 'user.biometrics'],
  email: ['given', 'limited', 'email', 'pd:EmailAddress', 'user.contact.email'],
  phone: ['given', 'limited', 'phone', 'pd:TelephoneNumber', 'user.contact.phone_number'],
  postal_address: ['given', 'limited', 'text', 'pd:PhysicalAddress', 'user.contact.address'],
  city_region: ['given', 'limited', 'text', 'pd:City', 'user.contact.address.city'],
  social_account: ['given', 'limited', 'text', 'pd:SocialMedia', 'user.contact.social_url'],
  login: ['given', 'limited', 'none', 'pd:Username', 'user.account.username'],
  password: ['given', 'secret', 'none', 'pd:Password', 'user.authorization.password'],
  account_id: ['automatic', 'technical', 'none', 'pd:UID', 'user.unique_id'],
  auth_tokens: ['automatic', 'secret', 'none', 'pd:Authenticating', 'user.authorization.credentials'],
  account_settings: ['automatic', 'technical', 'none', 'pd:Preference', 'user.settings'],
  ip_address: ['automatic', 'technical', 'none', 'pd:IPAddress', 'user.device.ip_address'],
  browser_device: ['automatic', 'technical', 'none', 'pd:DeviceBased', 'user.device'],
  device_id: ['automatic', 'technical', 'none', 'pd:DeviceBased', 'user.device.device_id'],
  advertising_id: ['automatic', 'technical', 'none', 'pd:UID', 'user.device.device_id'],
  cookies: ['automatic', 'technical', 'none', 'pd:Tracking', 'user.device.cookie'],
  web_analytics: ['automatic', 'technical', 'none', 'pd:BrowsingBehavior', 'user.behavior.browsing_history'],
  usage_history: ['automatic', 'technical', 'none', 'pd:ServiceConsumptionBehavior', 'user.behavior'],
  search_history: ['automatic', 'technical', 'none', 'pd:BrowserHistory', 'user.behavior.search_history'],
  crash_logs: ['automatic', 'technical', 'none', 'pd:DeviceSoftware', 'user.device.telemetry'],
  geolocation: ['automatic', 'limited', 'none', 'pd:Location', 'user.location'],
  camera: ['automatic', 'limited', 'none', 'pd:Picture', 'user.device.sensor'],
  microphone: ['automatic', 'limited', 'none', 'pd:VoiceCommunicationRecording', 'user.device.sensor'],
  gallery: ['automatic', 'limited', 'none', 'pd:Picture', 'user.content.private'],
  contacts_list: ['automatic', 'limited', 'none', 'pd:SocialNetwork', 'user.social_activity'],
  payment_card: ['given', 'limited', 'none', 'pd:PaymentCard', 'user.financial.credit_card'],
  payment_history: ['automatic', 'limited', 'none', 'pd:Transaction', 'user.financial'],
  order_history: ['automatic', 'limited', 'none', 'pd:Purchase', 'user.behavior.purchase_history'],
  bank_details: ['given', 'limited', 'none', 'pd:BankAccount', 'user.financial.bank_account'],
  loyalty: ['automatic', 'limited', 'none', 'pd:Transactional', 'user.account'],
  consultation_content: ['given', 'secret', 'none', 'pd:Communication', 'user.content.private'],
  uploaded_documents: ['given', 'secret', 'none', 'pd:PersonalDocuments', 'user.content.private'],
  correspondence: ['given', 'secret', 'none', 'pd:Communication', 'user.content.private'],
  user_content: ['given', 'public', 'none', 'pd:Opinion', 'user.content.public'],
  employment: ['given', 'limited', 'text', 'pd:Professional', 'user.professional_information'],
  education: ['given', 'limited', 'text', 'pd:Education'],
  health: ['given', 'secret', 'none', 'pd:Health', 'user.health'],
  body_parameters: ['given', 'limited', 'none', 'pd:PhysicalCharacteristic'],
  child_data: ['given', 'limited', 'none', 'pd:Offspring', 'user.children'],
  vehicle: ['given', 'limited', 'text', 'pd:Vehicle', 'user.government_id.vehicle_registration'],
  company_details: ['given', 'limited', 'text', 'pd:Professional', 'user.professional_information.workplace'],
  third_party_data: ['given', 'limited', 'none', 'dpv:PersonalData', 'user'],
  special_categories: ['given', 'secret', 'none', 'dpv:SpecialCategoryPersonalData'],
  other_voluntary: ['given', 'limited', 'none', 'dpv:PersonalData', 'user'],
};

function categoryOf([key, [group, access, input, dpv, fides]]: readonly [string, Row]): [string, Category] {
  return [key, { key, group, access, input, dpv, ...(fides ? { fides } : {}) }];
}

/**
 * What there is to know about each category of personal data; one row per label of the facet
 * `data_categories`.
 *
 * Asked on a registration form is only what such a form can sensibly ask. Technical data come by themselves;
 * the content of cases, files, payments and access to the device belong to the functions that need them;
 * credentials are not kept as data; health and special categories are never asked at a registration.
 * @source W3C DPV 2.0 (`pd`, `dpv`), fideslang 3.2
 */
export const categories: Readonly<Record<string, Category>> = Object.fromEntries(
  Object.entries(rows).map(categoryOf),
);

const formOrder = [
  'full_name',
  'nickname',
  'email',
  'phone',
  'birth_date',
  'age',
  'gender',
  'iin',
  'id_document',
  'driver_licence',
  'city_region',
  'postal_address',
  'social_account',
  'company_details',
  'employment',
  'education',
  'vehicle',
];

/**
 * The data rows asked at registration, in the order in which a form asks: who, how to reach, the rest.
 *
 * Only what the person gives about themselves and what a form can sensibly ask; each category once.
 */
export function formCategories(policy: Policy): readonly DataRow[] {
  return formOrder.flatMap((key) =>
    policy.data.filter((row) => row.category === key && row.group === 'given').slice(0, 1),
  );
}

/** Whether the policy has data of limited access, which raise what an operator owes. @law 94-V Art. 6 */
export function holdsLimited({ data }: Policy): boolean {
  return data.some(({ access }) => access === 'limited' || access === 'secret');
}

/**
 * The categories a consent given at registration lists: what its form asks, then what visits bring by
 * themselves afterwards.
 *
 * @law 94-V Art. 8(4)
 */
export function consentCategories(policy: Policy): readonly string[] {
  const automatic = visitCategories.filter((key) => policy.data.some(({ category }) => category === key));
  return [...formCategories(policy).map(({ category }) => category), ...automatic];
}
