/** Sentences of the commands about policy files. */
export const policyFile = {
  'cli.check.description':
    'проверить файлы политики: всё, что в них не так и чему противоречит закон, за один раз; код 1 при ошибках и нарушениях',
  'cli.check.well': '{{name}}: ошибок нет. Пунктов: {{clauses}}, утверждений: {{statements}}.',
  'cli.check.faulty_one': '{{name}}: {{count}} ошибка.',
  'cli.check.faulty_few': '{{name}}: {{count}} ошибки.',
  'cli.check.faulty_many': '{{name}}: {{count}} ошибок.',
  'cli.check.faulty_other': '{{name}}: {{count}} ошибки.',
  'cli.format.description': 'разложить файлы политики по порядку; пометки остаются',
  'cli.format.check': 'только сказать, какие файлы изменились бы; код 1, если такие есть',
  'cli.format.done': '{{name}}: приведён в порядок.',
  'cli.format.would': '{{name}}: изменился бы.',
  'cli.format.faulty': '{{name}}: в файле ошибки, он остался как был.',
  'cli.export.description': 'выдать схему для редактора или политику на языке других программ',
  'cli.export.format': 'json-schema, dpv или fides',
  'cli.export.output': 'записать в файл',
  'cli.export.written': 'Записано: {{file}}',
  'error.not-policy-file': '«{{name}}» — не файл политики.',
  'error.not-policy-file.help':
    'Файл политики называется …kepil.yaml. Его делает из текста команда kepil read ТЕКСТ -o черновик.kepil.yaml.',
  'error.export-without-file': 'Формат {{format}} делается из файла политики: назовите его.',
  'error.export-format': 'Формата «{{value}}» нет.',
  'error.export-format.help': 'Есть: {{known}}.',
} as const;
