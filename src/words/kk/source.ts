/** Documents that are read: what keeps one from being read. */
export const source = {
  'cli.read.text': 'тек алынған мәтінді шығару (орындар осы мәтін бойынша есептеледі)',
  'error.too-many-parts': 'Құжатта {{n}} жолдан немесе бөліктен көп: бұл саясат мәтіні емес.',
  'error.too-many-parts.help': 'Саясат мәтінін жеке, кәдімгі мәтін немесе DOCX түрінде сақтаңыз.',
  'error.html-too-deep': 'Беттің белгілеуі тым терең, шегі {{n}} деңгей: Kepil мұндай бетті оқымайды.',
  'error.html-too-deep.help': 'Саясат мәтінін жеке, кәдімгі мәтін немесе DOCX түрінде сақтаңыз.',
  'error.docx-broken': '«{{name}}» файлы Word құжаты ретінде ашылмайды.',
  'error.docx-broken.help': 'Оны редакторда ашып, DOCX форматында қайта сақтаңыз.',
  'error.pdf-encrypted': '«{{name}}» PDF файлы құпиясөзбен жабылған.',
  'error.pdf-encrypted.help': 'Құпиясөзсіз көшірмесін сақтаңыз.',
  'error.pdf-broken': '«{{name}}» PDF файлы бүлінген: беттері оқылмайды.',
  'error.pdf-broken.help': 'Құжатты PDF түрінде қайта сақтаңыз немесе DOCX нұсқасын алыңыз.',
  'error.pdf-scanned': '«{{name}}» PDF файлында мәтін жоқ: онда беттердің суреттері ғана бар.',
  'error.pdf-scanned.help':
    'Мәтінді тану бағдарламасынан өткізіңіз немесе бастапқы құжатты алыңыз; Kepil сканды оқымайды.',
  'error.pdf-too-much': '«{{name}}» PDF файлын оқуға тым көп уақыт немесе жад керек.',
  'error.pdf-too-much.help': 'Саясатты жеке құжат ретінде алыңыз.',
  'error.address-bad':
    'Бұл бет мекенжайы емес: http немесе https керек, мекенжайда аты мен құпиясөз болмауы тиіс.',
  'error.address-unreachable': 'Құжат алынбады. Торап: {{host}}; себебі: {{what}}.',
  'error.address-unreachable.help': 'Мекенжайды браузерде ашып, бетті сақтаңыз да, файлды көрсетіңіз.',
};
