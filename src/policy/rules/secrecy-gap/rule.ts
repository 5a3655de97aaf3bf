import type { Severity } from '../../policy.ts';
import type { Found, Rule } from '../rule.ts';

function secret(code: string, severity: Severity, clauses: readonly string[]): readonly Found[] {
  return clauses.length > 0 ? [{ code, severity, clauses }] : [];
}

/**
 * What is told in confidence, to a lawyer, a doctor or another person, needs more than the general grounds.
 */
export const secrecyGap: Rule = {
  id: 'KL-39',
  tags: ['KZ-051'],
  law: '94-V Art. 11',
  find(_, said) {
    if (said.has('provisions', 'secrecy')) return [];
    const told = said.clauses('data_categories', 'consultation_content');
    const general = said.clauses(
      'transfer_conditions',
      'rights_protection',
      'government_request',
      'law_required',
    );
    const cards = said.clauses('data_categories', 'payment_card');
    const bodily = said.clauses('data_categories', 'photo', 'voice_audio', 'health');
    const letters = said.clauses('data_categories', 'correspondence');
    const voiced = said.has('data_categories', 'voice_audio', 'health');
    return [
      ...secret('secrecy-told', 'error', told.length > 0 && general.length > 0 ? [...told, ...general] : []),
      ...secret('secrecy-cards', 'warning', cards),
      ...secret('secrecy-bodily', 'warning', voiced ? bodily : []),
      ...secret('secrecy-letters', 'warning', told.length === 0 ? letters : []),
    ];
  },
};
