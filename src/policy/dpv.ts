import type { Hash, Json } from '../base/index.ts';
import { dpvTerm } from './dpv-terms.ts';
import { isSilence } from './facets.ts';
import { policyHash } from './hash.ts';
import { verdictOf } from './pledge-kinds.ts';
import type { DataRow, Policy } from './policy.ts';
import { purposes } from './purposes.ts';
import { articlesOfRights } from './rights-of-law.ts';

type Node = { readonly [key: string]: Json };

/** Prefixes of what is written in DPV. `kz` is ours: DPV has no extension for the law of Kazakhstan yet. */
export const dpvContext = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  loc: 'https://w3id.org/dpv/loc#',
  dct: 'http://purl.org/dc/terms/',
  kz: 'urn:kepil:dpv:legal:kz#',
};

/** The law under which all of it stands, as our extension calls it. */
export const dpvLaw = 'kz:Law94V';

/** How a datum comes in, as the facet of sources has it. */
const sources: Readonly<Record<DataRow['group'], string>> = {
  given: 'provided_by_user',
  automatic: 'automatic',
  'third-party': 'third_parties',
  'public-source': 'public_sources',
};

/**
 * A policy as JSON-LD in the Data Privacy Vocabulary: the notice with its operator, and for each purpose a
 * process with data, recipients, ground and storage. Every node that stands for a label of ours has its key
 * as `dct:identifier`, so that nothing is lost on the way back. What the law refuses is left out.
 *
 * Deterministic. O(purposes × data).
 * @source W3C DPV 2.0: `dpv`, `pd`, `loc`; our `kz` in docs/formats/dpv.md
 */
export function dpvOf(policy: Policy, hash: Hash): Json {
  const id = `urn:sha256:${policyHash(policy, hash)}`;
  const own = new Export(policy, id);
  const said = own.labels('rights').filter((label) => Object.hasOwn(articlesOfRights, label));
  const notice: Node = {
    '@id': id,
    '@type': 'dpv:PrivacyNotice',
    'dct:title': policy.title,
    'dct:language': policy.language,
    ...(policy.dated !== undefined && { 'dct:issued': policy.dated }),
    'dpv:hasJurisdiction': { '@id': 'loc:KZ' },
    'dpv:hasApplicableLaw': { '@id': dpvLaw },
    'dpv:hasDataController': { '@id': `${id}#operator` },
    'dpv:hasRight': said.map((label) => ({ '@id': `kz:Right-${label}` })),
    'dpv:hasTechnicalOrganisationalMeasure': own.measures(),
    'dpv:hasProcess': policy.purposes.map(({ purpose }) => ({ '@id': `${id}#process-${purpose}` })),
  };
  const terms: readonly Node[] = [
    {
      '@id': dpvLaw,
      '@type': 'dpv:Law',
      'dpv:hasJurisdiction': { '@id': 'loc:KZ' },
      'dct:identifier': '94-V',
    },
    ...said.map((label) => ({
      '@id': `kz:Right-${label}`,
      '@type': 'dpv:DataSubjectRight',
      'dct:identifier': label,
      'dct:source': articlesOfRights[label] as string,
    })),
  ];
  const graph = [
    notice,
    own.operator(),
    ...policy.purposes.map(({ purpose }) => own.activity(purpose)),
    ...terms,
  ];
  return { '@context': dpvContext, '@graph': graph };
}

/** The parts of one policy; durations as ISO 8601 has them. */
class Export {
  readonly #policy: Policy;
  readonly #id: string;

  constructor(policy: Policy, id: string) {
    this.#policy = policy;
    this.#id = id;
  }

  labels(facet: string): readonly string[] {
    return this.#policy.labels
      .filter((row) => row.facet === facet && row.origin !== 'assumed' && !isSilence(row.label))
      .map(({ label }) => label);
  }

