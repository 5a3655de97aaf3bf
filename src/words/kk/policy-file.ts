import type { Translation } from '../translation.ts';

/** Sentences of the commands about policy files. */
export const policyFile: Translation = {
  'cli.check.description':
    'саясат файлдарын тексеру: оларда ненің дұрыс емес екені және ненің заңға қайшы екені бір рет іске қосқанда; қате не бұзушылық болса, код 1',
  'cli.check.well': '{{name}}: қате жоқ. Тармақтар: {{clauses}}, тұжырымдар: {{statements}}.',
  'cli.check.faulty_one': '{{name}}: {{count}} қате.',
  'cli.check.faulty_other': '{{name}}: {{count}} қате.',
  'cli.format.description': 'саясат файлдарын ретке келтіру; белгілеулер сақталады',
  'cli.format.check': 'қай файл өзгеретінін ғана айту; ондай файл болса, код 1',
  'cli.format.done': '{{name}}: ретке келтірілді.',
  'cli.format.would': '{{name}}: өзгерер еді.',
  'cli.format.faulty': '{{name}}: файлда қателер бар, ол өзгеріссіз қалды.',
  'cli.export.description': 'редакторға арналған схеманы немесе саясатты басқа бағдарламалар тілінде беру',
  'cli.export.format': 'json-schema, dpv немесе fides',
  'cli.export.output': 'файлға жазу',
  'cli.export.written': 'Жазылды: {{file}}',
  'error.not-policy-file': '«{{name}}» — саясат файлы емес.',
  'error.not-policy-file.help':
    'Саясат файлының аты …kepil.yaml деп аяқталады. Оны мәтіннен kepil read МӘТІН -o жоба.kepil.yaml пәрмені жасайды.',
  'error.export-without-file': '{{format}} форматы саясат файлынан жасалады: оны атаңыз.',
  'error.export-format': '«{{value}}» деген формат жоқ.',
  'error.export-format.help': 'Бары: {{known}}.',
};
