import type { Translation } from '../translation.ts';

/** How a service's pages are told from those of the others: names, marks, accents, the list of services. */
export const looks: Translation = {
  'service.unnamed': 'Service {{key}}',
  'page.nav.settings': 'Settings',
  'page.switch.other': 'Service “{{name}}”. Go to another',
  'page.services.count_one': '{{count}} service runs here.',
  'page.services.count_other': '{{count}} services run here.',
  'page.services.find': 'Name of the service',
  'page.services.find-go': 'Find',
  'page.services.none-found': 'There is no such service here. Clear the word to see the whole list.',
  'page.settings.title': 'Settings of the service',
  'page.settings.lead': 'What the text of the policy does not say and what changes none of its pledges.',
  'page.settings.look': 'Look of the pages',
  'page.settings.look-why':
    'Pages of different services must not be taken for one another. Mark and colour stand in the head, on the tab of ' +
    'the browser and in lists; no two services have the same mark in the same colour.',
  'page.settings.name': 'Name',
  'page.settings.name-hint': 'Empty: as in the text, “{{name}}”.',
  'page.settings.name-none':
    'The text does not name the service. While it has no name its key stands in its place.',
  'page.settings.mark': 'Mark',
  'page.settings.mark-hint': 'One to three letters or digits.',
  'page.settings.accent': 'Colour',
  'page.settings.accent.turquoise': 'turquoise',
  'page.settings.accent.blue': 'blue',
  'page.settings.accent.violet': 'violet',
  'page.settings.accent.green': 'green',
  'page.settings.accent.plum': 'plum',
  'page.settings.accent.indigo': 'indigo',
  'page.settings.accent.moss': 'olive',
  'page.settings.accent.graphite': 'graphite',
  'page.settings.save': 'Save',
  'page.settings.saved': 'The settings are saved.',
  'problem.mark-malformed': 'The mark is not well formed.',
  'problem.mark-malformed.help': 'One to three letters or digits are needed.',
  'problem.accent-unknown': 'There is no such colour in the palette.',
  'problem.accent-unknown.help': 'Choose one of those offered.',
  'problem.look-taken': 'Another service has this mark in this colour.',
  'problem.look-taken.help': 'Change the mark or the colour.',
  'because.look-changed': 'The officer changed the look of the service’s pages.',
};
