/** A draft brought up to a new reading: what was kept by hand. */
export const merge = {
  'error.draft-not-mergeable':
    '«{{name}}» файлында бағдарламаның не ұсынғаны белгіленбеген, сондықтан қолмен енгізілген түзетулерді ажырату мүмкін емес.',
  'error.draft-not-mergeable.help': 'Жобаны басқа атпен жазыңыз: -o БАСҚА.kepil.yaml.',
  'problem.merge-kept': 'Қолмен түзетілген күйі қалдырылды: {{row}}.',
  'problem.merge-both':
    'Қолмен де, жаңа мәтінде де өзгертілген: {{row}}. Қолмен енгізілген түзету қалдырылды.',
  'problem.merge-both.help': 'Жолды жаңа мәтінмен салыстырып, қайсысы дұрыс екенін шешіңіз.',
  'problem.merge-left-out': 'Қолмен алып тасталғандықтан қайтарылмады: {{row}}.',
  'problem.merge-unfounded':
    'Жол сілтеген тармақ жаңа мәтінде жоқ: {{row}}. Енді ол жауапты тұлға енгізген деп белгіленді.',
  'problem.merge-unfounded.help': 'Жаңа тармақты көрсетіңіз немесе жолды алып тастаңыз.',
};
