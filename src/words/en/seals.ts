/** What did not open where it stands. */
export const seals = {
  'because.seal-broken': 'Something sealed did not open at its place: it was swapped, edited or cut short.',
  'because.seal-mended': 'What did not open opens again.',
  'notice.act.count.seals': 'notes of what did not open',
  'page.today.broken': 'Does not open',
  'page.ledger.broken': 'Does not open',
  'page.ledger.broken.lead':
    'These keys and data did not open at their place: in the database they were swapped, edited or cut short. They are not used. Bring them back from a backup; once they open, the line goes away.',
  'page.ledger.broken.keys': 'Keys of a person',
  'page.ledger.broken.data': 'A part of a person’s data',
} as const;
