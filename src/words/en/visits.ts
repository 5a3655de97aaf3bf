import type { Translation } from '../translation.ts';

/** What is recorded of visits: terms, pages that show them. */
export const visits: Translation = {
  'because.visit-term-over':
    "The term of that day's visits is over: the key of the day is destroyed and nothing of it opens any more.",
  'because.visit-term-changed': 'The officer changed how long visits are kept.',
  'problem.visit-term-range': 'Visits are kept a whole number of days from 1 to {{n}}.',
  'problem.visit-term-range.help': 'Write it in digits or leave the field empty.',
  'notice.act.count.visits': 'visits',
  'because.visits-undeclared':
    'The new version of the policy no longer declares some of what was recorded of visits, so visits recorded without consent were destroyed.',
  'because.visits-cleared': 'The subject destroyed the record of their visits.',
  'notice.delete.visits': 'Visits to pages',
  'export.visits': 'My visits',
  'export.visits.what':
    'time, page address, IP address and browser, whichever of them the policy has recorded',
  'page.nav.visits': 'Visits',
  'page.visits.title': 'Visits',
  'page.visits.lead': 'How often the pages of the service were opened. Nobody can see here who opened them.',
  'page.visits.recorded': 'Recorded',
  'page.visits.kept': 'Kept for',
  'page.visits.none': 'The policy declares no data about visits, so nothing is recorded of them.',
  'page.visits.empty': 'Days with their number of visits will stand here. There are none yet.',
  'page.visits.total': 'Visits in all: {{n}}',
  'page.visits.page': 'Page',
  'page.visits.n': 'Visits',
  'page.visits.few': 'fewer than {{n}}',
  'page.visits.day': 'Day',
  'page.visits.time': 'When',
  'page.visits.address': 'IP address',
  'page.visits.client': 'Browser',
  'page.my-visits.title': 'My visits',
  'page.my-visits.lead':
    'What is recorded of how you opened the pages of the service while your consent is in force. Without a consent only the network and the minute are recorded, with no tie to you.',
  'page.my-visits.empty': 'Your visits, recorded with your consent, will stand here. There are none yet.',
  'page.my-visits.clear': 'Destroy the record of my visits',
  'page.my-visits.clear-why':
    'What is recorded is destroyed at once and cannot be brought back. While your consent is in force, new visits are recorded; you can withdraw it under “Consents”.',
  'page.my-data.visits-why': 'These data come by themselves when you open pages, and lie apart.',
  'page.my-data.visits-show': 'Show my visits',
  'page.settings.visits': 'Keeping of visits',
  'page.settings.visits-why':
    'The term cannot be longer than what the policy says. A shorter one holds for the days already recorded too.',
  'page.settings.visit-days': 'Term in days',
  'page.settings.visit-days-hint':
    'From 1 to {{n}}. Empty: as the policy says, and 30 days if it says nothing.',
  'page.subject.visits': 'Visits',
  'page.subject.visits-why':
    'Visits are read only for a request of this person and to protect data. Each read is recorded, and the person sees it.',
  'page.subject.visits-send': 'Read the visits',
  'page.subject.visits-none': 'No visits are recorded.',
  'page.subject.visits-no-matter':
    'Reading the visits needs an open request of this person. There is none at present.',
  'page.visits.term.policy_one': '{{count}} day, as the policy says',
  'page.visits.term.policy_other': '{{count}} days, as the policy says',
  'page.visits.term.officer_one': '{{count}} day, as the officer decided',
  'page.visits.term.officer_other': '{{count}} days, as the officer decided',
  'page.visits.term.default_one': '{{count}} day: the policy says nothing and the officer chose no term',
  'page.visits.term.default_other': '{{count}} days: the policy says nothing and the officer chose no term',
  'page.flash.visits-cleared_one': '{{count}} visit was destroyed.',
  'page.flash.visits-cleared_other': '{{count}} visits were destroyed.',
};
