/** Documents that are read: what keeps one from being read. */
export const source = {
  'cli.read.text': 'print only the extracted text, the one that places are counted in',
  'error.too-many-parts': 'The document has more than {{n}} lines or parts: that is no text of a policy.',
  'error.too-many-parts.help': 'Save the text of the policy on its own, as plain text or DOCX.',
  'error.html-too-deep': 'The page is nested deeper than {{n}} levels: Kepil does not read such markup.',
  'error.html-too-deep.help': 'Save the text of the policy on its own, as plain text or DOCX.',
  'error.docx-broken': 'The file “{{name}}” does not open as a Word document.',
  'error.docx-broken.help': 'Open it in an editor and save it as DOCX again.',
  'error.pdf-encrypted': 'The PDF “{{name}}” is locked with a password.',
  'error.pdf-encrypted.help': 'Save a copy without the password.',
  'error.pdf-broken': 'The PDF “{{name}}” is damaged: its pages cannot be read.',
  'error.pdf-broken.help': 'Save the document as PDF again, or take it as DOCX.',
  'error.pdf-scanned': 'The PDF “{{name}}” has no text: it holds pictures of pages.',
  'error.pdf-scanned.help':
    'Have the text recognised or take the original document; Kepil does not read scans.',
  'error.pdf-too-much': 'Reading the PDF “{{name}}” takes too much time or memory.',
  'error.pdf-too-much.help': 'Take the policy as a document of its own.',
  'error.address-bad':
    'This is not the address of a page: use http or https, with no name and password in the address.',
  'error.address-unreachable': 'The host {{host}} did not give the document: {{what}}.',
  'error.address-unreachable.help': 'Open the address in a browser, save the page and name the file.',
};
