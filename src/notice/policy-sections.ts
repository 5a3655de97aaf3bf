import { consentTerm } from '../consent/index.ts';
import { isSilence, purposes as purposeTable, rightsOfLaw, verdictOf } from '../policy/index.ts';
import type { MessageKey } from '../words/index.ts';
import type { Draft, TextItem, Writer } from './policy-writer.ts';

type Section = (writer: Writer) => readonly (Draft | undefined)[];

function general(to: Writer): readonly (Draft | undefined)[] {
  const { operator, services } = to.policy;
  const kind = [`controller.${operator.kind}`];
  const { name, bin, address, responsible } = operator;
  const law = to.labels('governing_law').filter((label) => label !== 'kz_law' && label !== 'kz_data_law');
  return [
    name ? to.one('notice.policy.operator', { name }, kind) : to.one('notice.policy.operator-unnamed'),
    bin === undefined ? undefined : to.one('notice.policy.operator-bin', { number: bin }),
    address === undefined ? undefined : to.one('notice.policy.operator-address', { address }),
    responsible === undefined
      ? undefined
      : to.one('notice.policy.responsible', { name: responsible }, ['security.dpo_appointed']),
    to.list(
      'notice.policy.scope',
      services.map(({ kind: service, host }) => ({
        text: host
          ? `${to.speaker.label('services', service)} ${host}`
          : to.speaker.label('services', service),
        says: [`services.${service}`],
      })),
    ),
    to.one('notice.policy.law', {}, ['governing_law.kz_law', 'governing_law.kz_data_law']),
    to.listOf('notice.policy.law-other', 'governing_law', law),
  ];
}

function data(to: Writer): readonly (Draft | undefined)[] {
  const rows = to.policy.data;
  const listed = (id: MessageKey, of: typeof rows, says: readonly string[] = []) => {
    const labels = of.map(({ category }) => category);
    return to.list(id, to.items('data_categories', labels), says);
  };
  const given = rows.filter(({ group }) => group === 'given');
  return [
    listed(
      'notice.policy.data-mandatory',
      given.filter(({ mandatory }) => mandatory),
    ),
    listed(
      'notice.policy.data-optional',
      given.filter(({ mandatory }) => !mandatory),
    ),
    listed(
      'notice.policy.data-automatic',
      rows.filter(({ group }) => group === 'automatic'),
      ['data_sources.automatic'],
    ),
    listed(
      'notice.policy.data-others',
      rows.filter(({ group }) => group === 'third-party' || group === 'public-source'),
      ['data_sources.third_parties'],
    ),
    to.listOf('notice.policy.data-sources', 'data_sources'),
    to.listOf(
      'notice.policy.data-not',
      'data_not_collected',
      to.policy.dataNotCollected.map(({ category }) => category),
    ),
    to.one('notice.policy.data-only'),
  ];
}

function purposes(to: Writer): readonly (Draft | undefined)[] {
  const { speaker, policy } = to;
  const item = (purpose: string): TextItem => {
    const served = policy.data.filter((row) => row.purposes.includes(purpose));
    const named = served.map(({ category }) => speaker.label('data_categories', category));
    const name = speaker.label('purposes', purpose);
    const all = served.length === policy.data.length;
    const text =
      named.length === 0
        ? name
        : all
          ? speaker.say('notice.policy.purpose-all', { purpose: name })
          : speaker.say('notice.policy.purpose-data', { purpose: name, data: named.join(', ') });
    return { text, says: [`purposes.${purpose}`] };
  };
  const of = (...bases: readonly string[]) =>
    policy.purposes
      .map(({ purpose }) => purpose)
      .filter((purpose) => bases.includes(purposeTable[purpose]?.basis ?? ''))
      .map(item);
  return [
    to.list('notice.policy.purposes-base', of('base', 'law', 'decision')),
    to.list('notice.policy.purposes-own', of('own'), ['consent_form.separate_explicit']),
    to.list('notice.policy.purposes-deidentified', of('deidentified'), ['provisions.deidentified_research']),
  ];
}

/** Labels that a sentence of their own says: they are no items beside it. */
const beside = (labels: readonly string[], said: readonly string[]) =>
  labels.filter((label) => !said.includes(label));

const saidOfWithdrawal = ['any_time', 'legal_exceptions', 'obligations_block'];

