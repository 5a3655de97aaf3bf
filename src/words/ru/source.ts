/** Documents that are read: what keeps one from being read. */
export const source = {
  'cli.read.text': 'напечатать только извлечённый текст, от которого считаются места',
  'error.html-too-deep': 'Страница вложена глубже {{n}} уровней: такую разметку Kepil не читает.',
  'error.html-too-deep.help': 'Сохраните текст политики отдельно, обычным текстом или в DOCX.',
  'error.docx-broken': 'Файл «{{name}}» не открывается как документ Word.',
  'error.docx-broken.help': 'Откройте его в редакторе и сохраните заново в формате DOCX.',
  'error.pdf-encrypted': 'PDF «{{name}}» закрыт паролем.',
  'error.pdf-encrypted.help': 'Сохраните копию без пароля.',
  'error.pdf-broken': 'PDF «{{name}}» повреждён: страницы не читаются.',
  'error.pdf-broken.help': 'Сохраните документ в PDF заново или возьмите его в DOCX.',
  'error.pdf-scanned': 'В PDF «{{name}}» нет текста: это изображения страниц.',
  'error.pdf-scanned.help': 'Распознайте текст или возьмите исходный документ; скан Kepil не читает.',
  'error.pdf-too-much': 'PDF «{{name}}» требует для чтения слишком много времени или памяти.',
  'error.pdf-too-much.help': 'Возьмите политику отдельным документом.',
  'error.address-bad': 'Это не адрес страницы: нужен http или https, без имени и пароля в адресе.',
  'error.address-unreachable': 'Узел {{host}} не отдал документ: {{what}}.',
  'error.address-unreachable.help': 'Откройте адрес в браузере, сохраните страницу и укажите файл.',
} as const;
