import type { LawPack } from '../pack.ts';
import { acts, articles, editions } from './articles.ts';
import { calendar } from './calendar.ts';
import { clocks } from './clocks.ts';
import { consentItems } from './consent-items.ts';
import { standingPurposes } from './standing-purposes.ts';

/**
 * The law of Kazakhstan on personal data as far as the program relies on it.
 *
 * No official list of countries that protect data enough was found, so `adequate` is empty: every country
 * needs a consent.
 *
 * @law 94-V Art. 16(2), 16(3)
 */
export const kz: LawPack = {
  code: 'kz',
  zone: 'Asia/Almaty',
  country: 'KZ',
  adequate: [],
  acts,
  editions,
  articles,
  clocks,
  calendar,
  consentItems,
  standingPurposes,
  // 94-V Art. 25-1; the class of 500,000 exactly is named twice by the sources, the graver is taken.
  sizes: [
    { key: 'small', upTo: 10_000, notifies: false },
    { key: 'medium', upTo: 499_999, notifies: false },
    { key: 'large', notifies: true },
  ],
  staffBiometricsOver: 100_000,
  // From nine in the morning to nine in the evening, on working days: rules of the operators.
  advertisingSms: { from: 9 * 60, to: 21 * 60 },
  languages: ['kk', 'ru'],
  actsAloneFrom: 14,
  adultFrom: 18,
};
