/** Backups and their restoration. */
export const backup = {
  'cli.backup.description': 'сделать резервную копию: архив ключей и архив данных',
  'cli.backup.key': 'файл ключа резервных копий; если его нет, он будет создан',
  'cli.backup.working': 'Копируется: сервисы при этом работают.',
  'cli.backup.written': 'Записано: {{file}}, {{size}} КиБ',
  'cli.backup.removed': 'Прежних архивов ключей удалено: {{n}}. Должен оставаться только самый новый.',
  'cli.backup.key-made':
    'Создан ключ резервных копий: {{file}}. Сохраните его отдельно от копий: без него они не откроются.',
  'cli.backup.stepped':
    'Эпоха ключей сменилась, и ключ {{file}} обновлён: прежние архивы ключей им не открыть. Замените сохранённые копии этого ключа.',
  'cli.backup.advice':
    'Храните архив ключей отдельно от архива данных, а папку журналов {{folder}} — ещё в одном месте.',
  'cli.restore.description': 'восстановить из резервной копии в пустую папку данных',
  'cli.restore.key': 'файл ключа резервных копий',
  'cli.restore.ledger': 'папка с журналами сервисов, хранившаяся отдельно',
  'cli.restore.archive': 'архив данных; без него — самый новый в папке',
  'cli.restore.older-keys': 'самый новый архив ключей утрачен: взять тот, что есть',
  'cli.restore.checking': 'Проверяются архивы и журналы.',
  'cli.restore.log-refused': 'Журнал сервиса «{{name}}» не подходит:',
  'cli.restore.replayed':
    '{{name}}: уничтожено заново {{destroyed}}, согласий отозвано заново {{withdrawn}}, прав и ключей отнято заново {{taken}}',
  'cli.restore.lost': 'утрачено после копии: {{what}} — {{n}}',
  'cli.restore.without-keys': 'Людей без ключей: {{n}}. Их данные были уничтожены и не вернулись.',
  'cli.restore.without-rows': 'Людей, чьих данных нет в архиве данных: {{n}}. Они появились после него.',
  'cli.restore.done': 'Восстановлено. Запустите kepil run с этой папкой данных.',
  'cli.restore.left': 'Не восстановлено. Перед новой попыткой уберите папку {{data}}: в ней остались ключи.',

  'error.backup-key-malformed': 'Файл «{{path}}» — не ключ резервных копий.',
  'error.backup-key-missing': 'Файла ключа «{{path}}» нет.',
  'error.backup-key-missing.help': 'Это тот файл, который назвала команда kepil backup.',
  'error.backup-key-beside': 'Ключ резервных копий не должен лежать рядом с ними.',
  'error.backup-key-beside.help': 'Укажите для --key место вне папки резервных копий.',
  'error.backup-unreadable': 'Архив «{{path}}» не открывается: он повреждён или закрыт другим ключом.',
  'error.backup-table': 'В архиве есть строки неизвестной таблицы.',
  'error.backup-missing': 'В папке «{{folder}}» нет архива ключей или архива данных.',
  'error.backup-missing.help': 'Положите в одну папку файлы *.keys.kepil и *.data.kepil.',
  'error.backup-keys-older': 'Архив ключей старше архива данных.',
  'error.backup-keys-older.help': 'Нужен архив ключей, сделанный вместе с архивом данных или позже.',
  'error.backup-keys-not-newest': 'Журнал говорит, что был сделан более новый архив ключей.',
  'error.backup-keys-not-newest.help':
    'Возьмите самый новый архив ключей. Если он утрачен, добавьте --older-keys.',
  'error.backup-schemas': 'Архивы сделаны разными версиями Kepil.',
  'error.backup-schemas.help': 'Возьмите архив данных, сделанный вместе с этим архивом ключей.',
  'error.backup-other': 'Архив данных и архив ключей — от разных установок.',
  'error.restore-not-empty': 'Восстановить можно только в пустую папку данных и пустую базу.',
  'error.restore-not-empty.help': 'Укажите для --data новую папку.',

  'because.backup-made': 'Сделана резервная копия.',
  'because.restored-from-backup': 'Сервис восстановлен из резервной копии.',
};