function grounds(to: Writer): readonly (Draft | undefined)[] {
  const { policy, speaker } = to;
  const lawful = policy.grounds.filter(({ ground }) => verdictOf('legal_bases', ground) !== 'F');
  const named = lawful.map(({ ground }) => ground);
  const term = consentTerm(policy);
  const said = speaker.sayCode('notice.term', term.kind, { count: term.months ?? 0 });
  return [
    to.listOf('notice.policy.grounds', 'legal_bases', [...new Set(['consent', ...named])]),
    to.listOf('notice.policy.consent-forms', 'consent_form'),
    term.stated
      ? to.one('notice.policy.consent-term', { term: said })
      : to.one('notice.policy.consent-term-none', {}, ['retention.purpose_achieved']),
    to.clock('notice.policy.withdraw', 'withdraw.stop', [
      'rights.withdraw_consent',
      ...saidOfWithdrawal.map((label) => `withdrawal.${label}`),
    ]),
    policy.recipients.length > 0
      ? to.one('notice.policy.withdraw-onward', {}, ['provisions.withdrawal_passed_on'])
      : undefined,
    to.listOf('notice.policy.withdrawal', 'withdrawal', beside(to.labels('withdrawal'), saidOfWithdrawal)),
  ];
}

function processing(to: Writer): readonly (Draft | undefined)[] {
  const { policy, speaker } = to;
  const hosts = policy.hosts.map(({ name, country }): TextItem => {
    const label = country === 'KZ' ? 'kz' : 'abroad';
    return { text: `${name}, ${speaker.country(country)}`, says: [`storage_location.${label}`] };
  });
  const places = to.labels('storage_location').map((label) => to.item('storage_location', label));
  const terms = policy.retention
    .filter(({ rule }) => !isSilence(rule) && verdictOf('retention', rule) !== 'F')
    .map((row): TextItem => {
      const rule = speaker.label('retention', row.rule);
      const counted =
        row.months !== undefined
          ? speaker.say('notice.policy.term-months', { rule, count: row.months })
          : row.days !== undefined
            ? speaker.say('notice.policy.term-days', { rule, count: row.days })
            : rule;
      const of = (row.categories ?? []).map((category) => speaker.label('data_categories', category));
      const text =
        of.length > 0
          ? speaker.say('notice.policy.term-of', { term: counted, data: of.join(', ') })
          : counted;
      return { text, says: [`retention.${row.rule}`] };
    });
  return [
    to.listOf('notice.policy.operations', 'operations'),
    to.list('notice.policy.places', [...hosts, ...places]),
    to.list('notice.policy.terms', terms),
    to.one('notice.policy.terms-end', {}, ['retention.deleted_after']),
  ];
}

const byAuthority = [
  'provisions.authority_form',
  'transfer_conditions.government_request',
  'recipients.government',
];

function transfer(to: Writer): readonly (Draft | undefined)[] {
  const { policy, speaker } = to;
  const recipients = policy.recipients
    .filter(({ origin }) => origin !== 'assumed')
    .map(({ recipient, name, country }): TextItem => {
      const label = speaker.label('recipients', recipient);
      const who = [name ? `${label}: ${name}` : label, ...(country ? [speaker.country(country)] : [])];
      return {
        text: speaker.say('notice.policy.to', { who: who.join(', ') }),
        says: [`recipients.${recipient}`],
      };
    });
  const cases = to.labels('transfer_conditions').map((label): TextItem => {
    const { text, says } = to.item('transfer_conditions', label);
    return { text: speaker.say('notice.policy.when', { when: text }), says };
  });
  const asked =
    to.says('transfer_conditions', 'government_request') || to.says('transfer_conditions', 'law_required');
  const none = recipients.length === 0 && cases.length === 0;
  return [
    none ? to.one('notice.policy.transfer-none') : undefined,
    to.list('notice.policy.transfers', [...recipients, ...cases]),
    asked ? to.one('notice.policy.transfer-authority', {}, byAuthority) : undefined,
    none
      ? undefined
      : to.clock('notice.policy.transfer-told', 'transfer.notify', ['provisions.transfer_notice']),
    to.listOf('notice.policy.restrictions', 'transfer_restrictions'),
  ];
}

