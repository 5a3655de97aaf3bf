/** Files that people hand in: what is wrong with one, and what becomes of it. */
export const files = {
  'because.file-term-over': 'The term of the document is over, and it is destroyed.',
  'because.file-damaged': 'The file is not what was taken in: it is set apart and given to nobody.',
  'error.file-gone': 'The file waited too long and was removed. Send the form again.',
  'error.file-damaged':
    'The file is damaged or was swapped: it is not given out, and the officer has been told.',
  'notice.act.count.files': 'files',
  'notice.act.count.parts': 'sealed parts of files',
  'problem.file-missing': 'No document is attached.',
  'problem.file-missing.help': 'Choose a file: a scan or a photograph of the document.',
  'problem.file-empty': 'The file is empty.',
  'problem.file-empty.help': 'See whether it opens on your device, and choose it again.',
  'problem.file-over-size': 'The file is larger than {{n}} MB.',
  'problem.file-over-size.help': 'Make the image smaller, or scan the document at a lower resolution.',
  'problem.file-kind': 'Files of this kind are not taken.',
  'problem.file-kind.help':
    'A PDF, JPEG, PNG or WebP will do. What counts is what is in the file, not its name.',
  'problem.file-broken': 'The file is damaged or cut short.',
  'problem.file-broken.help': 'Save it anew and attach it again.',
  'problem.file-locked': 'The PDF is locked with a password.',
  'problem.file-locked.help': 'Save it without the lock and attach it again.',
  'problem.file-active': 'The PDF has scripts, forms that send themselves, or other files in it.',
  'problem.file-active.help': 'Print it to a new PDF, or attach an image.',
  'problem.file-quota': 'You have as many files here as may be kept.',
  'problem.file-quota.help':
    'Wait until your earlier requests are decided: their documents are destroyed after that.',
  'file.size': '{{n}} KB',
  'file.document-must':
    'This value is confirmed by a document, so it is changed by a document too: a scan or a photograph, PDF, JPEG, PNG or WebP, up to {{n}} MB. The change counts once the officer has checked it.',
  'file.document-may':
    'If you attach a document, the officer checks it and marks the value as confirmed. A scan or a photograph, PDF, JPEG, PNG or WebP, up to {{n}} MB.',
  'file.document': 'Document',
  'file.document-why':
    'From images we take out what they say of place, time and device. What is written in a PDF itself stays in it. Only whoever works on the request sees the document, and each view is recorded. After the decision it is kept for thirty days at most, and destroyed.',
  'page.today.damaged': 'Damaged files',
  'file.files': 'Attached',
  'file.change': 'What to change',
  'file.change.now': 'Now',
  'file.change.asked': 'Asked for',
  'file.change.mine': 'You ask for',
  'file.change-why':
    'The answer “Fulfilled” writes the new value and marks it as confirmed. Whoever was given the one before is ordered to correct it.',
  'page.request.change-beyond': 'Only the officer changes data by a document, and answers.',
  'page.correct.earlier': 'Earlier values',
  'page.correct.earlier-why':
    'You alone see them, and whoever needs them for a request. They are kept as long as the data themselves.',
  'page.correct.earlier-line': '{{value}}: {{source}}, {{status}}, written {{time}}',
  'page.flash.change-asked': 'Request {{number}} is taken in. We answer by {{date}}.',
  'page.order.correct': 'Correct the data',
  'because.order-to-correct': 'The recipient is ordered to correct the data.',
  'error.change-beyond-role': 'Only the officer changes data by a document.',
  'problem.demand-waits': 'You have asked for this change already, and it waits for a decision.',
  'problem.demand-waits.help': 'Look at it on the page of requests.',
};
