import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  categories,
  facets,
  isLabel,
  isSilence,
  operationVerbs,
  pledgeKindOf,
  pledgeKinds,
  purposes,
} from './index.ts';

const labelFile = '../shared/reading/labels.json';

describe('the vocabulary', () => {
  if (existsSync(labelFile)) {
    it('is that of the readings, label by label, and what is only typed by hand', () => {
      const read = JSON.parse(readFileSync(labelFile, 'utf8'));
      const { provisions, ...readings } = facets;
      expect({ ...readings, data_not_collected: '=data_categories' }).toEqual(read);
      expect(provisions).toContain('definition');
    });
  } else {
    it(`was not compared with ${labelFile}, which is not here: only its size was`, () => {
      expect([Object.keys(facets).length, Object.values(facets).flat().length]).toEqual([31, 419]);
    });
  }

  it('has a row for each category and each purpose and no row beside', () => {
    expect(Object.keys(categories)).toEqual(facets['data_categories']);
    expect(facets['data_not_collected']).toEqual(facets['data_categories']);
    expect(Object.keys(purposes)).toEqual(facets['purposes']);
    expect(Object.keys(operationVerbs)).toEqual(facets['operations']);
  });

  it('knows its labels and nothing that every object has', () => {
    expect(isLabel('rights', 'copy')).toBe(true);
    expect(isLabel('rights', 'email')).toBe(false);
    expect(isLabel('constructor', 'name')).toBe(false);
    expect(Object.values(facets).flat().filter(isSilence)).toHaveLength(7);
  });

  it('asks on a form nothing that comes by itself, is a secret or opens the device', () => {
    for (const category of Object.values(categories)) {
      if (category.input === 'none') continue;
      expect([category.key, category.group, category.access]).toEqual([category.key, 'given', 'limited']);
    }
    for (const key of [
      'password',
      'health',
      'special_categories',
      'payment_card',
      'consultation_content',
      'camera',
    ]) {
      expect(categories[key]?.input).toBe('none');
    }
  });

  it('asks a purpose beyond the service for more than the consent of registration', () => {
    for (const key of ['marketing_notices', 'targeted_ads', 'usage_analytics', 'personalisation']) {
      expect(purposes[key]?.basis).toBe('own');
    }
    expect(purposes['statistics_research']?.basis).toBe('deidentified');
    expect(purposes['legal_obligation']?.basis).toBe('law');
    expect(purposes['protect_rights']?.basis).toBe('decision');
  });

  it('names terms of the field', () => {
    for (const { dpv } of [...Object.values(categories), ...Object.values(purposes)])
      expect(dpv).toMatch(/^(pd|dpv):[A-Z]\w+$/);
  });
});

describe('the kinds of pledges', () => {
  it('take in every label of every facet', () => {
    const taken = Object.values(pledgeKinds).flatMap((kind) => kind.from);
    const all = Object.entries(facets).flatMap(([facet, list]) => list.map((label) => `${facet}.${label}`));
    expect([...taken].sort()).toEqual(all.sort());
  });

  it('each come from some label, but for those that come from the clause itself', () => {
    const empty = Object.values(pledgeKinds).filter((kind) => kind.from.length === 0);
    expect(empty.map((kind) => kind.key).sort()).toEqual(['chapeau', 'unread']);
  });

  it('leave silence to the officer and an unknown label to a person', () => {
    for (const [facet, list] of Object.entries(facets)) {
      for (const label of list.filter(isSilence)) expect(pledgeKindOf(facet, label)).toBe('not-stated');
    }
    expect(pledgeKindOf('toString', 'x')).toBe('manual');
  });

  it('are refused where the reading is flagged, and only there', () => {
    for (const kind of Object.values(pledgeKinds))
      expect(kind.verdict === 'F').toBe(kind.keeper === 'refusal');
  });
});