function abroad(to: Writer): readonly (Draft | undefined)[] {
  const labels = to.labels('cross_border');
  const none = labels.every((label) => label === 'denied') && labels.length > 0;
  const published =
    to.policy.purposes.some(({ purpose }) => purpose === 'publication') ||
    to.says('transfer_conditions', 'user_made_public');
  return [
    none ? to.one('notice.policy.abroad-none', {}, ['cross_border.denied']) : undefined,
    none ? undefined : to.listOf('notice.policy.abroad', 'cross_border', labels),
    labels.length === 0
      ? to.one('notice.policy.abroad-silent', {}, ['cross_border.with_consent'])
      : undefined,
    published
      ? to.one('notice.policy.published-consent')
      : to.one('notice.policy.published-none', {}, ['transfer_restrictions.no_publication']),
  ];
}

/** The rights of the law, then those the policy adds. @law 94-V Art. 24(1) */
function rights(to: Writer): readonly (Draft | undefined)[] {
  return [
    to.listOf('notice.policy.rights', 'rights', [...new Set([...rightsOfLaw, ...to.labels('rights')])]),
    to.listOf(
      'notice.policy.rights-how',
      'rights_procedure',
      beside(to.labels('rights_procedure'), ['response_deadline']),
    ),
    to.clock('notice.policy.rights-reply', 'access.reply', ['rights_procedure.response_deadline']),
    to.clock('notice.policy.rights-act', 'rectify', ['rights_procedure.response_deadline']),
    to.one('notice.policy.blocking', {}, ['provisions.blocking_procedure']),
    to.one('notice.policy.rights-complain', {}, ['rights.complain_authority', 'rights.complain_court']),
  ];
}

const needed: readonly string[] = [
  'functionality',
  'authentication',
  'security',
  'local_storage',
  'not_used',
];

function cookies(to: Writer): readonly (Draft | undefined)[] {
  const labels = to.labels('cookies');
  const optional = beside(labels, [...needed, 'consent_required', 'browser_control', 'limits_on_refusal']);
  const stated = ['browser_control', 'limits_on_refusal'].filter((label) => labels.includes(label));
  return [
    to.list(
      'notice.policy.cookies-necessary',
      to.items(
        'cookies',
        labels.filter((label) => needed.includes(label)),
      ),
      ['cookies.functionality'],
    ),
    to.listOf('notice.policy.cookies-optional', 'cookies', optional),
    labels.length > 0 ? to.one('notice.policy.cookies-choice', {}, ['cookies.consent_required']) : undefined,
    to.listOf('notice.policy.cookies-also', 'cookies', stated),
  ];
}

/** Each facet as one list. */
const plainly =
  (id: MessageKey, facet: string): Section =>
  (to) => [to.listOf(id, facet)];

/** The sections of a policy in the order in which a lawyer reads. */
export const sections: readonly (readonly [id: string, write: Section])[] = [
  ['general', general],
  ['data', data],
  ['purposes', purposes],
  ['grounds', grounds],
  ['processing', processing],
  ['transfer', transfer],
  ['abroad', abroad],
  ['rights', rights],
  ['cookies', cookies],
  ['marketing', plainly('notice.policy.marketing', 'marketing')],
  ['minors', plainly('notice.policy.minors', 'minors')],
  [
    'security',
    (to) => [
      to.listOf('notice.policy.security', 'security', beside(to.labels('security'), ['incident_notice'])),
      to.listOf('notice.policy.permissions', 'device_permissions'),
      to.clock('notice.policy.breach', 'breach.authority', ['security.incident_notice']),
    ],
  ],
  ['content', plainly('notice.policy.content', 'content_rules')],
  ['automation', plainly('notice.policy.automation', 'automation')],
  [
    'changes',
    (to) => [to.listOf('notice.policy.changes', 'change_notice'), to.one('notice.policy.changes-kept')],
  ],
  [
    'contacts',
    (to) => [
      to.list(
        'notice.policy.contacts',
        to.policy.contacts
          .filter(({ origin }) => origin !== 'assumed')
          .map(({ channel, value }) => ({
            text: to.speaker.say('notice.policy.contact', {
              channel: to.speaker.title('contacts', channel),
              value,
            }),
            says: [`contacts.${channel}`],
          })),
      ),
    ],
  ],
];
