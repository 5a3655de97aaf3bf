import type { Said } from '../../said.ts';
import type { Found, Rule } from '../rule.ts';

const explicit = (said: Said) =>
  said.clauses('consent_form', 'checkbox', 'sms', 'written_scan', 'agreement_acceptance');

/** Where data may be corrected without a document. */
function freely(said: Said): readonly string[] {
  const documents = said.clauses('rights_procedure', 'documents_required');
  return said.clauses('rights', 'correct').filter((id) => !documents.includes(id));
}

/**
 * One act is allowed or barred, with a condition or without.
 */
export const conditionsConflict: Rule = {
  id: 'KL-52',
  tags: [],
  find(_, said) {
    const pairs: readonly (readonly [string, readonly string[], readonly string[]])[] = [
      ['correction-twice', freely(said), said.clauses('rights_procedure', 'documents_required')],
      ['consent-forms-conflict', said.clauses('consent_form', 'implied_by_use'), explicit(said)],
      [
        'others-images-conflict',
        said.clauses('content_rules', 'images_of_others'),
        said.clauses('disclaimers', 'third_party_consent_duty'),
      ],
    ];
    const conflicts = pairs.flatMap(([code, one, other]): readonly Found[] =>
      one.length > 0 && other.length > 0 ? [{ code, severity: 'conflict', clauses: [...one, ...other] }] : [],
    );
    const checked = [
      ...said.clauses('content_rules', 'removal'),
      ...said.clauses('purposes', 'security_fraud'),
    ];
    const explained = said.has('automation', 'human_review', 'no_solely_automated');
    if (explained || !said.has('content_rules', 'removal')) return conflicts;
    return [
      ...conflicts,
      { code: 'automation-unexplained', severity: 'warning', clauses: checked, law: '94-V Art. 19-1' },
    ];
  },
};
