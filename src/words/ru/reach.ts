/** Sentences about how an installation is reached: host, certificate, proxy, origin. */
export const reach = {
  'cli.run.host': 'адрес, на котором слушать; вне этой машины — только с сертификатом или прокси',
  'cli.run.origin': 'адрес для посетителей: https://… — для ссылок и проверки запросов',
  'cli.run.tls-cert': 'файл сертификата (цепочка PEM)',
  'cli.run.tls-key': 'файл ключа сертификата (PEM, права 0600)',
  'cli.run.http-port': 'порт, который отправляет с http на https',
  'cli.run.proxy': 'адреса или сети прокси через запятую: только им верят на слово о посетителе',

  'error.bad-host': 'Адрес «{{value}}» не годится: нужен IP-адрес этой машины или localhost.',
  'error.host-not-here': 'Адреса {{host}} у этой машины нет.',
  'error.host-open': 'На {{host}} слушать без TLS нельзя: персональные данные пошли бы открытым текстом.',
  'error.host-open.help':
    'Дайте сертификат (--tls-cert, --tls-key) или назовите прокси, который принимает TLS (--proxy).',
  'error.port-forbidden': 'Порт {{port}} системе занимать не разрешено.',
  'error.port-forbidden.help': 'Порты до 1024 открывает администратор. Укажите другой порт.',
  'error.channel-malformed': 'Переменная {{variable}} задана неверно.',
  'error.channel-malformed.help': 'Как её записать, сказано в файле README.',
  'error.origin-missing': 'Не указан адрес, по которому приходят посетители.',
  'error.origin-missing.help': 'Укажите его: --origin https://имя-сайта.',
  'error.bad-origin': 'Адрес «{{value}}» не годится: нужен https://имя, без пути.',
  'error.origin-plain': 'Адрес «{{value}}» не годится: посетители должны приходить по https.',
  'error.origin-without-tls': 'Адрес «{{value}}» обещает TLS, а принимать его некому.',
  'error.origin-without-tls.help':
    'Дайте сертификат (--tls-cert, --tls-key) или назовите прокси, который принимает TLS (--proxy).',
  'error.tls-pair': 'Сертификат и ключ указывают вместе: --tls-cert и --tls-key.',
  'error.tls-unreadable': 'Файл «{{path}}» не читается ({{what}}).',
  'error.tls-broken': 'Сертификат «{{cert}}» и ключ «{{key}}» вместе не работают ({{what}}).',
  'error.tls-broken.help': 'Нужны цепочка сертификатов и её ключ без пароля, оба в PEM.',
  'error.tls-expired': 'Срок сертификата «{{path}}» истёк.',
  'error.tls-name': 'Сертификат «{{path}}» выдан не на {{host}}.',
  'error.http-port-without-tls': 'Перенаправлять с http не на что: сертификата нет.',
  'error.http-port-without-tls.help': 'Дайте сертификат (--tls-cert, --tls-key) или уберите --http-port.',

  'error.host-unknown': 'Запрос пришёл на имя, под которым Kepil не работает.',
  'error.host-unknown.help':
    'Откройте сайт по его настоящему адресу. Оператору: прокси должен передавать имя сайта в заголовке Host.',
  'error.plain-from-afar': 'Соединение не защищено, поэтому запрос не выполнен.',
  'error.plain-from-afar.help':
    'Откройте сайт по адресу https://. Оператору: назовите прокси ключом --proxy или дайте сертификат.',
  'error.draft-elsewhere': 'Этот сервис ещё не открыт: его политика — черновик.',
  'error.draft-elsewhere.help': 'Он откроется, когда ответственное лицо утвердит политику.',
  'error.database-in-clear':
    'Данные ушли бы на «{{host}}» открытым текстом: база на другой машине — только по TLS.',
  'error.database-in-clear.help':
    'Добавьте к адресу базы ?sslmode=verify-full; свой корневой сертификат называет sslrootcert=ПУТЬ.',
  'error.database-url-bad': 'Это не адрес PostgreSQL с именем машины.',
  'error.database-url-bad.help':
    'Адрес выглядит так: postgres://имя:пароль@машина:5432/база. Для сокета: …?host=/путь/к/папке.',
} as const;
