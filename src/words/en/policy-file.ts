import type { Translation } from '../translation.ts';

/** Sentences of the commands about policy files. */
export const policyFile: Translation = {
  'cli.check.description':
    'check policy files: all that is wrong with them and all the law objects to, in one run; exit code 1 on errors and violations',
  'cli.check.well': '{{name}}: no errors. Clauses: {{clauses}}, statements: {{statements}}.',
  'cli.check.faulty_one': '{{name}}: {{count}} error.',
  'cli.check.faulty_other': '{{name}}: {{count}} errors.',
  'cli.format.description': 'lay policy files out in order; remarks stay',
  'cli.format.check': 'only say which files would change; exit code 1 if any would',
  'cli.format.done': '{{name}}: put in order.',
  'cli.format.would': '{{name}}: would change.',
  'cli.format.faulty': '{{name}}: the file has errors and stays as it was.',
  'cli.export.description': 'write the schema for an editor, or a policy in the language of other programs',
  'cli.export.format': 'json-schema, dpv or fides',
  'cli.export.output': 'write to a file',
  'cli.export.written': 'Written: {{file}}',
  'error.not-policy-file': '“{{name}}” is not a policy file.',
  'error.not-policy-file.help':
    'A policy file is called …kepil.yaml. The command kepil read TEXT -o draft.kepil.yaml makes one from a text.',
  'error.export-without-file': 'The format {{format}} is made of a policy file: name one.',
  'error.export-format': 'There is no format “{{value}}”.',
  'error.export-format.help': 'There is: {{known}}.',
};
