/** Where the root key lives, and servers that keep it. */
export const rootKey = {
  'cli.keys.move': 'сменить корневой ключ и место, где он хранится; Kepil при этом остановлен',
  'cli.keys.to':
    'file — в файле ключей, environment — в переменной KEPIL_NEW_ROOT_KEY, transit — за сервером HashiCorp Vault или OpenBao',
  'cli.keys.moved.file': 'Корневой ключ сменён и лежит в файле ключей.',
  'cli.keys.moved.environment':
    'Корневой ключ сменён. Передавайте его в KEPIL_ROOT_KEY: в файле ключей его больше нет.',
  'cli.keys.moved.transit': 'Корневой ключ сменён. Теперь его открывает только сервер ключей.',
  'cli.keys.root.file': 'Корневой ключ: в файле ключей',
  'cli.keys.root.environment': 'Корневой ключ: в переменной KEPIL_ROOT_KEY',
  'cli.keys.root.transit': 'Корневой ключ: за сервером ключей',
  'cli.word.place': 'место',

  'error.root-malformed': 'Переменная {{variable}} задана неверно.',
  'error.root-malformed.help': 'Как её записать, сказано в файле README.',
  'error.root-unset': 'Не задана переменная {{variable}}.',
  'error.root-unset.help': 'Как её записать, сказано в файле README.',
  'error.root-twice': 'Заданы и KEPIL_ROOT_KEY, и KEPIL_TRANSIT_URL, а корневой ключ один.',
  'error.root-twice.help': 'Оставьте ту переменную, которая говорит, где он хранится.',
  'error.root-place': 'Место «{{value}}» не годится: file, environment или transit.',
  'error.transit-plain': 'Адрес в {{variable}} должен начинаться с https: через него идут ключи.',
  'error.keys-root-in-file':
    'Корневой ключ лежит в самом файле «{{path}}», а окружение называет другое место.',
  'error.keys-root-in-file.help':
    'Уберите KEPIL_ROOT_KEY и KEPIL_TRANSIT_URL или перенесите ключ: kepil keys move.',
  'error.keys-root-in-environment': 'Корневого ключа в файле «{{path}}» нет: он хранится отдельно.',
  'error.keys-root-in-environment.help': 'Передайте его в KEPIL_ROOT_KEY.',
  'error.keys-root-in-transit': 'Корневой ключ файла «{{path}}» открывает сервер ключей, но он не назван.',
  'error.keys-root-in-transit.help': 'Задайте KEPIL_TRANSIT_URL, KEPIL_TRANSIT_KEY и KEPIL_TRANSIT_TOKEN.',
  'error.transit-unreachable': 'Сервер ключей {{url}} не отвечает: {{what}}.',
  'error.transit-unreachable.help':
    'Проверьте адрес, сеть и сертификат. Свой удостоверяющий центр называет переменная NODE_EXTRA_CA_CERTS.',
  'error.transit-sealed': 'Сервер ключей {{url}} запечатан или на обслуживании.',
  'error.transit-sealed.help': 'Распечатайте его и запустите Kepil снова.',
  'error.transit-forbidden': 'Сервер ключей {{url}} не разрешает обращение {{path}}.',
  'error.transit-forbidden.help':
    'Проверьте, действует ли токен и разрешает ли его политика update на этом пути.',
  'error.transit-mount': 'На сервере ключей {{url}} нет пути {{path}}.',
  'error.transit-mount.help': 'Проверьте KEPIL_TRANSIT_MOUNT: там должен быть подключён движок transit.',
  'error.transit-refused': 'Сервер ключей {{url}} отказал ключу «{{key}}»: {{what}}.',
  'error.transit-refused.help':
    'Проверьте KEPIL_TRANSIT_KEY и наименьшую версию, которая ещё открывает: min_decryption_version.',
  'error.transit-standby': 'Сервер ключей {{url}} запасной и отсылает к другому.',
  'error.transit-standby.help': 'Назовите в KEPIL_TRANSIT_URL основной сервер.',
  'error.transit-failed': 'На сервере ключей {{url}} сбой: {{what}}.',
  'error.transit-failed.help': 'Посмотрите его журнал и запустите Kepil снова.',
  'error.transit-malformed': 'Ответ сервера ключей {{url}} непонятен.',
  'error.transit-malformed.help':
    'Проверьте, что по этому адресу HashiCorp Vault или OpenBao, а ключ «{{key}}» — вида aes256-gcm96.',
  'error.transit-token-unreadable': 'Файл токена «{{path}}» не читается.',
  'error.transit-token-unreadable.help': 'Проверьте KEPIL_TRANSIT_TOKEN_FILE.',
};
