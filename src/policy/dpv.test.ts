import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../base/index.ts';
import { anyPolicy } from './fixtures/any-policy.ts';
import {
  categories,
  dpvOf,
  dpvTerm,
  facets,
  fidesKey,
  fidesOf,
  isLabel,
  type Policy,
  purposes,
  termedLabels,
} from './index.ts';

const hash = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());

type Node = Readonly<Record<string, Json>>;
const graphOf = (policy: Policy) =>
  dpvOf(policy, hash) as unknown as { '@context': Node; '@graph': readonly Node[] };

/** Every compact IRI that stands in a document: types and references. */
function irisIn(value: Json, key = ''): readonly string[] {
  if (typeof value === 'string') return key === '@type' || key === '@id' ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((part) => irisIn(part as Json, key));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) => [name, ...irisIn(part as Json, name)]);
}

const listOf = (node: Node | undefined, key: string) => (node?.[key] ?? []) as unknown as readonly Node[];
const keysOf = (nodes: readonly Node[]) => nodes.map((node) => node['dct:identifier'] as string);

/** Terms of `dpv` 2.0 that the export may use, beside those of the tables. @source dpv.csv of DPV 2.0 */
const known = new Set(
  [
    'PrivacyNotice DataController DataProtectionOfficer Recipient PersonalDataProcess Process Law',
    'Consent LegalBasis DataSubjectRight LegalObligation Required Optional StorageLocation',
    'StorageDuration Processing PersonalData DataSubjectDataSource ThirdPartyDataSource',
    'PublicDataSource SpecialCategoryPersonalData Collect Record Structure Organise Store Modify',
    'Retrieve Use Transfer Disseminate MakeAvailable Access Anonymise Restrict Delete Erase',
    'hasJurisdiction hasApplicableLaw hasDataController hasRight hasProcess hasName hasIdentifier',
    'hasAddress hasContact hasDataProtectionOfficer hasPurpose hasLegalBasis hasProcessing',
    'hasPersonalData hasRecipient hasStorageCondition hasNecessity hasDataSource hasLocation',
    'hasDuration hasTechnicalOrganisationalMeasure',
    'Organisation NaturalPerson ContractPerformance LegitimateInterest PublicInterest VitalInterest',
    'GovernmentalOrganisation DataProcessor ThirdParty ImpliedConsent ExpressedConsent',
    'ExplicitlyExpressedConsent LegalMeasure OrganisationalMeasure TechnicalMeasure PhysicalMeasure',
    'EncryptionInTransfer Encryption PasswordAuthentication AccessControlMethod',
    'MultiFactorAuthentication DataBackupProtocols ActivityMonitoring DataBreachNotification NDA',
    'CredentialManagement Certification AutomatedDecisionMaking',
  ]
    .join(' ')
    .split(' ')
    .map((term) => `dpv:${term}`),
);
const tabled = new Set([...Object.values(categories), ...Object.values(purposes)].map(({ dpv }) => dpv));

describe('the table of terms', () => {
  it('names labels there are, by terms of the vocabulary', () => {
    for (const [facet, label] of termedLabels()) {
      expect(isLabel(facet, label), `${facet}.${label}`).toBe(true);
      expect(known.has(dpvTerm(facet, label) ?? ''), `${facet}.${label}`).toBe(true);
    }
  });

  it('has a term for every label of a facet that is one thing to the vocabulary, and for others none', () => {
    for (const facet of ['rights', 'recipients', 'operations', 'legal_bases', 'data_categories', 'purposes'])
      for (const label of facets[facet] ?? []) expect(dpvTerm(facet, label), label).toMatch(/^(?:dpv|pd):/);
    expect(dpvTerm('content_rules', 'illegal')).toBeUndefined();
    expect(dpvTerm('constructor', 'name')).toBeUndefined();
    expect(fidesKey('purposes', 'marketing_notices')).toBe('marketing.communications');
    expect(fidesKey('rights', 'copy')).toBeUndefined();
  });
});

describe('a policy in the Data Privacy Vocabulary', () => {
  it('uses terms of the vocabulary and prefixes it declares', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const { '@context': context, '@graph': graph } = graphOf(policy);
        const iris = irisIn(graph as unknown as Json).filter((iri) => /^[a-z]+:/.test(iri));
        const prefixes = new Set(iris.map((iri) => iri.split(':')[0] as string));
        expect([...prefixes].filter((prefix) => !Object.hasOwn(context, prefix) && prefix !== 'urn')).toEqual(
          [],
        );
        const strange = iris.filter((iri) => /^(?:dpv|pd):/.test(iri) && !known.has(iri) && !tabled.has(iri));
        expect(strange).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('loses no purpose, category, recipient or term on the way', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const { '@graph': graph } = graphOf(policy);
        const processes = graph.filter((node) => node['dpv:hasPurpose'] !== undefined);
        expect(keysOf(processes)).toEqual(policy.purposes.map(({ purpose }) => purpose));
        for (const node of processes) {
          const purpose = node['dct:identifier'] as string;
          const served = policy.data.filter((row) => row.purposes.includes(purpose));
          expect(keysOf(listOf(node, 'dpv:hasPersonalData'))).toEqual(served.map(({ category }) => category));
          const recipients = policy.recipients.filter(({ origin }) => origin !== 'assumed');
          expect(keysOf(listOf(node, 'dpv:hasRecipient'))).toEqual(
            recipients.map(({ recipient }) => recipient),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('names every node once, and whatever it points at is there', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const { '@graph': graph } = graphOf(policy);
        const ids = graph.map((node) => node['@id'] as string);
        expect(new Set(ids).size).toBe(ids.length);
        const notice = graph[0] as Node;
        const pointed = [...listOf(notice, 'dpv:hasProcess'), ...listOf(notice, 'dpv:hasRight')];
        expect(pointed.filter((node) => !ids.includes(node['@id'] as string))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for the same policy', () =>
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        expect(JSON.stringify(dpvOf(policy, hash))).toBe(
          JSON.stringify(dpvOf(structuredClone(policy), hash)),
        );
      }),
      { numRuns: 20 },
    ));
});

describe('a policy in fideslang', () => {
  interface Declaration {
    readonly name: string;
    readonly data_use: string;
    readonly data_categories: readonly string[];
    readonly description?: string;
  }
  interface System {
    readonly fides_key: string;
    readonly description?: string;
    readonly privacy_declarations: readonly Declaration[];
  }
  const systemOf = (policy: Policy) => (fidesOf(policy) as unknown as { system: [System] }).system[0];

  it('declares each purpose that has a data use there, and says which have none', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const system = systemOf(policy);
        const declared = system.privacy_declarations.map(({ name }) => name);
        for (const { purpose } of policy.purposes) {
          const isThere = declared.includes(purpose) || (system.description ?? '').includes(purpose);
          expect(isThere, purpose).toBe(true);
        }
        expect(system.fides_key).toMatch(/^[a-z0-9_.-]+$/);
      }),
      { numRuns: 100 },
    );
  });

  it('names the categories that have no key there', () => {
    const policy = {
      ...({ title: 'x', services: [], operator: {} } as unknown as Policy),
      purposes: [{ purpose: 'support', cites: [], origin: 'officer' as const }],
      data: facets['data_categories']?.map((category) => ({ category, purposes: ['support'] })),
    } as unknown as Policy;
    const [declaration] = systemOf(policy).privacy_declarations;
    const without = Object.values(categories).filter(({ fides }) => fides === undefined);
    expect(without.length).toBeGreaterThan(0);
    for (const { key } of without) expect(declaration?.description).toContain(key);
  });
});
