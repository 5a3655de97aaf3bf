/** A draft brought up to a new reading: what was kept by hand. */
export const merge = {
  'error.draft-not-mergeable':
    'В файле «{{name}}» не отмечено, что предлагала программа, поэтому правки от руки в нём не отличить.',
  'error.draft-not-mergeable.help': 'Запишите черновик под другим именем: -o ДРУГОЙ.kepil.yaml.',
  'problem.merge-kept': 'Оставлено, как исправлено от руки: {{row}}.',
  'problem.merge-both': 'Изменено и от руки, и в новом тексте: {{row}}. Оставлена правка от руки.',
  'problem.merge-both.help': 'Сравните строку с новым текстом и решите, что верно.',
  'problem.merge-left-out': 'Не возвращено, так как убрано от руки: {{row}}.',
  'problem.merge-unfounded':
    'Пункта, на который ссылалась строка, в новом тексте нет: {{row}}. Теперь она отмечена как внесённая ответственным.',
  'problem.merge-unfounded.help': 'Укажите новый пункт или уберите строку.',
} as const;
