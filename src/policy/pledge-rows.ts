import type { Verdict } from './policy.ts';

/**
 * Who keeps a pledge: `probe` the system, and a probe looks whether it does · `person` a person, the board
 * shows the task · `refusal` the reading the text asks for is refused and the safe one enforced · `parts` the
 * clauses under it.
 */
export type Keeper = 'probe' | 'person' | 'refusal' | 'parts';

/** A row of the table. */
export type PledgeRow = readonly [Verdict, Keeper, docs: string];

/** Every kind of pledge by its key: verdict, keeper, what keeping it means. */
export const pledgeRows: Readonly<Record<string, PledgeRow>> = {
  'data-collected': [
    'E',
    'probe',
    'Only declared categories are asked and accepted; a field the policy lacks is refused.',
  ],
  'data-unnamed': [
    'F',
    'refusal',
    'A category the list does not name is refused, whatever the list leaves open.',
  ],
  'data-not-collected': [
    'E',
    'probe',
    'The category is asked by no form, accepted by no call and held for nobody.',
  ],
  'visits-declared': [
    'E',
    'probe',
    'Of visits only declared fields are held, without a consent cut short, no query, none past its term.',
  ],
  'mandatory-marked': ['E', 'probe', 'The form marks each mandatory field, and no other.'],
  'display-by-consent': [
    'E',
    'probe',
    'Nothing is shown to everyone without a consent to just that; until there is one, publishing is refused.',
  ],
  'source-recorded': ['R', 'probe', 'Every value held names where it came from.'],
  'scope-declared': ['E', 'probe', 'Data come in only through the services and channels the policy names.'],
  'operator-named': [
    'R',
    'probe',
    'The operator stands with name and identification number on the policy page and in consents.',
  ],
  'responsible-named': [
    'R',
    'probe',
    'The person responsible for personal data is named on the policy page.',
  ],
  'purpose-declared': [
    'E',
    'probe',
    'A use names a declared purpose; any other purpose is refused and the refusal recorded.',
  ],
  'deidentified-only': [
    'E',
    'probe',
    'The purpose gets de-identified data only; a read of values for it is refused.',
  ],
  'marketing-by-consent': [
    'E',
    'probe',
    'Nothing of marketing is sent or used without a consent of its own, withdrawable at any time.',
  ],
  'marketing-opt-out': ['E', 'probe', 'Whoever refuses mailings gets none from that minute on.'],
  'change-told': ['R', 'probe', 'Everybody is told of a change; what widens waits for the consent of each.'],
  'ground-consent': ['E', 'probe', 'Data are held and used only under a recorded consent of this person.'],
  'ground-other': [
    'F',
    'refusal',
    'Art. 9 lists what goes without consent; any other ground is refused, consent is asked.',
  ],
  'consent-by-act': [
    'E',
    'probe',
    'A consent arises from a separate unticked box, ticked and recorded; without it nothing is stored.',
  ],
  'party-identified': [
    'E',
    'probe',
    'A contract is made once it is confirmed who its party is; without one data are not used for contracts.',
  ],
  'agreement-apart': [
    'E',
    'probe',
    'The agreement is accepted by an act of its own, in a version that stays; it consents to nothing.',
  ],
  'consent-paper': [
    'E',
    'probe',
    'A signed application is a consent once the responsible person confirmed it, and before that nothing.',
  ],
  'consent-implied': [
    'F',
    'refusal',
    'Use, silence or another agreement is no consent; a recorded act is needed.',
  ],
  'operation-recorded': [
    'R',
    'probe',
    'Each act of the kind leaves an entry of the register of operations in the same commit.',
  ],
  'recipient-listed': [
    'E',
    'probe',
    'Nothing goes to a recipient the policy does not list; each transfer leaves an entry.',
  ],
  'recipient-open': ['F', 'refusal', 'Data go to recipients the policy names; “any third party” names none.'],
  'transfer-condition': ['E', 'probe', 'A transfer outside the named condition is refused.'],
  'transfer-restriction': ['E', 'probe', 'The excluded transfer is refused whoever asks.'],
  'transfer-notified': ['E', 'probe', 'Whoever data are handed on of is told within ten working days.'],
  'withdrawal-passed-on': ['E', 'probe', 'Recipients are ordered to stop once a consent is withdrawn.'],
  'cross-border-closed': [
    'E',
    'probe',
    'Nothing goes abroad without a separate consent or a country that ensures protection.',
  ],
  'storage-place': [
    'R',
    'probe',
    'The places of storage are named with owner and country; the primary base is in Kazakhstan.',
  ],
  'storage-abroad': [
    'F',
    'refusal',
    'A primary base abroad is refused; copies abroad go through the cross-border check.',
  ],
  'retention-term': ['E', 'probe', 'Nothing outlives its term: what is due is destroyed with an act.'],
  'retention-unlimited': [
    'F',
    'refusal',
    'Keeping without a term is refused; data go when the purpose is reached.',
  ],
  'right-self-service': ['E', 'probe', 'The person does it themselves in the cabinet, at once.'],
  'right-by-officer': [
    'R',
    'probe',
    'A request gets a number and a due date by the clock of the law and is answered.',
  ],
  'withdrawal-effective': [
    'E',
    'probe',
    'From the moment of withdrawal uses that rest on the consent are refused.',
  ],
  'withdrawal-bypassed': ['F', 'refusal', 'Going on after withdrawal is refused unless a law is cited.'],
  'contact-published': ['R', 'probe', 'The contact stands on the policy page for anyone.'],
  'adults-only': ['E', 'probe', 'Registration is refused under eighteen, and what was typed is discarded.'],
  'guardian-consent': [
    'E',
    'probe',
    'Data of a minor serve the purposes a representative consented to, whose right to do so was checked.',
  ],
  'minors-removed': ['E', 'probe', 'No data of a minor are held; found ones are blocked and destroyed.'],
  'cookies-necessary-only': ['E', 'probe', 'Pages set the necessary cookies of the register and no others.'],
  'cookies-own-choice': [
    'E',
    'probe',
    'Nothing that measures or advertises runs before the visitor chose it.',
  ],
  'decided-by-representative': [
    'E',
    'probe',
    'Data are used, handed on, blocked or destroyed by a decision of an authorised representative only.',
  ],
  'security-sealed': ['E', 'probe', 'Values lie sealed; none can be read in the database.'],
  'security-access': ['E', 'probe', 'No one reads a value without role, purpose and entry.'],
  'security-log': ['R', 'probe', 'The log of acts verifies from the first entry to the last.'],
  'measures-tested': [
    'R',
    'probe',
    'Each of the six threats has a measure whose last test is fresh and held.',
  ],
  'storage-certified': [
    'R',
    'probe',
    'Every place of storage has a certificate in force; the base itself lies at home.',
  ],
  'breach-notified': ['R', 'probe', 'The authorised body is told of a breach within a working day.'],
  'policy-published': [
    'R',
    'probe',
    'The policy stands on its page for anyone, with version, date and hash.',
  ],
  'policy-immutable': ['E', 'probe', 'A published version cannot be edited; a change is a new version.'],
  'change-by-use': [
    'F',
    'refusal',
    'Going on using the service accepts no new version; a person stays on the one they accepted.',
  ],
  'automation-none': ['E', 'probe', 'No decision about a person is taken by a program alone.'],
  'law-named': [
    'R',
    'probe',
    'The law named is the one whose rules are applied, with the date of its edition.',
  ],
  'purpose-open': ['F', 'refusal', 'Data serve declared purposes only, whatever the text reserves.'],
  'access-paid': ['F', 'refusal', 'People see and get their data free of charge, whatever the text asks.'],
  'claim-refuted': ['F', 'refusal', 'The text claims what is not so; nothing rests on the claim.'],
  'text-shown': [
    'R',
    'probe',
    'Nothing to keep but to show: the clause stands on the policy page in its own words.',
  ],
  'not-stated': [
    'R',
    'person',
    'The text leaves it open; the officer fills it in, till then the safe reading stands.',
  ],
  chapeau: ['R', 'parts', 'Opens a list; its state is the worst of the clauses under it.'],
  manual: ['R', 'person', 'No program keeps it yet; a person does and records it.'],
  unread: [
    'R',
    'person',
    'Nothing was understood in the clause; a person reads it and says what it promises.',
  ],
};