  operator(): Node {
    const { operator, contacts } = this.#policy;
    const reached = contacts.filter(({ origin }) => origin !== 'assumed').map(({ value }) => value);
    return {
      '@id': `${this.#id}#operator`,
      '@type': 'dpv:DataController',
      'dct:identifier': operator.kind,
      ...(operator.name !== undefined && { 'dpv:hasName': operator.name }),
      ...(operator.bin !== undefined && { 'dpv:hasIdentifier': operator.bin }),
      ...(operator.address !== undefined && { 'dpv:hasAddress': operator.address }),
      ...(reached.length > 0 && { 'dpv:hasContact': reached }),
      ...(operator.responsible !== undefined && {
        'dpv:hasDataProtectionOfficer': {
          '@type': 'dpv:DataProtectionOfficer',
          'dpv:hasName': operator.responsible,
        },
      }),
    };
  }

  /** What protects the data; what is no measure, such as a duty of the person, is left out. */
  measures(): Json {
    return this.labels('security').flatMap((label) => {
      const term = dpvTerm('security', label);
      return term === undefined ? [] : [{ '@type': term, 'dct:identifier': label }];
    });
  }

  /** The process of a purpose. */
  activity(purpose: string): Node {
    const basis = purposes[purpose]?.basis;
    const anonymous = basis === 'deidentified';
    return {
      '@id': `${this.#id}#process-${purpose}`,
      '@type': anonymous ? 'dpv:Process' : 'dpv:PersonalDataProcess',
      'dct:identifier': purpose,
      'dpv:hasPurpose': { '@id': dpvTerm('purposes', purpose) ?? 'dpv:Purpose' },
      'dpv:hasLegalBasis': this.#bases(basis === 'law'),
      'dpv:hasProcessing': anonymous ? [{ '@id': 'dpv:Anonymise' }] : this.#operations(),
      'dpv:hasPersonalData': this.#data(purpose),
      'dpv:hasRecipient': this.#recipients(),
      'dpv:hasStorageCondition': this.#storage(),
    };
  }

  #bases(lawful: boolean): Json {
    const named = this.#policy.grounds
      .filter(({ ground }) => verdictOf('legal_bases', ground) !== 'F')
      .map(({ ground }) => dpvTerm('legal_bases', ground) as string);
    const usual = lawful ? 'dpv:LegalObligation' : 'dpv:Consent';
    return [...new Set([usual, ...(lawful ? named : [])])].map((term) => ({ '@id': term }));
  }

  #operations(): Json {
    return this.labels('operations').map((label) => ({
      '@type': dpvTerm('operations', label) as string,
      'dct:identifier': label,
    }));
  }

  #data(purpose: string): Json {
    return this.#policy.data
      .filter((row) => row.purposes.includes(purpose))
      .map(({ category, mandatory, group }) => ({
        '@type': dpvTerm('data_categories', category) ?? 'dpv:PersonalData',
        'dct:identifier': category,
        'dpv:hasNecessity': { '@id': mandatory ? 'dpv:Required' : 'dpv:Optional' },
        'dpv:hasDataSource': { '@id': dpvTerm('data_sources', sources[group]) as string },
      }));
  }

  #recipients(): Json {
    return this.#policy.recipients
      .filter(({ origin }) => origin !== 'assumed')
      .map(({ recipient, name, country }) => ({
        '@type': dpvTerm('recipients', recipient) as string,
        'dct:identifier': recipient,
        ...(name !== undefined && { 'dpv:hasName': name }),
        ...(country !== undefined && { 'dpv:hasLocation': { '@id': `loc:${country}` } }),
      }));
  }

  #storage(): Json {
    const places = this.#policy.hosts.map(({ country, name }) => ({
      '@type': 'dpv:StorageLocation',
      'dpv:hasLocation': { '@id': `loc:${country}` },
      'dpv:hasName': name,
    }));
    const terms = this.#policy.retention
      .filter(({ rule }) => !isSilence(rule) && verdictOf('retention', rule) !== 'F')
      .map(({ rule, months, days, categories: of }) => ({
        '@type': 'dpv:StorageDuration',
        'dct:identifier': rule,
        ...(months !== undefined
          ? { 'dpv:hasDuration': `P${months}M` }
          : days !== undefined && { 'dpv:hasDuration': `P${days}D` }),
        ...(of !== undefined && { 'dpv:hasPersonalData': of.map((key) => ({ 'dct:identifier': key })) }),
      }));
    return [...places, ...terms];
  }
}
