# What policies say in many words: heading | label | sentence. All made up; most were written before their row was.
Какие данные мы собираем | data_categories.full_name | Мы запрашиваем ваше имя и фамилию.
Какие данные мы собираем | data_categories.full_name | При оформлении указываются инициалы заказчика и его отчество.
Какие данные мы собираем | data_categories.birth_date | Нам нужен год рождения участника.
Какие данные мы собираем | data_categories.birth_date | Обрабатываются число, месяц и год рождения.
Какие данные мы собираем | data_categories.age | Уточняется, сколько лет ребёнку.
Какие данные мы собираем | data_categories.gender | Мы спрашиваем пол.
Какие данные мы собираем | data_categories.iin | Для договора нужен индивидуальный идентификационный номер родителя.
Какие данные мы собираем | data_categories.id_document | Мы снимаем реквизиты удостоверения личности: номер, дату выдачи и кем выдано.
Какие данные мы собираем | data_categories.id_document | При заселении предъявляется паспорт, его номер вносится в карточку.
Какие данные мы собираем | data_categories.photo | Для пропуска нужна фотография 3х4.
Какие данные мы собираем | data_categories.photo | Воспитатели делают снимки на утренниках.
Какие данные мы собираем | data_categories.video | В зале ведётся видеонаблюдение.
Какие данные мы собираем | data_categories.video | Записи с камер хранятся тридцать дней.
Какие данные мы собираем | data_categories.voice_audio | Разговоры с оператором записываются.
Какие данные мы собираем | data_categories.phone | Оставьте номер мобильного, чтобы мы перезвонили.
Какие данные мы собираем | data_categories.phone | Нам сообщают контактный телефон.
Какие данные мы собираем | data_categories.email | Мы просим указать электронный адрес.
Какие данные мы собираем | data_categories.postal_address | Мы узнаём место жительства и адрес регистрации.
Какие данные мы собираем | data_categories.postal_address | Для доставки нужны улица, дом и квартира.
Какие данные мы собираем | data_categories.city_region | Указывается населённый пункт.
Какие данные мы собираем | data_categories.social_account | Мы можем узнать ссылку на ваш профиль в Instagram.
Какие данные мы собираем | data_categories.login | Хранятся имя пользователя и хэш пароля.
Какие данные мы собираем | data_categories.password | Хранятся имя пользователя и хэш пароля.
Какие данные мы собираем | data_categories.ip_address | Сервер записывает сетевой адрес, с которого вы пришли.
Какие данные мы собираем | data_categories.browser_device | Записываются модель телефона и версия операционной системы.
Какие данные мы собираем | data_categories.browser_device | Передаются тип браузера, язык и разрешение экрана.
Какие данные мы собираем | data_categories.usage_history | Мы видим, какие страницы вы открывали и сколько времени на них провели.
Какие данные мы собираем | data_categories.usage_history | Сохраняется дата и время посещения.
Какие данные мы собираем | data_categories.geolocation | Приложение определяет ваше местоположение.
Какие данные мы собираем | data_categories.geolocation | Передаются координаты автомобиля.
Какие данные мы собираем | data_categories.payment_card | При оплате вы вводите номер карты и срок её действия.
Какие данные мы собираем | data_categories.payment_history | Мы храним историю платежей и квитанции об оплате.
Какие данные мы собираем | data_categories.order_history | Сохраняется состав заказов и даты покупок.
Какие данные мы собираем | data_categories.bank_details | Для возврата денег нужны реквизиты счёта (ИИК).
Какие данные мы собираем | data_categories.loyalty | Ведётся учёт бонусов на карте постоянного покупателя.
Какие данные мы собираем | data_categories.correspondence | Сохраняется переписка с поддержкой.
Какие данные мы собираем | data_categories.user_content | Мы публикуем отзывы и оценки, которые вы оставили.
Какие данные мы собираем | data_categories.employment | Соискатель сообщает место работы и должность.
Какие данные мы собираем | data_categories.employment | Мы просим описать трудовой стаж.
Какие данные мы собираем | data_categories.education | Указываются образование, вуз и специальность.
Какие данные мы собираем | data_categories.health | Родители сообщают об аллергии и прививках ребёнка.
Какие данные мы собираем | data_categories.health | Мы храним справку о состоянии здоровья и диагнозы.
Какие данные мы собираем | data_categories.body_parameters | Для расчёта программы нужны рост и вес.
Какие данные мы собираем | data_categories.child_data | Мы обрабатываем данные вашего ребёнка: имя и дату рождения.
Какие данные мы собираем | data_categories.vehicle | Записывается государственный номер машины.
Какие данные мы собираем | data_categories.driver_licence | Водитель загружает права.
Какие данные мы собираем | data_categories.company_details | От организаций нужны наименование, БИН и юридический адрес.
Какие данные мы собираем | data_categories.third_party_data | Вы можете указать данные лица, которому дарите сертификат.
Какие данные мы собираем | data_categories.uploaded_documents | К заявке прикладываются сканы дипломов и справок.
Какие данные мы собираем | data_categories.biometrics | Вход возможен по отпечатку пальца.
Какие данные мы собираем | data_categories.device_id | Приложение передаёт идентификатор устройства.
Какие данные мы собираем | data_categories.advertising_id | Используется рекламный идентификатор (IDFA, GAID).
Какие данные мы собираем | data_categories.crash_logs | Отправляются отчёты об ошибках приложения.
Какие данные мы собираем | data_categories.search_history | Запоминаются поисковые запросы.
Чего мы не собираем | data_not_collected.health | Сведения о здоровье нам не нужны, и мы их не спрашиваем.
Чего мы не собираем | data_not_collected.payment_card | Данные банковских карт мы не видим и не храним.
Чего мы не собираем | data_not_collected.biometrics | Биометрию не обрабатываем.
Чего мы не собираем | data_not_collected.special_categories | Сведений о национальности, религии и политических взглядах не запрашиваем.
Чего мы не собираем | data_not_collected.iin | ИИН не требуется.
Откуда мы получаем данные | data_sources.provided_by_user | Данные вы сообщаете нам сами, заполняя анкету.
Откуда мы получаем данные | data_sources.provided_by_user | Сведения поступают от родителей при подписании договора.
Откуда мы получаем данные | data_sources.automatic | Часть сведений сайт собирает сам, когда вы его открываете.
Откуда мы получаем данные | data_sources.automatic | Технические данные поступают без вашего участия.
Откуда мы получаем данные | data_sources.third_parties | Иногда данные нам передают партнёры.
Откуда мы получаем данные | data_sources.third_parties | Данные о статусе заявки мы получаем от банка.
Откуда мы получаем данные | data_sources.public_sources | Мы можем взять сведения из открытых источников.
Откуда мы получаем данные | data_sources.public_sources | Проверяем данные компании по открытым реестрам.
Откуда мы получаем данные | data_sources.by_representative | За ребёнка данные сообщает законный представитель.
Откуда мы получаем данные | data_sources.company_records | Некоторые сведения о вас создаём мы сами: номер договора, отметки о посещении.
Отзыв согласия | withdrawal.any_time | Согласие отзывается когда угодно.
Отзыв согласия | withdrawal.any_time | Вы вправе отказаться от данного согласия в любой момент.
Отзыв согласия | withdrawal.by_email | Чтобы отозвать согласие, напишите нам на почту.
Отзыв согласия | withdrawal.by_email | Отзыв присылайте по адресу privacy@sad.example.
Отзыв согласия | withdrawal.by_written | Отзыв подаётся письменным заявлением на имя заведующей.
Отзыв согласия | withdrawal.by_written | Для отзыва принесите заявление в офис.
Отзыв согласия | withdrawal.service_may_stop | После отзыва мы не сможем оказывать вам услуги.
Отзыв согласия | withdrawal.service_may_stop | Если согласие отозвано, посещение детского сада прекращается.
Отзыв согласия | withdrawal.obligations_block | Отозвать согласие нельзя, пока не исполнен договор.
Отзыв согласия | withdrawal.obligations_block | При наличии долга отзыв не принимается.
Отзыв согласия | withdrawal.legal_exceptions | Отзыв невозможен, если это противоречит закону.
Отзыв согласия | withdrawal.prior_processing_valid | Отзыв не делает незаконной обработку, которая была до него.
Отзыв согласия | withdrawal.processing_may_continue | Даже после отзыва мы вправе хранить данные, если этого требует закон.
Кому мы передаём данные | transfer_conditions.subject_consent | Передаём только тогда, когда вы на это согласились.
Кому мы передаём данные | transfer_conditions.subject_consent | Без вашего согласия данные никому не передаются.
Кому мы передаём данные | transfer_conditions.law_required | Передаём, если нас обязывает закон.
Кому мы передаём данные | transfer_conditions.government_request | По мотивированному запросу суда или полиции мы обязаны дать сведения.
Кому мы передаём данные | transfer_conditions.service_necessity | Курьер узнаёт ровно столько, сколько нужно для доставки.
Кому мы передаём данные | transfer_conditions.service_necessity | Передача возможна, когда без неё услугу не оказать.
Кому мы передаём данные | transfer_conditions.processor_contract | С подрядчиками подписан договор о конфиденциальности.
Кому мы передаём данные | transfer_conditions.processor_contract | Все исполнители действуют по нашему поручению и на основании договора.
Кому мы передаём данные | transfer_conditions.minimal_volume | Передаётся минимум данных.
Кому мы передаём данные | transfer_conditions.minimal_volume | Объём передаваемых сведений ограничен необходимым.
Кому мы передаём данные | transfer_conditions.depersonalised_only | Статистику мы показываем партнёрам только обезличенной.
Кому мы передаём данные | transfer_conditions.rights_protection | Данные могут быть раскрыты для защиты наших прав в суде.
Кому мы передаём данные | transfer_conditions.business_transfer | Если компания будет продана, данные перейдут новому собственнику.
Кому мы передаём данные | transfer_restrictions.no_sale | Мы не торгуем персональными данными.
Кому мы передаём данные | transfer_restrictions.no_sale | Базы клиентов мы никому не продаём.
Кому мы передаём данные | transfer_restrictions.no_ads_sharing | Рекламодателям данные не передаются.
Кому мы передаём данные | transfer_restrictions.no_marketing_sharing | Для чужих рассылок мы данные не отдаём.
Кому мы передаём данные | transfer_restrictions.no_transfer_default | Посторонним данные не передаются.
Кому мы передаём данные | transfer_restrictions.no_publication | Данные нигде не публикуются.
Кому мы передаём данные | recipients.government | Сведения подаются в управление образования и налоговые органы.
Кому мы передаём данные | recipients.payment_providers | Оплату принимает банк.
Кому мы передаём данные | recipients.payment_providers | Платежи проводит Kaspi Pay.
Кому мы передаём данные | recipients.delivery_services | Адрес получает курьерская служба.
Кому мы передаём данные | recipients.hosting_cloud | Сайт размещён у хостинг-провайдера.
Кому мы передаём данные | recipients.messaging_providers | SMS отправляет мобильный оператор.
Кому мы передаём данные | recipients.affiliates | Данные доступны компаниям нашей группы.
Кому мы передаём данные | recipients.lawyers_specialists | Дело может быть передано юристам и аудиторам.
Кому мы передаём данные | recipients.partners | Данные могут получать страховые компании-партнёры.
Кому мы передаём данные | recipients.service_providers | Данные видят подрядчики, которые обслуживают наш сайт.
Кому мы передаём данные | recipients.other_users | Другие участники видят ваше имя и фото профиля.
Рассылки | marketing.sends_marketing | Мы иногда рассказываем о скидках и акциях.
Рассылки | marketing.sends_marketing | Вам могут прийти новости и предложения.
Рассылки | marketing.consent_required | Рекламу шлём только тем, кто согласился.
Рассылки | marketing.consent_required | Подписаться на рассылку можно, поставив галочку.
Рассылки | marketing.opt_out | Отписаться можно по ссылке в каждом письме.
Рассылки | marketing.opt_out | Чтобы не получать рассылку, ответьте СТОП.
Рассылки | marketing.no_marketing | Рекламных сообщений мы не рассылаем.
Рассылки | marketing.channel_sms | Напоминания и акции приходят по SMS.
Рассылки | marketing.channel_email | Новости приходят на электронную почту.
Рассылки | marketing.channel_messenger | Об акциях пишем в WhatsApp.
Рассылки | marketing.channel_push | Предложения приходят push-уведомлениями.
Безопасность | security.technical | Приняты технические меры защиты.
Безопасность | security.organisational | Назначены ответственные, проводится обучение персонала.
Безопасность | security.access_control | Доступ к картотеке есть только у бухгалтера и директора.
Безопасность | security.access_control | К данным допущены лишь те, кому это нужно по работе.
Безопасность | security.tls_https | Сайт работает по защищённому протоколу https.
Безопасность | security.encryption | Базы хранятся в зашифрованном виде.
Безопасность | security.password_protection | Компьютеры защищены паролями.
Безопасность | security.two_factor | Вход сотрудников — с подтверждением по коду.
Безопасность | security.backups | Каждую ночь делаются резервные копии.
Безопасность | security.audit_monitoring | Действия сотрудников фиксируются в журналах.
Безопасность | security.audit_monitoring | Раз в год проводится проверка защищённости.
Безопасность | security.incident_notice | Об утечке мы сообщим вам и в уполномоченный орган.
Безопасность | security.staff_confidentiality | Работники подписали обязательство о неразглашении.
Безопасность | security.dpo_appointed | За организацию обработки данных отвечает назначенный приказом сотрудник.
Безопасность | security.data_centres | Серверы стоят в охраняемом центре обработки данных.
Безопасность | security.no_absolute_guarantee | Полной безопасности в интернете никто гарантировать не может.
Безопасность | security.user_duties | Не сообщайте пароль посторонним.
Обращения | rights_procedure.email | Запрос можно прислать на почту info@sad.example.
Обращения | rights_procedure.phone | Звоните нам по номеру, указанному на сайте.
Обращения | rights_procedure.form | Заполните форму обратной связи на сайте.
Обращения | rights_procedure.account_settings | Данные меняются в личном кабинете, раздел «Профиль».
Обращения | rights_procedure.written_application | Заявление подаётся в бумажном виде.
Обращения | rights_procedure.messenger | Можно написать в WhatsApp.
Обращения | rights_procedure.support_service | Обратитесь в службу поддержки.
Обращения | rights_procedure.response_deadline | Мы ответим в течение трёх рабочих дней.
Обращения | rights_procedure.response_deadline | Срок рассмотрения обращения — 15 дней.
Обращения | rights_procedure.documents_required | К заявлению приложите копию удостоверения личности.
Обращения | rights_procedure.documents_required | Мы вправе попросить подтвердить личность.
Ваши права | rights.know_access | Вы можете узнать, какие ваши данные у нас есть.
Ваши права | rights.copy | Вы можете получить копию своих данных.
Ваши права | rights.correct | Вы можете исправить ошибки в своих данных.
Ваши права | rights.block_restrict | Вы можете потребовать приостановить обработку.
Ваши права | rights.delete | Вы можете попросить стереть ваши данные.
Ваши права | rights.withdraw_consent | Вы можете забрать согласие назад.
Ваши права | rights.complain_authority | Можно пожаловаться в уполномоченный орган.
Ваши права | rights.complain_court | Спор можно перенести в суд.
Ваши права | rights.compensation | Вы вправе требовать возмещения убытков и морального вреда.
Ваши права | rights.object | Вы вправе возразить против обработки.
Ваши права | rights.export | Вы можете выгрузить свои данные в машиночитаемом виде.
Ваши права | rights.human_review | Вы вправе попросить, чтобы решение пересмотрел человек.
Автоматическая обработка | automation.no_solely_automated | Решения о приёме принимает человек, а не программа.
Автоматическая обработка | automation.no_solely_automated | Решений, основанных только на автоматизированной обработке, мы не принимаем.
Автоматическая обработка | automation.automated_processing | Скоринговый балл рассчитывается автоматически.
Автоматическая обработка | automation.ai_processing | В чате отвечает искусственный интеллект.
Автоматическая обработка | automation.ai_processing | Резюме предварительно разбирает нейросеть.
Автоматическая обработка | automation.human_review | Решение программы по вашей просьбе проверит сотрудник.
Доступ приложения | device_permissions.camera | Приложение попросит доступ к камере, чтобы сканировать QR-код.
Доступ приложения | device_permissions.geolocation | Разрешите приложению определять геопозицию.
Доступ приложения | device_permissions.gallery | Чтобы загрузить фото, нужен доступ к галерее.
Доступ приложения | device_permissions.push_notifications | Можно разрешить уведомления.
Доступ приложения | device_permissions.contacts | Доступ к телефонной книге не обязателен.
Хранение | retention.purpose_achieved | Когда цель достигнута, данные уничтожаются.
Хранение | retention.fixed_term | Видеозаписи хранятся 30 суток.
Хранение | retention.fixed_term | Анкеты держим пять лет.
Хранение | retention.legal_term | Бухгалтерские документы хранятся столько, сколько требует закон.
Хранение | retention.until_withdrawal | Храним до отзыва согласия.
Хранение | retention.until_account_deletion | Пока у вас есть учётная запись, данные хранятся.
Хранение | retention.deleted_after | По истечении срока документы уничтожаются.
Хранение | storage_location.kz | Серверы находятся в Алматы.
Хранение | storage_location.kz | Все базы расположены на территории нашей страны, в Казахстане.
Хранение | storage_location.own_servers | Данные лежат на собственном сервере организации.
Хранение | storage_location.provider_servers | Данные лежат на серверах облачного провайдера.
За рубеж | cross_border.denied | Данные не покидают Казахстан.
За рубеж | cross_border.possible | Часть данных может обрабатываться на серверах в других странах.
За рубеж | cross_border.with_consent | За границу данные уходят только с вашего отдельного согласия.
Дети | minors.adults_only | Услуги оказываются лицам, достигшим 18 лет.
Дети | minors.guardian_consent | За детей согласие дают родители.
Дети | minors.min_age | Пользоваться сервисом можно с 16 лет.
Дети | minors.guardian_request_deletion | Родитель может потребовать удалить данные ребёнка.
Согласие | consent_form.checkbox | Согласие даётся галочкой под анкетой.
Согласие | consent_form.written_scan | Согласие подписывают на бумаге.
Согласие | consent_form.sms | Согласие подтверждается кодом из SMS.
Согласие | consent_form.form_submission | Отправляя форму, вы соглашаетесь с обработкой.
Согласие | consent_form.implied_by_use | Оставаясь на сайте, вы принимаете эти условия.
Согласие | consent_form.registration | Регистрируясь, вы даёте согласие.
Согласие | consent_form.stop_if_disagree | Если вы не согласны, закройте сайт.
Согласие | consent_form.separate_explicit | На фотосъёмку берём отдельное согласие.
Изменения | change_notice.publish | Новая редакция появится на этой странице.
Изменения | change_notice.email | О важных изменениях сообщим письмом.
Изменения | change_notice.advance_notice | Предупредим за десять дней.
Изменения | change_notice.any_time | Мы можем менять этот документ в любое время.
Изменения | change_notice.date_updated | Дата последней правки стоит вверху.
Изменения | change_notice.user_must_monitor | Время от времени заглядывайте сюда.
Куки | cookies.functionality | Без этих файлов сайт не запомнит корзину.
Куки | cookies.analytics | Счётчики посещаемости ставят файлы cookie.
Куки | cookies.advertising | Рекламные cookie показывают вам подходящие объявления.
Куки | cookies.consent_required | Необязательные cookie включаются после вашего согласия.
Куки | cookies.browser_control | Cookie можно отключить в настройках браузера.
Куки | cookies.limits_on_refusal | Без cookie часть функций не заработает.
Куки | cookies.not_used | Файлы cookie мы не используем.
Цели | purposes.contract_performance | Данные нужны, чтобы заключить и исполнить договор.
Цели | purposes.support | Чтобы отвечать на ваши вопросы.
Цели | purposes.security_fraud | Чтобы предотвращать мошенничество.
Цели | purposes.order_delivery | Чтобы привезти заказ.
Цели | purposes.payments_billing | Чтобы принимать оплату и выставлять счета.
Цели | purposes.marketing_notices | Чтобы сообщать об акциях.
Цели | purposes.legal_obligation | Чтобы сдавать отчётность в государственные органы.
Цели | purposes.statistics_research | Чтобы считать посещаемость.
Цели | purposes.provide_service | Чтобы вести учёт детей и обеспечивать питание.
Цели | purposes.communication | Чтобы связываться с родителями.
Цели | purposes.improve_service | Чтобы делать сервис удобнее.
Цели | purposes.verification | Чтобы убедиться, что вы — это вы.
Цели | purposes.loyalty_programme | Чтобы начислять бонусы.
Цели | purposes.publication | Чтобы размещать фотографии на сайте.
Основания | legal_bases.consent | Основание обработки — ваше согласие.
Основания | legal_bases.contract | Обработка нужна для исполнения договора с вами.
Основания | legal_bases.legal_requirement | Обязанность предусмотрена законом об образовании.
Персональные данные | data_categories.full_name | В заявке указываются Ф.И.О. заявителя.
Персональные данные | data_categories.email | Почтовый ящик (e-mail) нужен для подтверждения.
Персональные данные | data_categories.phone | Для связи мы записываем номера телефонов обоих родителей.
Персональные данные | data_categories.birth_date | Фиксируется дата рождения и пол.
Персональные данные | data_categories.iin | Запрашивается ИИН ребёнка и родителей.
Персональные данные | data_categories.id_document | Данные свидетельства о рождении вносятся в договор.
Персональные данные | data_categories.postal_address | Собирается адрес проживания и прописки.
Персональные данные | data_categories.health | Мы ведём карту прививок, учитываем группу здоровья и непереносимость продуктов.
Персональные данные | data_categories.education | Учитываются успеваемость, класс и достижения ученика.
Персональные данные | data_categories.employment | Собираем сведения о месте работы родителей.
Персональные данные | data_categories.photo | Фото- и видеоматериалы с мероприятий.
Персональные данные | data_categories.video | Фото- и видеоматериалы с мероприятий.
Персональные данные | data_categories.bank_details | Номер счёта для перечисления пособия.
Персональные данные | data_categories.child_data | Обрабатываются сведения о несовершеннолетних воспитанниках.
Персональные данные | data_categories.third_party_data | Собираются контакты лиц, которым разрешено забирать ребёнка.
Персональные данные | data_categories.nickname | Можно выбрать псевдоним.
Персональные данные | data_categories.account_id | Присваивается номер лицевого счёта.
Персональные данные | data_categories.cookies | Сайт использует файлы куки.
Персональные данные | data_categories.web_analytics | Данные о посещениях собирает Яндекс Метрика.
Персональные данные | data_categories.auth_tokens | Сохраняется токен сессии.
Персональные данные | data_categories.account_settings | Мы запоминаем выбранные настройки и язык интерфейса.
Персональные данные | data_categories.consultation_content | Хранится содержание консультации.
Персональные данные | data_categories.microphone | Для голосовых сообщений нужен микрофон.
Персональные данные | data_categories.camera | Для сканирования используется камера телефона.
Персональные данные | data_categories.contacts_list | С вашего разрешения читается телефонная книга.
Персональные данные | data_categories.company_details | Указываются реквизиты юридического лица.
Персональные данные | data_categories.order_history | Мы храним сведения о заключённых договорах и заказанных услугах.
Персональные данные | data_categories.special_categories | В анкете есть вопрос о национальности.
Чего мы не делаем | data_not_collected.payment_card | Платёжные реквизиты карт нам недоступны.
Чего мы не делаем | data_not_collected.geolocation | Мы не отслеживаем ваше местоположение.
Чего мы не делаем | data_not_collected.biometrics | Отпечатки и снимки лица не собираются.
Чего мы не делаем | data_not_collected.contacts_list | К списку контактов доступ не запрашиваем.
Источники | data_sources.provided_by_user | Источник данных — сам субъект.
Источники | data_sources.provided_by_user | Вы лично вводите данные при регистрации.
Источники | data_sources.third_parties | Данные могут поступить из других организаций.
Источники | data_sources.third_parties | Через вход по Google мы получаем имя и почту.
Источники | data_sources.public_sources | Используются общедоступные источники.
Источники | data_sources.by_representative | Данные вводит представитель по доверенности.
Источники | data_sources.automatic | Автоматически при заходе на сайт фиксируются технические сведения.
Отзыв согласия | withdrawal.any_time | Вы можете в любой момент отозвать разрешение на обработку.
Отзыв согласия | withdrawal.by_written | Отзыв оформляется письменно и передаётся секретарю.
Отзыв согласия | withdrawal.by_email | Отзыв направляется электронным письмом.
Отзыв согласия | withdrawal.service_may_stop | Отзыв согласия может сделать невозможным дальнейшее обслуживание.
Отзыв согласия | withdrawal.obligations_block | Согласие не может быть отозвано при неисполненных обязательствах.
Отзыв согласия | withdrawal.legal_exceptions | Исключение — случаи, когда обработка обязательна по закону.
Отзыв согласия | withdrawal.prior_processing_valid | Действия, совершённые до отзыва, остаются законными.
Передача | transfer_conditions.subject_consent | Передача третьим лицам осуществляется с согласия родителя.
Передача | transfer_conditions.law_required | Исключение — случаи, прямо предусмотренные законодательством.
Передача | transfer_conditions.government_request | Сведения выдаются по официальному запросу госорганов.
Передача | transfer_conditions.service_necessity | Передаём в пределах, необходимых для оказания услуги.
Передача | transfer_conditions.processor_contract | Обязанность хранить тайну закреплена в договорах с подрядчиками.
Передача | transfer_conditions.minimal_volume | Партнёры получают только те данные, которые им нужны.
Передача | transfer_restrictions.no_publication | Без согласия фотографии детей в сети не выкладываются.
Передача | transfer_restrictions.no_sale | Персональные данные не являются предметом продажи.
Передача | transfer_restrictions.no_ads_sharing | Мы не даём данные рекламным сетям.
Передача | transfer_restrictions.no_transfer_default | По общему правилу данные третьим лицам не раскрываются.
Передача | recipients.government | Отчёты получает акимат.
Передача | recipients.government | Сведения вносятся в государственную информационную систему.
Передача | recipients.lawyers_specialists | К делу могут привлекаться эксперты, нотариус, адвокат.
Передача | recipients.service_providers | Сторонние компании помогают нам вести бухгалтерию.
Передача | recipients.delivery_services | Посылки доставляет Казпочта.
Передача | recipients.messaging_providers | Уведомления уходят через SMS-шлюз.
Передача | recipients.analytics_providers | Отчёты строит Google Analytics.
Передача | recipients.payment_providers | Эквайринг обеспечивает банк-партнёр.
Передача | recipients.hosting_cloud | Почта работает в облаке.
Передача | recipients.ai_providers | Тексты обрабатывает OpenAI.
Передача | recipients.public | Отзывы видны всем.
Рассылки | marketing.sends_marketing | Рассылаем приглашения на мероприятия и спецпредложения.
Рассылки | marketing.consent_required | Для рекламных сообщений берём отдельное согласие.
Рассылки | marketing.opt_out | От рассылки можно отказаться в один клик.
Рассылки | marketing.opt_out | Откажитесь от рассылки в настройках профиля.
Рассылки | marketing.channel_sms | Рекламные СМС приходят не чаще раза в месяц.
Рассылки | marketing.no_marketing | Мы не занимаемся рекламными рассылками.
Защита | security.access_control | Личные дела заперты в шкафу, ключ у заведующей.
Защита | security.access_control | Права доступа разграничены по должностям.
Защита | security.encryption | Трафик и архивы шифруются.
Защита | security.tls_https | Соединение с сайтом защищено сертификатом SSL.
Защита | security.technical | Стоит антивирус и межсетевой экран.
Защита | security.organisational | Утверждены внутренние правила работы с данными.
Защита | security.staff_confidentiality | Каждый сотрудник обязан хранить тайну.
Защита | security.backups | Резервное копирование идёт ежедневно.
Защита | security.incident_notice | Если произойдёт утечка, мы известим пострадавших.
Защита | security.audit_monitoring | Ведётся журнал обращений к данным.
Защита | security.dpo_appointed | Ответственное лицо за персональные данные — заместитель директора.
Защита | security.user_duties | Пользователь сам следит за сохранностью пароля.
Защита | security.legal | Приняты правовые, организационные и технические меры.
Порядок обращений | rights_procedure.written_application | Запрос подают письменно в канцелярию.
Порядок обращений | rights_procedure.email | Пишите на privacy@sad.example.
Порядок обращений | rights_procedure.response_deadline | Ответ готовится за 3 рабочих дня.
Порядок обращений | rights_procedure.documents_required | Имейте при себе документ, удостоверяющий личность.
Порядок обращений | rights_procedure.account_settings | В настройках профиля есть кнопка «Удалить аккаунт».
Порядок обращений | rights_procedure.support_service | Вопросы принимает служба поддержки.
Права | rights.know_access | Родитель вправе ознакомиться с личным делом ребёнка.
Права | rights.correct | Вы вправе требовать уточнения неверных сведений.
Права | rights.delete | Вы вправе требовать удаления лишних данных.
Права | rights.block_restrict | Вы вправе требовать блокирования данных.
Права | rights.stop_dissemination | Вы вправе запретить распространение данных.
Права | rights.stop_processing | Вы вправе потребовать прекратить обработку.
Права | rights.complain_authority | Жалобу можно подать в Министерство искусственного интеллекта и цифрового развития.
Права | rights.complain_court | Вы можете обратиться в суд.
Права | rights.opt_out_mailing | Вы вправе отказаться от рассылок.
Права | rights.other_by_law | Вы имеете и другие права по закону.
Автоматические решения | automation.automated_processing | Заявки сортирует программа.
Автоматические решения | automation.no_solely_automated | Автоматических решений о людях мы не принимаем.
Автоматические решения | automation.ai_processing | Мы применяем модели машинного обучения.
Автоматические решения | automation.human_review | Вы можете попросить, чтобы решение проверил специалист.
Хранение | retention.fixed_term | Срок хранения — три года с даты окончания договора.
Хранение | retention.legal_term | Хранение ведётся по номенклатуре дел и требованиям архивного законодательства.
Хранение | retention.purpose_achieved | Храним не дольше, чем нужно для целей обработки.
Хранение | retention.deleted_after | По окончании срока данные удаляются безвозвратно.
Хранение | retention.depersonalised_after | Старые сведения обезличиваются.
Хранение | storage_location.kz | База размещена на серверах в Республике Казахстан.
Хранение | storage_location.data_centre | Оборудование стоит в дата-центре.
За рубеж | cross_border.denied | Трансграничная передача не осуществляется.
За рубеж | cross_border.possible | Сервисы Google могут обрабатывать данные за пределами Казахстана.
За рубеж | cross_border.adequate_protection | Передаём только в государства, обеспечивающие защиту данных.
Несовершеннолетние | minors.guardian_consent | До 18 лет нужно согласие законного представителя.
Несовершеннолетние | minors.no_knowing_collection | Сознательно данные детей мы не собираем.
Несовершеннолетние | minors.child_accounts | Родитель может создать профиль ребёнка.
Согласие | consent_form.checkbox | Поставьте отметку в поле «Согласен».
Согласие | consent_form.written_scan | Согласие оформляется письменно при зачислении.
Согласие | consent_form.order_placement | Оформляя заказ, вы соглашаетесь с политикой.
Согласие | consent_form.agreement_acceptance | Принимая оферту, вы даёте согласие на обработку.
Изменения | change_notice.in_app | Об изменениях предупредим в личном кабинете.
Изменения | change_notice.publish | Актуальная версия всегда размещена на сайте.
Изменения | change_notice.continued_use_consent | Продолжая пользоваться сайтом, вы принимаете новую редакцию.
Изменения | change_notice.no_prior_notice | Правки вносятся без предварительного уведомления.
Куки | cookies.authentication | Cookie помогают не входить каждый раз заново.
Куки | cookies.personalisation | Cookie запоминают ваш город.
Куки | cookies.third_party_cookies | Некоторые cookie ставят сторонние сервисы.
Контакты | contacts.phone | Телефон: указан на сайте.
Контакты | contacts.postal_address | Наш адрес: г. Астана, ул. Садовая, 1.
Контакты | contacts.dpo | Ответственный за защиту данных: методист.
Цели | purposes.contract_performance | Заключение договора с родителями.
Цели | purposes.provide_service | Организация учебного процесса.
Цели | purposes.communication | Информирование родителей о событиях.
Цели | purposes.legal_obligation | Исполнение требований законодательства об образовании.
Цели | purposes.security_fraud | Обеспечение безопасности детей и пропускного режима.
Цели | purposes.payments_billing | Начисление и приём оплаты.
Цели | purposes.statistics_research | Подготовка статистических отчётов.
Цели | purposes.registration_auth | Создание и обслуживание учётной записи.
Цели | purposes.personalisation | Подбор рекомендаций под ваши интересы.
Цели | purposes.reviews_disputes | Рассмотрение претензий.
Цели | purposes.diagnostics | Поиск и устранение сбоев.
Цели | purposes.targeted_ads | Показ рекламы по интересам.
Цели | purposes.improve_service | Повышение качества обслуживания.
Цели | purposes.moderation | Проверка объявлений перед публикацией.
Право | governing_law.kz_data_law | Документ составлен по Закону РК «О персональных данных и их защите».
Право | governing_law.kz_law | Применяется право Республики Казахстан.
Право | governing_law.pretrial_claim | Сначала стороны обмениваются претензиями.
Право | governing_law.venue | Споры рассматривает суд по месту нахождения оператора.
Сторонние сайты | disclaimers.third_party_sites | За содержание чужих сайтов мы не отвечаем.
Ответственность | disclaimers.accuracy_not_verified | Достоверность сведений мы не проверяем.
Ответственность | disclaimers.user_responsible_accuracy | За правильность данных отвечает тот, кто их дал.
Состав данных | data_categories.full_name | О ребёнке мы храним: фамилию, имя, отчество (при наличии);
Состав данных | data_categories.birth_date | О родителе: когда родился;
Состав данных | data_categories.gender | Сведения об ученике: пол;
Состав данных | data_categories.age | Сведения: возраст;
Состав данных | data_categories.postal_address | Сведения: место проживания семьи;
Состав данных | data_categories.postal_address | Нужен адрес, по которому приедет мастер.
Состав данных | data_categories.phone | Номер, по которому вас можно найти.
Состав данных | data_categories.health | Медицинские сведения: прививки, аллергии, ограничения.
Состав данных | data_categories.health | Справка 075/у и паспорт здоровья.
Состав данных | data_categories.health | Учитываем инвалидность и особые потребности.
Состав данных | data_categories.special_categories | Сведения о семье: социальный статус, многодетность.
Состав данных | data_categories.employment | Кем и где работают родители.
Состав данных | data_categories.employment | Резюме и рекомендации кандидата.
Состав данных | data_categories.education | Дипломы и сертификаты преподавателя.
Состав данных | data_categories.education | Оценки и посещаемость занятий.
Состав данных | data_categories.photo | Портретное фото для личного дела.
Состав данных | data_categories.video | Изображение с камер в группах и коридорах.
Состав данных | data_categories.voice_audio | Записи телефонных разговоров.
Состав данных | data_categories.biometrics | Изображение лица для системы распознавания на входе.
Состав данных | data_categories.biometrics | Слепок голоса для подтверждения личности.
Состав данных | data_categories.payment_history | Суммы и даты внесённой платы.
Состав данных | data_categories.bank_details | IBAN для возврата переплаты.
Состав данных | data_categories.payment_card | Последние четыре цифры карты.
Состав данных | data_categories.ip_address | Адрес компьютера в сети (IP).
Состав данных | data_categories.browser_device | Какой у вас браузер и какая система.
Состав данных | data_categories.usage_history | История посещений и нажатий в приложении.
Состав данных | data_categories.device_id | Номер устройства (IMEI, серийный номер).
Состав данных | data_categories.geolocation | Где находится телефон водителя во время поездки.
Состав данных | data_categories.account_id | Номер участника в системе.
Состав данных | data_categories.login | Логин для входа в электронный журнал.
Состав данных | data_categories.correspondence | Письма, сообщения в чате и жалобы.
Состав данных | data_categories.user_content | Рисунки, поделки и сочинения, которые вы публикуете.
Состав данных | data_categories.uploaded_documents | Загруженные файлы и справки.
Состав данных | data_categories.third_party_data | Имя и телефон человека, который встретит ребёнка.
Состав данных | data_categories.third_party_data | Контакты родственников на экстренный случай.
Состав данных | data_categories.child_data | Имя и возраст детей, которых вы записываете.
Состав данных | data_categories.vehicle | Марка и госномер автомобиля для пропуска.
Состав данных | data_categories.company_details | Название фирмы и её БИН.
Состав данных | data_categories.loyalty | Количество баллов и уровень скидки.
Состав данных | data_categories.consultation_content | О чём вы спрашивали юриста.
Состав данных | data_categories.body_parameters | Размер одежды и обуви.
Состав данных | data_categories.search_history | Что вы искали на сайте.
Состав данных | data_categories.crash_logs | Журнал сбоев.
Состав данных | data_categories.account_settings | Ваши предпочтения и язык.
Состав данных | data_categories.social_account | Аккаунт в социальной сети.
Состав данных | data_categories.nickname | Имя, которое видят другие участники.
Откуда сведения | data_sources.provided_by_user | Всё перечисленное вы пишете в заявлении сами.
Откуда сведения | data_sources.third_parties | Направление в сад нам присылает управление образования.
Откуда сведения | data_sources.third_parties | Медицинские документы мы получаем из поликлиники.
Откуда сведения | data_sources.automatic | Камеры и сайт собирают сведения автоматически.
Откуда сведения | data_sources.company_records | Педагоги ведут наблюдения и записи о ребёнке.
Откуда сведения | data_sources.public_sources | Реквизиты организаций берём из открытых баз.
Кто ещё видит данные | recipients.government | Управление образования, санитарная служба и суды.
Кто ещё видит данные | recipients.government | Органы опеки.
Кто ещё видит данные | recipients.government | Налоговая и пенсионный фонд (ЕНПФ).
Кто ещё видит данные | recipients.service_providers | Поликлиника, с которой у нас договор.
Кто ещё видит данные | recipients.service_providers | Разработчик электронного дневника.
Кто ещё видит данные | recipients.service_providers | Охранная организация, которая обслуживает камеры.
Кто ещё видит данные | recipients.lawyers_specialists | Наш юрист и аудитор.
Кто ещё видит данные | recipients.payment_providers | Банки, через которые вы платите.
Кто ещё видит данные | recipients.hosting_cloud | Компания, на серверах которой работает сайт.
Кто ещё видит данные | recipients.messaging_providers | Сервис, который рассылает SMS.
Кто ещё видит данные | recipients.other_users | Другие родители в общем чате.
Кто ещё видит данные | recipients.public | Фото победителей конкурсов видны посетителям сайта.
Кто ещё видит данные | recipients.affiliates | Филиалы и дочерние организации.
Кто ещё видит данные | recipients.map_providers | Карту показывает 2ГИС.
Кто ещё видит данные | recipients.social_platforms | Instagram, когда мы публикуем там снимки.
Когда передаём | transfer_conditions.subject_consent | Родитель письменно разрешил передачу.
Когда передаём | transfer_conditions.law_required | Этого требует закон.
Когда передаём | transfer_conditions.government_request | Пришёл запрос следователя или суда.
Когда передаём | transfer_conditions.service_necessity | Без этого не оказать услугу.
Когда передаём | transfer_conditions.rights_protection | Это нужно, чтобы отстоять наши интересы в споре.
Когда передаём | transfer_conditions.business_transfer | Организация реорганизуется или передаётся другому собственнику.
Когда передаём | transfer_conditions.processor_contract | Исполнитель подписал обязательство хранить тайну.
Чего мы не делаем с данными | transfer_restrictions.no_sale | Не продаём.
Чего мы не делаем с данными | transfer_restrictions.no_publication | Не выкладываем в интернет без спроса.
Чего мы не делаем с данными | transfer_restrictions.no_marketing_sharing | Не отдаём для чужой рекламы.
Чего мы не делаем с данными | transfer_restrictions.no_ads_sharing | Не показываем рекламодателям.
Как отозвать согласие | withdrawal.any_time | В любой день, без объяснения причин.
Как отозвать согласие | withdrawal.by_written | Напишите заявление на имя руководителя.
Как отозвать согласие | withdrawal.by_email | Или пришлите письмо на info@sad.example.
Как отозвать согласие | withdrawal.service_may_stop | Учтите: без этих данных мы не сможем принять ребёнка.
Как отозвать согласие | withdrawal.legal_exceptions | Документы, которые велит хранить закон, останутся у нас.
Как отозвать согласие | withdrawal.prior_processing_valid | На то, что сделано раньше, отзыв не влияет.
Как мы защищаем данные | security.access_control | Войти в базу могут только двое: директор и делопроизводитель.
Как мы защищаем данные | security.access_control | Каждому сотруднику открыта только его группа.
Как мы защищаем данные | security.password_protection | У каждого компьютера свой пароль, который меняется раз в квартал.
Как мы защищаем данные | security.encryption | Флешки и ноутбуки зашифрованы.
Как мы защищаем данные | security.backups | Копии базы делаются каждый вечер и лежат отдельно.
Как мы защищаем данные | security.audit_monitoring | Видно, кто и когда открывал карточку.
Как мы защищаем данные | security.staff_confidentiality | Воспитатели подписали обязательство не разглашать.
Как мы защищаем данные | security.incident_notice | При утечке сообщаем в течение рабочего дня.
Как мы защищаем данные | security.organisational | Сотрудники раз в год проходят инструктаж.
Как мы защищаем данные | security.technical | Установлены антивирусы, сеть отделена от гостевой.
Как мы защищаем данные | security.dpo_appointed | Приказом назначена ответственная — методист.
Приложение и разрешения | device_permissions.camera | Камера — чтобы отсканировать пропуск.
Приложение и разрешения | device_permissions.push_notifications | Уведомления — чтобы напомнить о занятии.
Приложение и разрешения | device_permissions.geolocation | Местоположение — чтобы показать ближайший филиал.
Приложение и разрешения | device_permissions.gallery | Галерея — чтобы прикрепить фото.
Новости и реклама | marketing.sends_marketing | Раз в месяц мы присылаем афишу и скидки.
Новости и реклама | marketing.consent_required | Только если вы отметили это при регистрации.
Новости и реклама | marketing.opt_out | Надоело — нажмите «Отписаться».
Новости и реклама | marketing.channel_messenger | Пишем в WhatsApp.
Решения программы | automation.automated_processing | Очередь в сад распределяет программа.
Решения программы | automation.human_review | Если не согласны с решением, его пересмотрит комиссия.
Решения программы | automation.no_solely_automated | Окончательное решение всегда за человеком.
Если вам что-то нужно | rights_procedure.email | Напишите на info@sad.example.
Если вам что-то нужно | rights_procedure.written_application | Принесите заявление в канцелярию.
Если вам что-то нужно | rights_procedure.response_deadline | Ответим не позже трёх рабочих дней.
Если вам что-то нужно | rights_procedure.documents_required | Возьмите удостоверение личности.
Что вы можете требовать | rights.know_access | Показать, что о вас записано.
Что вы можете требовать | rights.copy | Дать копию.
Что вы можете требовать | rights.correct | Исправить неверное.
Что вы можете требовать | rights.delete | Удалить ненужное.
Что вы можете требовать | rights.block_restrict | Приостановить использование.
Что вы можете требовать | rights.complain_authority | Пожаловаться в уполномоченный орган.
Для чего нужны данные | purposes.provide_service | Кормить, лечить и учить детей.
Для чего нужны данные | purposes.communication | Звонить родителям, если ребёнок заболел.
Для чего нужны данные | purposes.legal_obligation | Отчитываться перед управлением образования.
Для чего нужны данные | purposes.payments_billing | Считать плату за месяц.
Для чего нужны данные | purposes.security_fraud | Пускать в здание только своих.
Для чего нужны данные | purposes.publication | Рассказывать о празднике на сайте.
Сколько храним | retention.fixed_term | Записи камер — 30 дней.
Сколько храним | retention.fixed_term | Договор — пять лет после окончания.
Сколько храним | retention.legal_term | Медицинская карта — столько, сколько велит закон.
Сколько храним | retention.deleted_after | Потом всё уничтожается шредером.
Перечень обрабатываемых данных | data_not_collected.special_categories | Общество не осуществляет обработку специальных категорий персональных данных, касающихся национальной принадлежности и убеждений.
Перечень обрабатываемых данных | data_not_collected.biometrics | Обработка биометрических персональных данных Оператором не осуществляется.
Перечень обрабатываемых данных | data_not_collected.health | Сбор сведений о состоянии здоровья не производится.
Перечень обрабатываемых данных | data_not_collected.payment_card | Магазин не имеет доступа к реквизитам банковских карт покупателей.
Перечень обрабатываемых данных | data_not_collected.payment_card | Номер карты и код проверки нам не видны.
Перечень обрабатываемых данных | data_not_collected.payment_card | Данные карты на стороне сервиса не сохраняются.
Перечень обрабатываемых данных | data_not_collected.geolocation | Приложение не отслеживает ваше местоположение.
Перечень обрабатываемых данных | data_not_collected.contacts_list | К телефонной книге приложение не обращается.
Перечень обрабатываемых данных | data_not_collected.iin | ИИН при регистрации не требуется.
Перечень обрабатываемых данных | data_categories.web_analytics | Сведения о посещениях собираются счётчиками интернет-статистики.
Перечень обрабатываемых данных | data_categories.web_analytics | Обрабатываются обезличенные данные о посетителях, полученные сервисами веб-статистики.
Перечень обрабатываемых данных | data_categories.uploaded_documents | Правоустанавливающие и иные документы, приложенные к заявлению.
Перечень обрабатываемых данных | data_categories.uploaded_documents | Направление врача, которое вы прикрепили.
Перечень обрабатываемых данных | data_categories.uploaded_documents | Резюме и портфолио в виде файла.
Перечень обрабатываемых данных | data_categories.geolocation | Координаты определяются, когда карта открыта.
Перечень обрабатываемых данных | data_categories.order_history | История бронирований и отмен.
Перечень обрабатываемых данных | data_categories.order_history | Что и когда вы у нас покупали.
Перечень обрабатываемых данных | data_categories.payment_history | Данные о совершённых платежах и выставленных счетах.
Перечень обрабатываемых данных | data_categories.usage_history | Какие разделы вы открывали и куда нажимали.
Перечень обрабатываемых данных | data_categories.browser_device | Марка и модель устройства, версия прошивки.
Перечень обрабатываемых данных | data_categories.full_name | Как к вам обращаться.
Перечень обрабатываемых данных | data_categories.phone | Контактный номер для обратного звонка.
Перечень обрабатываемых данных | data_categories.id_document | Сведения из документа, удостоверяющего личность.
Перечень обрабатываемых данных | data_categories.employment | Сведения о занятости и доходе.
Перечень обрабатываемых данных | data_categories.third_party_data | Сведения о членах семьи, указанные в анкете.
Перечень обрабатываемых данных | data_categories.company_details | Реквизиты организации, которую представляет Пользователь.
Перечень обрабатываемых данных | data_categories.consultation_content | Текст обращения, оставленного через форму.
Перечень обрабатываемых данных | data_categories.account_id | Уникальный номер клиента в базе.
Откуда поступают данные | data_sources.third_parties | При входе через сторонний сервис мы получаем от него имя и почту.
Откуда поступают данные | data_sources.third_parties | Сведения могут поступать от организаций-партнёров и из государственных баз данных.
Откуда поступают данные | data_sources.by_representative | Данные о сотрудниках передаёт их работодатель.
Откуда поступают данные | data_sources.by_representative | Заказ за вас может оформить родственник.
Откуда поступают данные | data_sources.public_sources | Используются сведения из открытых реестров.
Откуда поступают данные | data_sources.company_records | Часть сведений образуется у самого Оператора при оказании услуг.
Цели обработки | purposes.order_delivery | Собрать посылку и отдать её курьеру.
Цели обработки | purposes.order_delivery | Привезти покупку по указанному адресу.
Цели обработки | purposes.order_delivery | Приём, обработка и исполнение заявок на перевозку.
Цели обработки | purposes.verification | Убедиться, что документ подлинный.
Цели обработки | purposes.verification | Сверить фотографию с паспортом.
Цели обработки | purposes.improve_service | Найти неудобные места в приложении и переделать.
Цели обработки | purposes.improve_service | Повышение удобства работы с сайтом, его доработка.
Цели обработки | purposes.provide_service | Предоставление доступа к материалам и возможностям личного кабинета.
Цели обработки | purposes.provide_service | Подобрать вам врача и записать на приём.
Цели обработки | purposes.contract_performance | Заключение, изменение, исполнение и расторжение договоров.
Цели обработки | purposes.communication | Уточнить детали заявки, перезвонить.
Цели обработки | purposes.communication | Предупредить об изменении расписания.
Цели обработки | purposes.support | Разобраться в вашей проблеме и ответить.
Цели обработки | purposes.support | Рассмотрение заявлений, жалоб и предложений.
Цели обработки | purposes.reviews_disputes | Урегулирование разногласий между покупателем и продавцом.
Цели обработки | purposes.payments_billing | Расчёт стоимости, выставление счетов, приём оплаты.
Цели обработки | purposes.payments_billing | Вернуть деньги, если заказ отменён.
Цели обработки | purposes.marketing_notices | Информирование об услугах, проводимых акциях и мероприятиях.
Цели обработки | purposes.marketing_notices | Рассказать о скидках и новинках.
Цели обработки | purposes.usage_analytics | Сбор сведений о действиях посетителей на страницах сайта.
Цели обработки | purposes.usage_analytics | Посмотреть, какими разделами пользуются чаще.
Цели обработки | purposes.statistics_research | Подготовка сводной отчётности без указания на конкретных лиц.
Цели обработки | purposes.security_fraud | Пресечение злоупотреблений и защита от взлома.
Цели обработки | purposes.legal_obligation | Выполнение обязанностей, возложенных на Оператора законодательством.
Цели обработки | purposes.legal_obligation | Сдача отчётности в налоговые органы.
Цели обработки | purposes.protect_rights | Взыскание задолженности и защита интересов Компании.
Цели обработки | purposes.diagnostics | Выявление и устранение сбоев.
Цели обработки | purposes.loyalty_programme | Начисление и списание бонусов.
Цели обработки | purposes.personalisation | Показывать то, что вам подойдёт.
Цели обработки | purposes.publication | Размещение фотографий участников на странице мероприятия.
Цели обработки | purposes.moderation | Проверка объявлений до публикации.
Правовые основания | legal_bases.consent | Данные обрабатываются с согласия субъекта.
Правовые основания | legal_bases.consent | Мы работаем с этими сведениями только с вашего отдельного согласия.
Правовые основания | legal_bases.contract | Обработка необходима для исполнения договора, стороной которого является Пользователь.
Правовые основания | legal_bases.legal_requirement | Обработка предусмотрена законами о бухгалтерском учёте и о платежах.
Правовые основания | legal_bases.legitimate_interest | Законный интерес Компании в безопасности сервиса.
Срок обработки | retention.purpose_achieved | Срок обработки ограничивается достижением заявленных целей.
Срок обработки | retention.deleted_after | По истечении срока данные уничтожаются в установленном порядке.
Срок обработки | retention.deleted_after | Получив отзыв, Компания прекращает обработку и уничтожает данные.
Срок обработки | retention.deleted_after | Через полгода записи стираются.
Срок обработки | retention.fixed_term | Заявки держим полтора года.
Срок обработки | retention.fixed_term | Резервные копии живут 14 дней.
Срок обработки | retention.legal_term | Платёжные документы храним столько, сколько требует налоговое законодательство.
Срок обработки | retention.until_account_deletion | Данные остаются у нас, пока у вас есть профиль.
Срок обработки | retention.until_account_deletion | Хранение продолжается в течение всего времени действия договора.
Срок обработки | retention.until_withdrawal | Согласие действует до дня его отзыва.
Срок обработки | retention.unlimited | Срок действия согласия является неограниченным.
Место хранения | storage_location.kz | Серверы находятся в Астане.
Место хранения | storage_location.kz | Оборудование арендовано в дата-центре Алматы.
Место хранения | storage_location.kz | Хранение ведётся на территории Республики Казахстан.
Место хранения | storage_location.abroad | База данных развёрнута во Франкфурте.
Место хранения | storage_location.abroad | Почтовый сервис держит серверы в Ирландии.
Место хранения | storage_location.provider_servers | Сайт размещён на мощностях хостинговой компании.
Место хранения | storage_location.data_centre | Стойка стоит в аттестованном центре обработки данных.
Передача третьим лицам | recipients.messaging_providers | Оператору рассылок передаётся номер.
Передача третьим лицам | recipients.messaging_providers | Провайдеру, который доставляет сообщения, — адрес почты.
Передача третьим лицам | recipients.payment_providers | Банку, который проводит платёж, — сумма.
Передача третьим лицам | recipients.delivery_services | Транспортной компании сообщаем адрес и телефон получателя.
Передача третьим лицам | recipients.lawyers_specialists | Нотариусу и оценщику для оформления сделки.
Передача третьим лицам | recipients.service_providers | Лицам, которым поручена обработка на основании договора.
Передача третьим лицам | recipients.service_providers | Бухгалтерию нам ведёт сторонняя фирма, она видит ваши чеки.
Передача третьим лицам | recipients.government | Уполномоченным органам в пределах их компетенции.
Передача третьим лицам | recipients.government | Полиции и суду — если придёт официальная бумага.
Передача третьим лицам | recipients.affiliates | Компаниям, входящим в одну группу с Оператором.
Передача третьим лицам | recipients.partners | Ресторанам, у которых вы заказали еду.
Передача третьим лицам | recipients.other_users | Водитель видит имя и точку посадки.
Передача третьим лицам | recipients.hosting_cloud | Поставщику облачных вычислений.
Передача третьим лицам | recipients.business_successor | Новому собственнику бизнеса.
Передача третьим лицам | recipients.public | Имя победителя увидят все посетители страницы.
Передача третьим лицам | transfer_conditions.service_necessity | Передача допускается для исполнения обязательств по договору с Пользователем.
Передача третьим лицам | transfer_conditions.service_necessity | Только то, без чего заказ не доставить.
Передача третьим лицам | transfer_conditions.processor_contract | С подрядчиками подписаны договоры, запрещающие им использовать данные для себя.
Передача третьим лицам | transfer_conditions.processor_contract | Получатели обязаны соблюдать режим конфиденциальности.
Передача третьим лицам | transfer_conditions.minimal_volume | Передаётся минимум, нужный для перевозки.
Передача третьим лицам | transfer_conditions.depersonalised_only | Рекламодателям видны лишь обобщённые цифры без имён.
Передача третьим лицам | transfer_conditions.business_transfer | В случае реорганизации или продажи активов данные перейдут правопреемнику.
Передача третьим лицам | transfer_conditions.government_request | На основании мотивированного запроса органа.
Передача третьим лицам | transfer_restrictions.no_sale | Торговать базой клиентов мы не намерены.
Передача третьим лицам | transfer_restrictions.no_sale | Данные не продаются, не сдаются в аренду и не обмениваются.
Передача третьим лицам | transfer_restrictions.no_ads_sharing | Рекламным сетям информация не предоставляется.
Передача третьим лицам | transfer_restrictions.no_ads_sharing | Рекламодателям ничего о вас не сообщаем.
Передача третьим лицам | transfer_restrictions.no_transfer_default | Ни при каких обстоятельствах данные не передаются третьим лицам, кроме случаев исполнения закона.
Передача третьим лицам | transfer_restrictions.no_transfer_default | Больше ваши данные никто не получит.
Передача третьим лицам | transfer_restrictions.no_publication | В открытом доступе данные не размещаются.
Трансграничная передача | cross_border.with_consent | В иные государства данные передаются только при наличии письменного согласия субъекта.
Трансграничная передача | cross_border.adequate_protection | Оператор обязан удостовериться, что иностранное государство обеспечивает защиту прав субъектов.
Трансграничная передача | cross_border.possible | Часть данных обрабатывается на серверах в Германии.
Трансграничная передача | cross_border.denied | Оператор не осуществляет трансграничную передачу.
Трансграничная передача | cross_border.contractual_safeguards | С зарубежным получателем подписаны типовые условия о защите данных.
Файлы cookie | cookies.authentication | Благодаря им сайт узнаёт вас при следующем входе.
Файлы cookie | cookies.personalisation | Запоминаем выбранный город и язык.
Файлы cookie | cookies.functionality | Без технических файлов корзина работать не будет.
Файлы cookie | cookies.limits_on_refusal | После отключения некоторые страницы могут открываться неверно.
Файлы cookie | cookies.consent_required | Аналитические файлы ставятся после того, как вы согласились в окне внизу страницы.
Файлы cookie | cookies.marketing_measurement | По ним видно, какая реклама привела покупателя.
Разрешения | device_permissions.geolocation | Координаты запрашиваем, когда вы ищете ближайший пункт.
Разрешения | device_permissions.camera | Камера включается для сканирования кода.
Разрешения | device_permissions.gallery | К снимкам на телефоне обращаемся, чтобы вы приложили фото.
Разрешения | device_permissions.push_notifications | Уведомления на экран можно выключить в настройках телефона.
Рассылки | marketing.consent_required | По умолчанию галочка на рассылку не стоит.
Рассылки | marketing.consent_required | Сообщения рекламного характера направляются лишь тем, кто на это согласился.
Рассылки | marketing.opt_out | Надоели письма — нажмите ссылку внизу.
Рассылки | marketing.opt_out | Пользователь вправе отказаться от получения информационных сообщений, направив письмо с пометкой.
Рассылки | marketing.channel_push | О скидках пишем в push.
Рассылки | marketing.channel_sms | Акции присылаем в SMS.
Рассылки | marketing.channel_messenger | Новости и предложения приходят в Telegram.
Рассылки | rights.opt_out_mailing | Пользователь всегда может отказаться от получения рекламных сообщений.
Права субъекта | rights.know_access | Спросить, какие сведения о вас у нас лежат.
Права субъекта | rights.know_access | Получать разъяснения о том, как обрабатываются его данные.
Права субъекта | rights.correct | Поправить имя или телефон можно в профиле.
Права субъекта | rights.correct | Субъект вправе требовать актуализации неполных или неточных сведений.
Права субъекта | rights.delete | Требовать уничтожения сведений, полученных незаконно.
Права субъекта | rights.export | Выгрузить свои заказы файлом.
Права субъекта | rights.stop_processing | Потребовать, чтобы мы перестали обрабатывать данные.
Права субъекта | rights.withdraw_consent | Забрать назад данное ранее согласие.
Права субъекта | rights.complain_authority | Обратиться с жалобой в министерство, ведающее защитой персональных данных.
Права субъекта | rights.complain_court | Если ответ вас не устроил, идите в суд.
Права субъекта | rights.other_by_law | Осуществлять прочие права, предоставленные законом.
Обращения по данным | rights_procedure.account_settings | Всё это делается в разделе «Профиль».
Обращения по данным | rights_procedure.response_deadline | Ответим в течение трёх рабочих дней.
Обращения по данным | rights_procedure.response_deadline | Срок рассмотрения запроса — не более 15 календарных дней.
Обращения по данным | rights_procedure.support_service | Напишите в чат поддержки, чтобы удалить данные.
Обращения по данным | rights_procedure.documents_required | К заявлению прикладывается копия документа, подтверждающего личность.
Обращения по данным | rights_procedure.written_application | Заявление подаётся на бумаге в офис.
Отзыв согласия | withdrawal.service_may_stop | Без этого согласия заказать доставку не получится.
Отзыв согласия | withdrawal.prior_processing_valid | Сделанное до отзыва остаётся законным.
Отзыв согласия | withdrawal.processing_may_continue | После отзыва обработка может продолжаться при наличии иных законных оснований.
Отзыв согласия | withdrawal.obligations_block | Отозвать согласие нельзя, пока заказ не оплачен.
Отзыв согласия | withdrawal.by_email | Отзыв направляется письмом на электронную почту Оператора.
Несовершеннолетние | minors.adults_only | Покупать на сайте можно с 18 лет.
Несовершеннолетние | minors.guardian_consent | За ребёнка согласие даёт законный представитель.
Несовершеннолетние | minors.no_knowing_collection | Узнав, что анкету заполнил ребёнок, мы её удалим.
Защита данных | security.access_control | Карточки видят только врачи, которые вас принимают.
Защита данных | security.access_control | Доступ разграничен по ролям.
Защита данных | security.audit_monitoring | Каждое обращение к базе пишется в журнал.
Защита данных | security.two_factor | Сотрудники входят по ключу и одноразовому коду.
Защита данных | security.incident_notice | О случившейся утечке сообщим вам и уполномоченному органу.
Защита данных | security.staff_confidentiality | Работники подписали обязательство молчать о данных клиентов.
Защита данных | security.backups | Ежедневно создаётся резервная копия.
Защита данных | security.no_absolute_guarantee | Стопроцентной защиты не бывает.
Защита данных | security.password_protection | Пароли лежат у нас только в виде хэша.
Защита данных | security.user_duties | Никому не говорите код из SMS.
Согласие | consent_form.form_submission | Заполняя форму и нажимая «Отправить», Пользователь выражает согласие.
Согласие | consent_form.separate_explicit | На обработку фотографий берётся отдельное согласие.
Согласие | consent_form.agreement_acceptance | Приняв публичную оферту, клиент соглашается на обработку данных.
Согласие | consent_form.stop_if_disagree | Не согласны — не пользуйтесь сервисом.
Изменение политики | change_notice.publish | Актуальная редакция в свободном доступе расположена на сайте.
Изменение политики | change_notice.publish | Мы обновим эту страницу.
Изменение политики | change_notice.push | О переменах пришлём push.
Изменение политики | change_notice.advance_notice | Предупредим за две недели.
Изменение политики | change_notice.continued_use_consent | Продолжаете пользоваться — значит, приняли новую редакцию.
Изменение политики | change_notice.no_prior_notice | Изменения вносятся Оператором в одностороннем порядке без уведомления.
Изменение политики | change_notice.user_must_monitor | Заглядывайте сюда время от времени.
Изменение политики | change_notice.date_updated | Дата последней правки стоит вверху.
Применимое право | governing_law.kz_law | Отношения сторон подчиняются праву Республики Казахстан.
Применимое право | governing_law.venue | Споры рассматривает суд города Алматы.
Применимое право | governing_law.pretrial_claim | До обращения в суд направляется письменная претензия.
Применимое право | governing_law.other_kz_acts | Мы соблюдаем Закон «О платежах и платёжных системах».
Ответственность | disclaimers.accuracy_not_verified | Компания исходит из того, что сведения верны, и не проверяет их.
Ответственность | disclaimers.user_responsible_accuracy | Достоверность указанных данных остаётся на совести Пользователя.
Ответственность | disclaimers.third_party_sites | За сайты, на которые ведут ссылки, мы не отвечаем.
Ответственность | disclaimers.third_party_consent_duty | Указывая чужие данные, вы подтверждаете, что этот человек не против.
Правила размещения | content_rules.illegal | Нельзя публиковать то, что запрещено законом.
Правила размещения | content_rules.removal | Такие объявления снимаются с публикации.
Правила размещения | content_rules.blocking | Нарушителю закрываем доступ.
Автоматические решения | automation.automated_processing | Заявку оценивает алгоритм.
Автоматические решения | automation.no_solely_automated | Окончательное решение принимает человек, не программа.
Автоматические решения | automation.human_review | Отказ перепроверяет сотрудник.
Автоматические решения | automation.ai_processing | Черновик ответа готовит нейросеть.
Какие данные обрабатываются | data_categories.full_name | Оператор может обрабатывать фамилию, имя и отчество Пользователя.
Какие данные обрабатываются | data_categories.web_analytics | На сайте происходит сбор и обработка обезличенных данных о посетителях с помощью сервисов интернет-статистики.
Перечень данных | data_categories.education | Сведения об образовании, квалификации и повышении квалификации.
Перечень данных | data_categories.employment | Данные о трудовой деятельности, включая место работы и стаж.
Перечень данных | data_categories.bank_details | Реквизиты расчётного счёта для перечисления вознаграждения.
Перечень данных | data_categories.company_details | Наименование, БИН и юридический адрес организации, которую вы представляете.
Перечень данных | data_categories.gender | Сведения о поле.
Перечень данных | data_categories.body_parameters | Размер одежды и обуви.
Перечень данных | data_categories.device_id | Уникальный идентификатор устройства и токен уведомлений.
Перечень данных | data_categories.crash_logs | Отчёты о сбоях приложения.
Перечень данных | data_categories.geolocation | Сведения о местоположении, в том числе определяемом по IP-адресу.
Перечень данных | data_categories.loyalty | Число накопленных баллов и уровень карты постоянного клиента.
Перечень данных | data_categories.child_data | Имя и возраст ребёнка, для которого оформляется подписка.
Перечень данных | data_categories.auth_tokens | Одноразовые коды подтверждения и сессионные ключи.
Перечень данных | data_categories.account_settings | Выбранный язык интерфейса и настройки уведомлений.
Перечень данных | data_categories.search_history | Запросы, введённые в строку поиска.
Перечень данных | data_categories.third_party_data | Данные третьих лиц, которые Пользователь вносит при бронировании на других гостей.
Перечень данных | data_categories.vehicle | Государственный регистрационный знак транспортного средства.
Перечень данных | data_categories.driver_licence | Номер и срок действия водительского удостоверения.
Перечень данных | data_categories.uploaded_documents | Сканы документов, приложенных к заявлению.
Перечень данных | data_categories.other_voluntary | Любые другие сведения, которые Пользователь посчитает нужным сообщить.
Источники данных | data_sources.third_parties | Некоторые сведения поступают от наших партнёров, у которых вы дали на это согласие.
Источники данных | data_sources.public_sources | Отдельные сведения берутся из общедоступных реестров.
Источники данных | data_sources.automatic | Технические сведения передаются устройством автоматически во время посещения сайта.
Источники данных | data_sources.provided_by_user | Данные поступают от субъекта, когда он заполняет форму на сайте.
Источники данных | data_sources.by_representative | Данные могут быть предоставлены законным представителем субъекта.
Цели обработки | purposes.registration_auth | Предоставление доступа к личному кабинету и создание учётной записи.
Цели обработки | purposes.identify_party | Установление личности стороны в рамках договоров с Оператором.
Цели обработки | purposes.communication | Установление обратной связи с Пользователем, включая отправку уведомлений.
Цели обработки | purposes.support | Оказание технической помощи при неполадках, связанных с использованием сайта.
Цели обработки | purposes.personalisation | Подбор рекомендаций с учётом интересов Пользователя.
Цели обработки | purposes.targeted_ads | Показ рекламы, соответствующей интересам Пользователя.
Цели обработки | purposes.statistics_research | Проведение статистических и иных исследований на основе обезличенных данных.
Цели обработки | purposes.security_fraud | Выявление и пресечение мошеннических действий.
Цели обработки | purposes.verification | Подтверждение достоверности и полноты сведений, представленных Пользователем.
Цели обработки | purposes.reviews_disputes | Урегулирование претензий и разногласий.
Цели обработки | purposes.payments_billing | Обработка и получение платежей, возврат денежных средств.
Цели обработки | purposes.legal_obligation | Исполнение обязанностей, возложенных на Оператора законодательством.
Цели обработки | purposes.loyalty_programme | Участие в бонусной программе и начисление баллов.
Цели обработки | purposes.marketing_notices | Информирование о скидках, специальных предложениях и мероприятиях.
Цели обработки | purposes.new_features | Создание новых продуктов и сервисов.
Цели обработки | purposes.moderation | Проверка размещаемых материалов на соответствие правилам.
Цели обработки | purposes.diagnostics | Устранение технических неисправностей.
Цели обработки | purposes.usage_analytics | Анализ поведения посетителей на сайте.
Цели обработки | purposes.protect_rights | Защита прав и законных интересов Оператора.
Правовые основания | legal_bases.legitimate_interest | Обработка необходима для осуществления прав и законных интересов Оператора.
Правовые основания | legal_bases.contract | Обработка нужна для исполнения договора, стороной которого является субъект.
Правовые основания | legal_bases.vital_interest | Обработка необходима для защиты жизни и здоровья субъекта.
Правовые основания | legal_bases.legal_requirement | Обработка предусмотрена нормативными правовыми актами.
Передача третьим лицам | recipients.affiliates | Данные могут быть переданы компаниям, входящим в одну группу с Оператором.
Передача третьим лицам | recipients.business_successor | При реорганизации или продаже бизнеса данные переходят к новому владельцу.
Передача третьим лицам | recipients.delivery_services | Курьерским службам, организациям почтовой связи, операторам электросвязи.
Передача третьим лицам | recipients.service_providers | Подрядчикам, которые обрабатывают данные по нашему поручению.
Передача третьим лицам | recipients.lawyers_specialists | Аудиторам и юридическим консультантам.
Передача третьим лицам | recipients.messaging_providers | Сервисам, через которые отправляются SMS и электронные письма.
Передача третьим лицам | recipients.hosting_cloud | Провайдеру облачной инфраструктуры.
Передача третьим лицам | recipients.social_platforms | Социальным сетям, через которые вы входите на сайт.
Передача третьим лицам | transfer_conditions.rights_protection | Раскрытие возможно, если это нужно для защиты прав и имущества компании.
Передача третьим лицам | transfer_conditions.law_required | Данные раскрываются в случаях, прямо предусмотренных законодательством.
Передача третьим лицам | transfer_conditions.processor_contract | С обработчиками заключаются договоры, обязывающие соблюдать конфиденциальность.
Передача третьим лицам | transfer_conditions.subject_consent | Субъект дал согласие на такие действия.
Передача третьим лицам | transfer_conditions.depersonalised_only | Рекламодатели получают только сводные сведения, по которым нельзя установить личность.
Передача третьим лицам | transfer_restrictions.no_transfer_default | Персональные данные никогда и ни при каких условиях не будут переданы третьим лицам, кроме случаев исполнения закона.
Передача третьим лицам | transfer_restrictions.no_sale | Компания не продаёт и не сдаёт в аренду персональные данные.
Трансграничная передача | cross_border.adequate_protection | Передача осуществляется лишь в государства, обеспечивающие надлежащую защиту прав субъектов.
Трансграничная передача | cross_border.with_consent | Передача за границу возможна при письменном согласии субъекта.
Место хранения | storage_location.kz | Базы данных размещены на территории Казахстана.
Сроки обработки | retention.purpose_achieved | Срок обработки определяется достижением целей, для которых данные были собраны.
Сроки обработки | retention.until_withdrawal | Согласие действует бессрочно до момента его отзыва.
Сроки обработки | retention.deleted_after | По окончании срока данные подлежат уничтожению.
Сроки обработки | retention.fixed_term | Сведения удаляются по прошествии 12 месяцев с последнего входа.
Сроки обработки | retention.unlimited | Срок обработки персональных данных не ограничен.
Cookie | cookies.analytics | Файлы cookie помогают нам узнать, какие разделы сайта посещают чаще.
Cookie | cookies.limits_on_refusal | При отключении cookie отдельные функции сайта могут стать недоступными.
Cookie | cookies.third_party_cookies | Партнёры могут размещать на вашем устройстве собственные cookie.
Cookie | cookies.consent_required | Необязательные cookie включаются после вашего выбора в баннере.
Cookie | cookies.local_storage | Мы также используем локальное хранилище браузера.
Права субъекта | rights.know_access | Субъект вправе получать информацию, касающуюся обработки его данных.
Права субъекта | rights.correct | Требовать уточнения данных, если они неполные, устаревшие или неточные.
Права субъекта | rights.block_restrict | Требовать ограничения обработки своих данных.
Права субъекта | rights.object | Заявить возражение против обработки в маркетинговых целях.
Права субъекта | rights.export | Получить данные в структурированном виде для передачи другому оператору.
Права субъекта | rights.complain_court | Обжаловать в судебном порядке неправомерные действия при обработке.
Права субъекта | rights.compensation | Требовать возмещения убытков и компенсации морального вреда.
Права субъекта | rights.human_review | Просить, чтобы решение пересмотрел сотрудник, а не программа.
Порядок обращения | rights_procedure.response_deadline | Ответ направляется в срок, не превышающий 30 дней с даты получения запроса.
Порядок обращения | rights_procedure.documents_required | Запрос должен содержать номер документа, удостоверяющего личность заявителя.
Порядок обращения | rights_procedure.written_application | Обращение подаётся письменно по адресу нахождения Оператора.
Порядок обращения | rights_procedure.account_settings | Изменить данные можно самостоятельно в разделе «Профиль».
Отзыв согласия | withdrawal.by_email | Пользователь может в любой момент отозвать согласие, направив уведомление на электронный адрес с пометкой «Отзыв».
Отзыв согласия | withdrawal.processing_may_continue | После отзыва Оператор вправе продолжить обработку при наличии иных законных оснований.
Несовершеннолетние | minors.guardian_consent | Лица до 18 лет пользуются сервисом с разрешения родителей.
Несовершеннолетние | minors.no_knowing_collection | Сервис не предназначен для детей, и мы сознательно не собираем сведения о них.
Защита данных | security.access_control | К данным допускаются только уполномоченные работники.
Защита данных | security.technical | Применяются правовые, организационные и технические меры.
Защита данных | security.user_duties | Пользователь обязан хранить пароль в тайне.
Защита данных | security.no_absolute_guarantee | Ни один способ передачи через интернет не является полностью безопасным.
Защита данных | security.incident_notice | При утечке мы сообщим пострадавшим пользователям.
Защита данных | security.audit_monitoring | Регулярно проводится внутренний контроль и аудит обработки.
Защита данных | security.dpo_appointed | Назначено лицо, ответственное за организацию обработки.
Согласие | consent_form.implied_by_use | Использование сайта означает безоговорочное согласие с настоящей Политикой.
Согласие | consent_form.checkbox | Согласие выражается проставлением галочки в соответствующем поле.
Согласие | consent_form.form_submission | Нажимая кнопку «Отправить», посетитель даёт согласие на обработку.
Согласие | consent_form.stop_if_disagree | В случае несогласия с условиями Пользователь должен прекратить использование сайта.
Изменение политики | change_notice.publish | Актуальная версия в свободном доступе расположена в сети Интернет.
Изменение политики | change_notice.no_prior_notice | Оператор вправе вносить изменения без предварительного уведомления.
Изменение политики | change_notice.user_must_monitor | Пользователю рекомендуется регулярно знакомиться с текстом документа.
Изменение политики | change_notice.continued_use_consent | Продолжая пользоваться сайтом после изменений, Пользователь принимает новую редакцию.
Рассылки | marketing.opt_out | Отказаться от получения рекламных сообщений можно, перейдя по ссылке в письме.
Рассылки | marketing.consent_required | Рекламные материалы направляются лишь при наличии согласия получателя.
Общие положения | disclaimers.third_party_sites | Оператор не контролирует и не несёт ответственности за сайты, на которые Пользователь может перейти по ссылкам.
Общие положения | disclaimers.accuracy_not_verified | Оператор исходит из того, что Пользователь сообщает достоверные сведения, и не проверяет их.
Общие положения | governing_law.kz_law | К отношениям сторон применяется право Республики Казахстан.
Общие положения | governing_law.venue | Споры рассматриваются в суде по месту регистрации Оператора.
Общие положения | governing_law.pretrial_claim | До обращения в суд обязательно предъявление претензии.
Решения | automation.automated_processing | Некоторые решения принимаются программой на основании скорингового балла.
Решения | automation.no_solely_automated | Оператор не принимает решений исключительно на основании автоматизированной обработки.
Персональные данные, подлежащие обработке | data_categories.full_name | Фамилия, собственное имя и отчество (если таковое имеется) клиента.
Персональные данные, подлежащие обработке | data_categories.full_name | Как к Вам обращаться, номер для обратного звонка.
Персональные данные, подлежащие обработке | data_categories.phone | Как к Вам обращаться, номер для обратного звонка.
Персональные данные, подлежащие обработке | data_categories.birth_date | Дата, месяц, год рождения; пол.
Персональные данные, подлежащие обработке | data_categories.gender | Дата, месяц, год рождения; пол.
Персональные данные, подлежащие обработке | data_categories.id_document | Сведения о документе, удостоверяющем личность: серия, номер, орган выдачи.
Персональные данные, подлежащие обработке | data_categories.id_document | Скан-копия удостоверения или вида на жительство.
Персональные данные, подлежащие обработке | data_categories.iin | Индивидуальный идентификационный номер (ИИН) работника.
Персональные данные, подлежащие обработке | data_categories.postal_address | Место фактического проживания и место прописки.
Персональные данные, подлежащие обработке | data_categories.postal_address | Адрес подключения услуги и адрес выставления счетов.
Персональные данные, подлежащие обработке | data_categories.city_region | Страна проживания и город.
Персональные данные, подлежащие обработке | data_categories.employment | Сведения о трудовой деятельности, занимаемая должность, размер оклада.
Персональные данные, подлежащие обработке | data_categories.employment | Стаж, последнее место службы, рекомендации прежних работодателей.
Персональные данные, подлежащие обработке | data_categories.education | Уровень образования, наименование учебного заведения, год окончания.
Персональные данные, подлежащие обработке | data_categories.education | Успеваемость, оценки, посещаемость уроков.
Персональные данные, подлежащие обработке | data_categories.health | Анамнез, результаты анализов и обследований, группа крови.
Персональные данные, подлежащие обработке | data_categories.health | Сведения об инвалидности и ограничениях по здоровью.
Персональные данные, подлежащие обработке | data_categories.health | Назначенное лечение и выписанные рецепты.
Персональные данные, подлежащие обработке | data_categories.special_categories | Сведения о национальной принадлежности и религиозных убеждениях.
Персональные данные, подлежащие обработке | data_categories.vehicle | Государственный регистрационный знак, VIN-код и марка автомобиля.
Персональные данные, подлежащие обработке | data_categories.driver_licence | Номер водительского удостоверения и категория.
Персональные данные, подлежащие обработке | data_categories.bank_details | Номер текущего счёта (IBAN), наименование банка-получателя.
Персональные данные, подлежащие обработке | data_categories.payment_card | Последние цифры карты и срок её действия.
Персональные данные, подлежащие обработке | data_categories.payment_history | Сведения о произведённых оплатах и задолженности.
Персональные данные, подлежащие обработке | data_categories.payment_history | Суммы пожертвований и даты перечислений.
Персональные данные, подлежащие обработке | data_categories.order_history | История бронирований и даты поездок.
Персональные данные, подлежащие обработке | data_categories.order_history | Сведения о приобретённых билетах.
Персональные данные, подлежащие обработке | data_categories.order_history | Подключённые тарифы, услуги и опции.
Персональные данные, подлежащие обработке | data_categories.loyalty | Номер карты лояльности, остаток бонусных баллов.
Персональные данные, подлежащие обработке | data_categories.correspondence | Содержание писем и чатов с поддержкой.
Персональные данные, подлежащие обработке | data_categories.correspondence | Тексты обращений, направленных в службу заботы.
Персональные данные, подлежащие обработке | data_categories.consultation_content | Описание проблемы, с которой Вы пришли к специалисту.
Персональные данные, подлежащие обработке | data_categories.consultation_content | Суть вопроса, указанная в форме.
Персональные данные, подлежащие обработке | data_categories.user_content | Отзывы, оценки, комментарии, публикуемые на Сайте.
Персональные данные, подлежащие обработке | data_categories.user_content | Записи, фотографии и иные материалы, которые вы размещаете в профиле.
Персональные данные, подлежащие обработке | data_categories.photo | Фото профиля.
Персональные данные, подлежащие обработке | data_categories.photo | Цветная фотография для пропуска.
Персональные данные, подлежащие обработке | data_categories.voice_audio | Записи телефонных переговоров.
Персональные данные, подлежащие обработке | data_categories.voice_audio | Голосовые сообщения, отправленные ассистенту.
Персональные данные, подлежащие обработке | data_categories.video | Изображение, полученное с камер видеонаблюдения.
Персональные данные, подлежащие обработке | data_categories.video | Видеозаписи занятий.
Персональные данные, подлежащие обработке | data_categories.biometrics | Образец голоса и цифровой слепок лица.
Персональные данные, подлежащие обработке | data_categories.biometrics | Геометрия лица при входе по Face ID.
Персональные данные, подлежащие обработке | data_categories.ip_address | IP-адрес, с которого осуществлён вход.
Персональные данные, подлежащие обработке | data_categories.browser_device | Тип и версия обозревателя, разрешение экрана, язык системы.
Персональные данные, подлежащие обработке | data_categories.browser_device | Сведения о программном и аппаратном обеспечении, с помощью которого Вы заходите.
Персональные данные, подлежащие обработке | data_categories.device_id | Уникальные идентификаторы оборудования (IMEI, MAC-адрес).
Персональные данные, подлежащие обработке | data_categories.device_id | Токен для push-уведомлений.
Персональные данные, подлежащие обработке | data_categories.advertising_id | Идентификатор для рекламодателей (IDFA).
Персональные данные, подлежащие обработке | data_categories.cookies | Данные, содержащиеся в cookie-файлах.
Персональные данные, подлежащие обработке | data_categories.usage_history | Просмотренные страницы, время визита, переходы по ссылкам.
Персональные данные, подлежащие обработке | data_categories.usage_history | Журналы действий в личном кабинете.
Персональные данные, подлежащие обработке | data_categories.usage_history | Сведения о соединениях: дата, длительность, вызываемый номер.
Персональные данные, подлежащие обработке | data_categories.usage_history | Адрес страницы, с которой Вы перешли (реферер).
Персональные данные, подлежащие обработке | data_categories.search_history | Введённые поисковые фразы.
Персональные данные, подлежащие обработке | data_categories.crash_logs | Диагностические сведения и журналы ошибок.
Персональные данные, подлежащие обработке | data_categories.geolocation | Координаты, определяемые по GPS и сотовым вышкам.
Персональные данные, подлежащие обработке | data_categories.geolocation | Примерное местонахождение устройства по сети.
Персональные данные, подлежащие обработке | data_categories.account_id | Номер лицевого счёта абонента.
Персональные данные, подлежащие обработке | data_categories.account_id | Номер личного дела учащегося.
Персональные данные, подлежащие обработке | data_categories.auth_tokens | Токены доступа и ключи сессий.
Персональные данные, подлежащие обработке | data_categories.account_settings | Часовой пояс и выбранный язык интерфейса.
Персональные данные, подлежащие обработке | data_categories.social_account | Ссылка на страницу в социальной сети.
Персональные данные, подлежащие обработке | data_categories.social_account | Имя пользователя в Telegram (@ник).
Персональные данные, подлежащие обработке | data_categories.nickname | Никнейм, отображаемый в чате.
Персональные данные, подлежащие обработке | data_categories.login | Учётные данные для входа: логин и пароль.
Персональные данные, подлежащие обработке | data_categories.password | Учётные данные для входа: логин и пароль.
Персональные данные, подлежащие обработке | data_categories.child_data | Имя, возраст и класс ребёнка.
Персональные данные, подлежащие обработке | data_categories.third_party_data | Данные попутчиков и сопровождающих лиц.
Персональные данные, подлежащие обработке | data_categories.third_party_data | Сведения о близких родственниках и контактном лице на экстренный случай.
Персональные данные, подлежащие обработке | data_categories.third_party_data | Имя и телефон получателя посылки.
Персональные данные, подлежащие обработке | data_categories.company_details | Наименование юридического лица, БИН, юридический адрес, Ф.И.О. руководителя.
Персональные данные, подлежащие обработке | data_categories.body_parameters | Рост, вес, размер одежды и обуви.
Персональные данные, подлежащие обработке | data_categories.other_voluntary | Любые иные сведения, которые Вы сочтёте нужным сообщить.
Персональные данные, подлежащие обработке | data_categories.other_voluntary | Прочая информация, предоставленная по собственной инициативе.
Персональные данные, подлежащие обработке | data_categories.contacts_list | Список контактов из записной книжки телефона.
Персональные данные, подлежащие обработке | data_categories.gallery | Фотографии и файлы из памяти устройства.
Какие данные мы не обрабатываем | data_not_collected.special_categories | Оператор не обрабатывает сведения, касающиеся расы, национальности, политических взглядов, интимной жизни.
Какие данные мы не обрабатываем | data_not_collected.biometrics | Биометрические персональные данные Оператором не обрабатываются.
Какие данные мы не обрабатываем | data_not_collected.payment_card | Реквизиты банковских карт вводятся на защищённой странице банка, у нас они не остаются.
Какие данные мы не обрабатываем | data_not_collected.payment_card | Сайт не имеет доступа к данным Вашей платёжной карты.
Какие данные мы не обрабатываем | data_not_collected.geolocation | Ваше местонахождение приложение не отслеживает.
Какие данные мы не обрабатываем | data_not_collected.health | Медицинские сведения от соискателей не истребуются.
Какие данные мы не обрабатываем | data_not_collected.contacts_list | Мы не заглядываем в вашу телефонную книгу.
Какие данные мы не обрабатываем | data_not_collected.password | Пароль от вашей почты нам не виден.
Источники получения данных | data_sources.provided_by_user | Непосредственно от самого субъекта при заполнении анкеты.
Источники получения данных | data_sources.provided_by_user | Вы сами вносите их в форму заявки.
Источники получения данных | data_sources.automatic | Часть сведений формируется автоматически при посещении страниц.
Источники получения данных | data_sources.automatic | Технические данные поступают от вашего браузера без вашего участия.
Источники получения данных | data_sources.third_parties | Из кредитных бюро и от контрагентов.
Источники получения данных | data_sources.third_parties | При входе через Apple ID мы получаем ваше имя.
Источники получения данных | data_sources.third_parties | От туристических агентств, через которые вы бронируете.
Источники получения данных | data_sources.public_sources | Из открытых реестров и средств массовой информации.
Источники получения данных | data_sources.public_sources | Из общедоступных источников, включая сайты с вакансиями.
Источники получения данных | data_sources.company_records | Сведения создаются Клиникой в процессе оказания медицинской помощи.
Источники получения данных | data_sources.company_records | Данные, образующиеся при исполнении договора.
Источники получения данных | data_sources.by_representative | От законных представителей несовершеннолетнего.
Источники получения данных | data_sources.by_representative | Анкету на сотрудника подаёт его работодатель.
Цели обработки персональных данных | purposes.identify_party | Установление личности обратившегося.
Цели обработки персональных данных | purposes.identify_party | Идентификация абонента при заключении договора.
Цели обработки персональных данных | purposes.registration_auth | Создание учётной записи и предоставление доступа в личный кабинет.
Цели обработки персональных данных | purposes.registration_auth | Авторизация на портале.
Цели обработки персональных данных | purposes.provide_service | Оказание медицинских услуг и ведение электронной карты.
Цели обработки персональных данных | purposes.provide_service | Организация образовательного процесса.
Цели обработки персональных данных | purposes.provide_service | Предоставление услуг связи надлежащего качества.
Цели обработки персональных данных | purposes.provide_service | Подбор вакансий и рассмотрение кандидатуры соискателя.
Цели обработки персональных данных | purposes.provide_service | Формирование туристского продукта, оформление виз и билетов.
Цели обработки персональных данных | purposes.provide_service | Оказание адресной помощи подопечным.
Цели обработки персональных данных | purposes.order_delivery | Приём, комплектация и доставка заказов.
Цели обработки персональных данных | purposes.order_delivery | Резервирование столика.
Цели обработки персональных данных | purposes.contract_performance | Заключение, исполнение и расторжение гражданско-правовых договоров.
Цели обработки персональных данных | purposes.contract_performance | Ведение переговоров и подготовка соглашения.
Цели обработки персональных данных | purposes.communication | Информирование о статусе заявки.
Цели обработки персональных данных | purposes.communication | Направление напоминаний о визите.
Цели обработки персональных данных | purposes.communication | Установление обратной связи с Пользователем.
Цели обработки персональных данных | purposes.communication | Отправка служебных сообщений, чеков и кодов.
Цели обработки персональных данных | purposes.support | Рассмотрение обращений, ответы на вопросы.
Цели обработки персональных данных | purposes.support | Консультирование по использованию сервиса.
Цели обработки персональных данных | purposes.support | Предоставление технической поддержки при возникновении проблем.
Цели обработки персональных данных | purposes.improve_service | Повышение удобства пользования Сайтом.
Цели обработки персональных данных | purposes.improve_service | Контроль качества обслуживания.
Цели обработки персональных данных | purposes.improve_service | Совершенствование ассортимента.
Цели обработки персональных данных | purposes.new_features | Разработка и тестирование новых функций.
Цели обработки персональных данных | purposes.new_features | Создание новых продуктов.
Цели обработки персональных данных | purposes.marketing_notices | Продвижение товаров и услуг на рынке путём прямых контактов.
Цели обработки персональных данных | purposes.marketing_notices | Информирование об акциях, скидках и специальных предложениях.
Цели обработки персональных данных | purposes.marketing_notices | Направление новостной рассылки.
Цели обработки персональных данных | purposes.targeted_ads | Показ релевантной рекламы на сторонних площадках.
Цели обработки персональных данных | purposes.targeted_ads | Настройка таргетированных кампаний.
Цели обработки персональных данных | purposes.personalisation | Формирование индивидуальных предложений и подборок.
Цели обработки персональных данных | purposes.personalisation | Подстройка ленты под интересы читателя.
Цели обработки персональных данных | purposes.statistics_research | Проведение статистических и иных исследований на основе обезличенных данных.
Цели обработки персональных данных | purposes.statistics_research | Социологические опросы.
Цели обработки персональных данных | purposes.usage_analytics | Анализ поведения посетителей.
Цели обработки персональных данных | purposes.usage_analytics | Изучение того, какими разделами пользуются чаще.
Цели обработки персональных данных | purposes.security_fraud | Выявление и предотвращение мошеннических действий.
Цели обработки персональных данных | purposes.security_fraud | Обеспечение пропускного и внутриобъектового режима.
Цели обработки персональных данных | purposes.security_fraud | Противодействие несанкционированному доступу.
Цели обработки персональных данных | purposes.legal_obligation | Ведение бухгалтерского и кадрового учёта.
Цели обработки персональных данных | purposes.legal_obligation | Выполнение обязанностей, возложенных на Оператора законодательством.
Цели обработки персональных данных | purposes.legal_obligation | Представление отчётности в государственные органы.
Цели обработки персональных данных | purposes.legal_obligation | Соблюдение требований о противодействии легализации доходов.
Цели обработки персональных данных | purposes.verification | Подтверждение достоверности и полноты сведений.
Цели обработки персональных данных | purposes.verification | Проверка возраста покупателя.
Цели обработки персональных данных | purposes.reviews_disputes | Урегулирование споров и претензий.
Цели обработки персональных данных | purposes.reviews_disputes | Сбор отзывов об услугах.
Цели обработки персональных данных | purposes.payments_billing | Проведение расчётов, выставление счетов и взыскание задолженности.
Цели обработки персональных данных | purposes.payments_billing | Начисление заработной платы.
Цели обработки персональных данных | purposes.payments_billing | Оформление возврата средств.
Цели обработки персональных данных | purposes.diagnostics | Устранение технических сбоев.
Цели обработки персональных данных | purposes.diagnostics | Выявление ошибок в работе приложения.
Цели обработки персональных данных | purposes.moderation | Проверка объявлений перед публикацией.
Цели обработки персональных данных | purposes.moderation | Премодерация комментариев.
Цели обработки персональных данных | purposes.ai_features | Генерация ответов с помощью искусственного интеллекта.
Цели обработки персональных данных | purposes.ai_features | Обучение моделей машинного обучения.
Цели обработки персональных данных | purposes.publication | Размещение отзывов и фотографий выпускников на Сайте.
Цели обработки персональных данных | purposes.publication | Публикация списка жертвователей.
Цели обработки персональных данных | purposes.protect_rights | Защита прав и законных интересов Оператора в суде.
Цели обработки персональных данных | purposes.protect_rights | Взыскание долга в судебном порядке и отстаивание интересов общества.
Цели обработки персональных данных | purposes.loyalty_programme | Начисление и списание бонусов.
Цели обработки персональных данных | purposes.loyalty_programme | Участие в розыгрышах призов.
Правовые основания обработки | legal_bases.consent | Согласие субъекта персональных данных.
Правовые основания обработки | legal_bases.consent | Добровольное волеизъявление пользователя.
Правовые основания обработки | legal_bases.contract | Договор, стороной которого является субъект.
Правовые основания обработки | legal_bases.contract | Публичная оферта, принятая покупателем.
Правовые основания обработки | legal_bases.legal_requirement | Нормативные правовые акты, обязывающие нас вести учёт.
Правовые основания обработки | legal_bases.legal_requirement | Обработка предусмотрена Трудовым кодексом.
Правовые основания обработки | legal_bases.legitimate_interest | Правомерный интерес компании в защите имущества.
Правовые основания обработки | legal_bases.legitimate_interest | Осуществление прав и законных интересов оператора.
Правовые основания обработки | legal_bases.public_interest | Достижение общественно значимых целей.
Правовые основания обработки | legal_bases.vital_interest | Защита жизни и здоровья субъекта, если получить согласие невозможно.
Правовые основания обработки | legal_bases.statistical_purpose | Осуществление государственной статистической деятельности.
Порядок обработки | operations.collect | С данными совершаются: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, передача (предоставление, доступ), обезличивание, блокирование, удаление и уничтожение.
Порядок обработки | operations.record | С данными совершаются: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, передача (предоставление, доступ), обезличивание, блокирование, удаление и уничтожение.
Порядок обработки | operations.systematise | С данными совершаются: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, передача (предоставление, доступ), обезличивание, блокирование, удаление и уничтожение.
Порядок обработки | operations.accumulate | С данными совершаются: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, передача (предоставление, доступ), обезличивание, блокирование, удаление и уничтожение.
Порядок обработки | operations.store | С данными совершаются: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, передача (предоставление, доступ), обезличивание, блокирование, удаление и уничтожение.
Порядок обработки | operations.clarify | С данными совершаются: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, передача (предоставление, доступ), обезличивание, блокирование, удаление и уничтожение.
Порядок обработки | operations.extract | С данными совершаются: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, передача (предоставление, доступ), обезличивание, блокирование, удаление и уничтожение.
Порядок обработки | operations.use | С данными совершаются: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, передача (предоставление, доступ), обезличивание, блокирование, удаление и уничтожение.
Порядок обработки | operations.transfer | С данными совершаются: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, передача (предоставление, доступ), обезличивание, блокирование, удаление и уничтожение.
Порядок обработки | operations.provide | С данными совершаются: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, передача (предоставление, доступ), обезличивание, блокирование, удаление и уничтожение.
Порядок обработки | operations.access | С данными совершаются: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, передача (предоставление, доступ), обезличивание, блокирование, удаление и уничтожение.
Порядок обработки | operations.depersonalise | С данными совершаются: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, передача (предоставление, доступ), обезличивание, блокирование, удаление и уничтожение.
Порядок обработки | operations.block | С данными совершаются: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, передача (предоставление, доступ), обезличивание, блокирование, удаление и уничтожение.
Порядок обработки | operations.delete | С данными совершаются: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, передача (предоставление, доступ), обезличивание, блокирование, удаление и уничтожение.
Порядок обработки | operations.destroy | С данными совершаются: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, передача (предоставление, доступ), обезличивание, блокирование, удаление и уничтожение.
Порядок обработки | operations.collect | Обработка ведётся путём сбора, хранения и использования.
Порядок обработки | operations.store | Обработка ведётся путём сбора, хранения и использования.
Порядок обработки | operations.use | Обработка ведётся путём сбора, хранения и использования.
Порядок обработки | operations.collect | Перечень действий: собирать, обновлять, изменять, уничтожать.
Порядок обработки | operations.clarify | Перечень действий: собирать, обновлять, изменять, уничтожать.
Порядок обработки | operations.destroy | Перечень действий: собирать, обновлять, изменять, уничтожать.
Сроки хранения | retention.purpose_achieved | Хранение осуществляется не дольше, чем этого требуют цели обработки.
Сроки хранения | retention.purpose_achieved | По достижении целей обработка прекращается.
Сроки хранения | retention.purpose_achieved | Мы держим сведения столько, сколько нужно для оказания услуги.
Сроки хранения | retention.until_account_deletion | Данные профиля хранятся в течение всего времени существования учётной записи.
Сроки хранения | retention.until_account_deletion | До расторжения договора на обслуживание.
Сроки хранения | retention.until_withdrawal | Обработка продолжается до отзыва согласия.
Сроки хранения | retention.legal_term | Бухгалтерские документы хранятся в сроки, предусмотренные законодательством.
Сроки хранения | retention.legal_term | Медицинские карты — 25 лет, как установлено приказом министерства.
Сроки хранения | retention.fixed_term | Резюме хранится в кадровом резерве один год.
Сроки хранения | retention.fixed_term | Записи камер стираются спустя тридцать суток.
Сроки хранения | retention.fixed_term | Срок хранения составляет 3 (три) года с даты последнего визита.
Сроки хранения | retention.unlimited | Срок обработки данных не ограничен.
Сроки хранения | retention.unlimited | Согласие действует бессрочно.
Сроки хранения | retention.deleted_after | По окончании срока данные подлежат уничтожению.
Сроки хранения | retention.deleted_after | Затем мы безвозвратно удаляем записи.
Сроки хранения | retention.depersonalised_after | После этого сведения обезличиваются и остаются только для статистики.
Место хранения | storage_location.kz | Базы данных находятся на территории Республики Казахстан.
Место хранения | storage_location.kz | Серверное оборудование размещено в г. Алматы.
Место хранения | storage_location.abroad | Информация хранится на серверах в Евросоюзе.
Место хранения | storage_location.abroad_possible | Отдельные копии могут размещаться на серверах за границей.
Место хранения | storage_location.own_servers | Используются собственные серверы компании.
Место хранения | storage_location.provider_servers | База размещена у хостинг-провайдера.
Место хранения | storage_location.data_centre | Оборудование стоит в сертифицированном дата-центре.
Место хранения | storage_location.per_law | Локализация баз осуществляется согласно требованиям закона.
Передача данных третьим лицам | recipients.government | Органам государственной власти по мотивированному запросу.
Передача данных третьим лицам | recipients.government | Налоговым органам, пенсионному фонду и фонду социального страхования.
Передача данных третьим лицам | recipients.government | Судебным исполнителям.
Передача данных третьим лицам | recipients.service_providers | Лицам, привлечённым Оператором для обслуживания информационных систем.
Передача данных третьим лицам | recipients.service_providers | Компаниям, которые выполняют для нас отдельные работы.
Передача данных третьим лицам | recipients.analytics_providers | Сервисам веб-аналитики.
Передача данных третьим лицам | recipients.hosting_cloud | Провайдерам облачной инфраструктуры.
Передача данных третьим лицам | recipients.payment_providers | Банку-эквайеру для проведения платежа.
Передача данных третьим лицам | recipients.messaging_providers | Операторам связи для отправки SMS.
Передача данных третьим лицам | recipients.messaging_providers | Сервису почтовых рассылок.
Передача данных третьим лицам | recipients.ai_providers | Разработчику языковой модели, который готовит ответы бота.
Передача данных третьим лицам | recipients.lawyers_specialists | Юридическим консультантам и аудиторам.
Передача данных третьим лицам | recipients.lawyers_specialists | Лечащему врачу и лаборатории.
Передача данных третьим лицам | recipients.affiliates | Обществам, входящим в группу компаний.
Передача данных третьим лицам | recipients.affiliates | Материнской организации.
Передача данных третьим лицам | recipients.partners | Партнёрам, проводящим совместные акции.
Передача данных третьим лицам | recipients.partners | Гостиницам, авиакомпаниям и экскурсионным бюро.
Передача данных третьим лицам | recipients.partners | Страховым компаниям.
Передача данных третьим лицам | recipients.partners | Работодателям, разместившим вакансию.
Передача данных третьим лицам | recipients.delivery_services | Курьерским и почтовым службам.
Передача данных третьим лицам | recipients.other_users | Остальным участникам чата видны ваше имя и фото.
Передача данных третьим лицам | recipients.business_successor | Новому владельцу при продаже бизнеса.
Передача данных третьим лицам | recipients.subject_directed | Третьим лицам, которых укажет сам Пользователь.
Передача данных третьим лицам | recipients.social_platforms | Социальным сетям, через которые вы входите.
Передача данных третьим лицам | recipients.map_providers | Сервису карт для построения маршрута.
Передача данных третьим лицам | recipients.call_tracking | Сервису коллтрекинга.
Передача данных третьим лицам | recipients.public | Неограниченному кругу лиц при публикации отзыва.
Передача данных третьим лицам | transfer_conditions.subject_consent | Передача возможна исключительно при наличии согласия субъекта.
Передача данных третьим лицам | transfer_conditions.subject_consent | Вы выразили согласие на такие действия.
Передача данных третьим лицам | transfer_conditions.service_necessity | Передача необходима для использования Пользователем определённой функции либо для исполнения договора.
Передача данных третьим лицам | transfer_conditions.law_required | Передача предусмотрена законодательством в рамках установленной процедуры.
Передача данных третьим лицам | transfer_conditions.government_request | На основании официального запроса уполномоченных органов.
Передача данных третьим лицам | transfer_conditions.rights_protection | Для защиты прав Компании, если Пользователь нарушает соглашение.
Передача данных третьим лицам | transfer_conditions.business_transfer | При реорганизации или отчуждении бизнеса к приобретателю переходят все обязательства по соблюдению Политики.
Передача данных третьим лицам | transfer_conditions.depersonalised_only | Партнёрам передаются только обезличенные сводки.
Передача данных третьим лицам | transfer_conditions.processor_contract | С обработчиками заключены договоры, обязывающие соблюдать конфиденциальность.
Передача данных третьим лицам | transfer_conditions.minimal_volume | Передаётся лишь минимально необходимый набор сведений.
Передача данных третьим лицам | transfer_conditions.user_made_public | Конфиденциальность не распространяется на сведения, которые Пользователь сам сделал общедоступными.
Передача данных третьим лицам | transfer_restrictions.no_sale | Мы не продаём и не сдаём в аренду вашу информацию.
Передача данных третьим лицам | transfer_restrictions.no_ads_sharing | Данные никогда не передаются рекламодателям.
Передача данных третьим лицам | transfer_restrictions.no_marketing_sharing | Сторонним компаниям для их маркетинга данные не отдаём.
Передача данных третьим лицам | transfer_restrictions.no_transfer_default | Оператор не раскрывает третьим лицам персональные данные без согласия, если иное не предусмотрено законом.
Передача данных третьим лицам | transfer_restrictions.no_publication | Оператор обязуется не публиковать персональные данные.
Трансграничная передача | cross_border.possible | Оператор вправе передавать данные на территорию иностранных государств.
Трансграничная передача | cross_border.with_consent | Трансграничная передача ведётся только при письменном согласии субъекта.
Трансграничная передача | cross_border.adequate_protection | Данные направляются лишь в страны, обеспечивающие адекватную защиту прав субъектов.
Трансграничная передача | cross_border.per_law | Передача за рубеж осуществляется по правилам статьи 16 Закона.
Трансграничная передача | cross_border.contractual_safeguards | Получатель подписывает стандартные договорные положения.
Трансграничная передача | cross_border.denied | Оператор не передаёт данные за пределы страны.
Файлы cookie | cookies.functionality | Обязательные файлы обеспечивают корректную работу сайта.
Файлы cookie | cookies.authentication | Благодаря им сайт узнаёт вас при повторном входе.
Файлы cookie | cookies.personalisation | Они хранят ваши настройки: валюту и язык.
Файлы cookie | cookies.analytics | С их помощью мы подсчитываем число посетителей.
Файлы cookie | cookies.advertising | Маркетинговые файлы применяются для показа рекламы.
Файлы cookie | cookies.security | Файлы помогают обнаружить подозрительную активность.
Файлы cookie | cookies.marketing_measurement | Оценивается отдача от рекламных кампаний.
Файлы cookie | cookies.browser_control | Посетитель может запретить приём файлов в настройках браузера.
Файлы cookie | cookies.consent_required | При первом посещении появляется баннер, в котором вы даёте согласие.
Файлы cookie | cookies.limits_on_refusal | При отключении некоторые разделы могут стать недоступны.
Файлы cookie | cookies.beacons | Применяются также пиксели и веб-маяки.
Файлы cookie | cookies.local_storage | Часть данных записывается в локальное хранилище браузера.
Файлы cookie | cookies.third_party_cookies | Сторонние файлы cookie устанавливают наши партнёры.
Файлы cookie | cookies.not_used | Мы не применяем cookie.
Аналитика | analytics_tools.generic | На сайте установлены счётчики посещаемости.
Разрешения приложения | device_permissions.camera | Камера — чтобы сфотографировать показания счётчика.
Разрешения приложения | device_permissions.geolocation | Определение местоположения — для поиска ближайшего филиала.
Разрешения приложения | device_permissions.microphone | Микрофон — для видеозвонка врачу.
Разрешения приложения | device_permissions.gallery | Фото и медиафайлы — чтобы приложить снимок.
Разрешения приложения | device_permissions.contacts | Контакты — чтобы пополнить счёт друга.
Разрешения приложения | device_permissions.push_notifications | Уведомления — чтобы сообщить о списании.
Рекламные рассылки | marketing.sends_marketing | Оператор вправе направлять уведомления о новых продуктах, специальных предложениях и событиях.
Рекламные рассылки | marketing.consent_required | Рекламные сообщения направляются только с предварительного согласия.
Рекламные рассылки | marketing.opt_out | Пользователь всегда может отказаться от получения рассылки, нажав на ссылку в письме.
Рекламные рассылки | marketing.no_marketing | Оператор рекламных рассылок не осуществляет.
Рекламные рассылки | marketing.channel_email | Предложения приходят по электронной почте, СМС и в WhatsApp.
Рекламные рассылки | marketing.channel_sms | Предложения приходят по электронной почте, СМС и в WhatsApp.
Рекламные рассылки | marketing.channel_messenger | Предложения приходят по электронной почте, СМС и в WhatsApp.
Рекламные рассылки | marketing.channel_push | О скидках мы сообщаем push-уведомлениями.
Рекламные рассылки | marketing.ads_personalisation_optout | Персонализированную рекламу можно отключить в настройках.
Права субъекта персональных данных | rights.know_access | Получать сведения, касающиеся обработки его персональных данных.
Права субъекта персональных данных | rights.know_access | На ознакомление с имеющимися у нас сведениями.
Права субъекта персональных данных | rights.copy | Запросить копию данных.
Права субъекта персональных данных | rights.export | Получить свои данные в машиночитаемом формате.
Права субъекта персональных данных | rights.correct | Требовать уточнения данных, если они неполные, устаревшие или неточные.
Права субъекта персональных данных | rights.block_restrict | Требовать ограничения обработки.
Права субъекта персональных данных | rights.delete | Потребовать уничтожения данных, полученных незаконно.
Права субъекта персональных данных | rights.withdraw_consent | Отозвать данное ранее согласие.
Права субъекта персональных данных | rights.stop_dissemination | Требовать прекращения распространения своих данных.
Права субъекта персональных данных | rights.stop_processing | Потребовать прекратить обработку.
Права субъекта персональных данных | rights.object | Возражать против обработки в целях маркетинга.
Права субъекта персональных данных | rights.complain_authority | Обжаловать действия Оператора в уполномоченный орган.
Права субъекта персональных данных | rights.complain_court | Обратиться за защитой в суд.
Права субъекта персональных данных | rights.compensation | На возмещение убытков и компенсацию морального вреда.
Права субъекта персональных данных | rights.human_review | Требовать пересмотра автоматического решения человеком.
Права субъекта персональных данных | rights.opt_out_mailing | Отписаться от новостей.
Права субъекта персональных данных | rights.other_by_law | Иные права, предусмотренные действующим законодательством.
Порядок обращения субъекта | rights_procedure.email | Запрос можно направить на электронную почту Оператора.
Порядок обращения субъекта | rights_procedure.phone | Уточнить информацию о своих данных можно по телефону горячей линии.
Порядок обращения субъекта | rights_procedure.form | Заполните форму обратной связи на сайте.
Порядок обращения субъекта | rights_procedure.account_settings | Изменить данные можно самостоятельно в личном кабинете.
Порядок обращения субъекта | rights_procedure.written_application | Заявление подаётся в письменном виде по адресу нахождения Оператора.
Порядок обращения субъекта | rights_procedure.messenger | Об отзыве согласия можно сообщить в WhatsApp.
Порядок обращения субъекта | rights_procedure.support_service | Для удаления данных обратитесь в службу поддержки.
Порядок обращения субъекта | rights_procedure.response_deadline | Ответ предоставляется в срок не позднее десяти рабочих дней.
Порядок обращения субъекта | rights_procedure.documents_required | К запросу прилагается копия документа, удостоверяющего личность.
Порядок обращения субъекта | rights_procedure.documents_required | Запрос должен содержать номер основного документа, подпись субъекта.
Отзыв согласия | withdrawal.any_time | Согласие может быть отозвано в любое время.
Отзыв согласия | withdrawal.by_email | Для отзыва направьте письмо на электронный адрес с пометкой «Отзыв согласия».
Отзыв согласия | withdrawal.by_written | Отзыв оформляется письменным заявлением.
Отзыв согласия | withdrawal.service_may_stop | После отзыва оказание услуг может быть прекращено.
Отзыв согласия | withdrawal.obligations_block | Отзыв не допускается, если обязательства перед оператором не исполнены.
Отзыв согласия | withdrawal.legal_exceptions | Согласие нельзя отозвать, когда это противоречит законам.
Отзыв согласия | withdrawal.prior_processing_valid | Отзыв не влияет на законность обработки, выполненной до него.
Отзыв согласия | withdrawal.processing_may_continue | В случае отзыва Оператор вправе продолжить обработку при наличии иных оснований.
Несовершеннолетние | minors.adults_only | Сервис предназначен для совершеннолетних.
Несовершеннолетние | minors.adults_only | Пользуясь Сайтом, вы подтверждаете, что вам исполнилось 18 лет.
Несовершеннолетние | minors.min_age | Регистрация доступна с 16 лет.
Несовершеннолетние | minors.guardian_consent | Данные детей обрабатываются с согласия родителей (законных представителей).
Несовершеннолетние | minors.guardian_request_deletion | Родитель вправе обратиться к нам, чтобы удалить данные ребёнка.
Несовершеннолетние | minors.no_knowing_collection | Мы намеренно не собираем данные лиц младше 14 лет.
Несовершеннолетние | minors.child_accounts | Родитель создаёт профиль ученика и управляет им.
Меры защиты | security.legal | Принимаются правовые, организационные и технические меры.
Меры защиты | security.organisational | Принимаются правовые, организационные и технические меры.
Меры защиты | security.technical | Принимаются правовые, организационные и технические меры.
Меры защиты | security.organisational | Утверждены локальные акты по вопросам обработки.
Меры защиты | security.organisational | Работники обучены правилам обращения с персональными данными.
Меры защиты | security.technical | Применяются межсетевые экраны и средства обнаружения вторжений.
Меры защиты | security.tls_https | Соединение защищено протоколом SSL.
Меры защиты | security.encryption | Резервные носители шифруются.
Меры защиты | security.password_protection | Пароли хранятся в хешированном виде.
Меры защиты | security.access_control | Доступ имеют только сотрудники, которым он нужен для работы.
Меры защиты | security.access_control | Ведётся разграничение прав доступа.
Меры защиты | security.two_factor | Вход подтверждается кодом из SMS.
Меры защиты | security.backups | Регулярно создаются резервные копии.
Меры защиты | security.audit_monitoring | Ведётся учёт действий с данными и внутренний контроль.
Меры защиты | security.audit_monitoring | Применяется антивирусная защита.
Меры защиты | security.incident_notice | При утечке мы оповестим вас и уполномоченный орган.
Меры защиты | security.staff_confidentiality | Сотрудники подписывают обязательство о неразглашении.
Меры защиты | security.dpo_appointed | Назначен ответственный за организацию обработки персональных данных.
Меры защиты | security.certified_infrastructure | Система управления сертифицирована по ISO 27001.
Меры защиты | security.no_absolute_guarantee | Ни один способ передачи данных через интернет не даёт полной гарантии.
Меры защиты | security.user_duties | Пользователь обязан хранить пароль в тайне.
Меры защиты | security.token_protection | Токены доступа хранятся в защищённом хранилище устройства.
Меры защиты | security.data_centres | Серверы расположены в охраняемых дата-центрах.
Согласие пользователя | consent_form.implied_by_use | Использование сайта означает безоговорочное согласие с Политикой.
Согласие пользователя | consent_form.registration | Регистрируясь, пользователь принимает условия Политики.
Согласие пользователя | consent_form.form_submission | Отправляя заявку, вы соглашаетесь на обработку данных.
Согласие пользователя | consent_form.checkbox | Согласие выражается проставлением отметки в чек-боксе.
Согласие пользователя | consent_form.sms | Согласие подтверждается кодом из СМС.
Согласие пользователя | consent_form.written_scan | Согласие оформляется на бумаге с собственноручной подписью.
Согласие пользователя | consent_form.order_placement | Оформляя заказ, покупатель даёт согласие.
Согласие пользователя | consent_form.agreement_acceptance | Согласие считается данным с момента акцепта оферты.
Согласие пользователя | consent_form.separate_explicit | На обработку биометрии берётся отдельное согласие.
Согласие пользователя | consent_form.stop_if_disagree | В случае несогласия пользователь должен покинуть сайт.
Изменение Политики | change_notice.publish | Новая редакция вступает в силу с момента её размещения на сайте.
Изменение Политики | change_notice.in_app | Об изменениях мы уведомим в приложении.
Изменение Политики | change_notice.email | О существенных изменениях сообщим по электронной почте.
Изменение Политики | change_notice.push | Об обновлении придёт пуш.
Изменение Политики | change_notice.no_prior_notice | Оператор вправе менять Политику без предварительного уведомления.
Изменение Политики | change_notice.advance_notice | Об изменениях сообщается не менее чем за 10 дней.
Изменение Политики | change_notice.user_must_monitor | Рекомендуем периодически проверять эту страницу.
Изменение Политики | change_notice.date_updated | Дата последней редакции указана в начале документа.
Изменение Политики | change_notice.continued_use_consent | Продолжая пользоваться сервисом, вы принимаете изменения.
Изменение Политики | change_notice.any_time | Политика может быть изменена в любое время.
Контакты | contacts.email | Электронная почта: info@primer.example
Контакты | contacts.phone | Тел.: +7 (727) 000-11-22
Контакты | contacts.postal_address | Почтовый адрес: 050000, г. Алматы, ул. Абая, 10
Контакты | contacts.messenger | WhatsApp: +7 701 000 00 00
Контакты | contacts.form | Напишите нам через форму обратной связи.
Контакты | contacts.responsible_person | Ответственный за обработку персональных данных — Иванова Мария Петровна.
Контакты | contacts.dpo | Инспектор по защите данных (DPO): dpo@primer.example
Применимое право | governing_law.kz_law | К отношениям сторон применяется законодательство Республики Казахстан.
Применимое право | governing_law.kz_data_law | Политика разработана в соответствии с Законом РК «О персональных данных и их защите».
Применимое право | governing_law.other_kz_acts | Политика учитывает требования Закона РК «О связи».
Применимое право | governing_law.rf_data_law | Применяется Федеральный закон № 152-ФЗ.
Применимое право | governing_law.pretrial_claim | До обращения в суд обязательно предъявление претензии.
Применимое право | governing_law.venue | Споры рассматриваются по месту нахождения ответчика.
Правила размещения материалов | content_rules.illegal | Запрещено размещать материалы, нарушающие закон.
Правила размещения материалов | content_rules.personal_data_of_others | Нельзя публиковать персональные данные других людей.
Правила размещения материалов | content_rules.images_of_others | Не размещайте фотографии третьих лиц без их разрешения.
Правила размещения материалов | content_rules.violence | Недопустимы призывы к насилию.
Правила размещения материалов | content_rules.discrimination | Запрещены оскорбления по национальному признаку.
Правила размещения материалов | content_rules.pornography | Запрещается размещать материалы эротического характера.
Правила размещения материалов | content_rules.not_own_experience | Отзыв должен быть основан на личном опыте.
Правила размещения материалов | content_rules.spam_profanity | Не допускаются спам и нецензурная лексика.
Правила размещения материалов | content_rules.removal | Администрация вправе удалить такой комментарий.
Правила размещения материалов | content_rules.blocking | Нарушителю могут закрыть доступ к сервису.
Ответственность | disclaimers.accuracy_not_verified | Оператор исходит из того, что пользователь предоставляет достоверную информацию, и не проверяет её.
Ответственность | disclaimers.user_responsible_accuracy | Пользователь несёт ответственность за достоверность предоставленных сведений.
Ответственность | disclaimers.third_party_sites | Оператор не контролирует сайты, на которые пользователь может перейти по ссылкам.
Ответственность | disclaimers.third_party_consent_duty | Передавая данные других лиц, вы гарантируете наличие их согласия.
Ответственность | disclaimers.third_party_recipients_rules | Обработка платёжной системой ведётся по её собственным правилам.
Автоматизированные решения | automation.automated_processing | Решение о выдаче займа принимает программа на основе скоринга.
Автоматизированные решения | automation.automated_processing | Осуществляется профилирование клиентов.
Автоматизированные решения | automation.ai_processing | Ответы формирует нейросеть.
Автоматизированные решения | automation.no_solely_automated | Решения исключительно на основании автоматизированной обработки не принимаются.
Автоматизированные решения | automation.human_review | Решение программы проверяет сотрудник.
Что мы узнаём | data_categories.full_name | Ваше имя и почту, когда вы подписываетесь на новости.
Что мы узнаём | data_categories.email | Ваше имя и почту, когда вы подписываетесь на новости.
Что мы узнаём | data_categories.payment_card | Номер, срок и код карты при оплате.
Что мы узнаём | data_categories.id_document | Копию паспорта или визы.
Что мы узнаём | data_categories.birth_date | Когда вы родились.
Что мы узнаём | data_categories.employment | Где вы работаете и сколько получаете.
Что мы узнаём | data_categories.employment | Ваше резюме и сопроводительное письмо.
Что мы узнаём | data_categories.education | Школу, класс и оценки.
Что мы узнаём | data_categories.health | Хронические болезни и особенности питания, о которых вы рассказали.
Что мы узнаём | data_categories.geolocation | Где находится курьер и куда он едет.
Что мы узнаём | data_categories.usage_history | Что вы нажимаете и куда переходите.
Что мы узнаём | data_categories.usage_history | Пройденные уровни и набранные очки.
Что мы узнаём | data_categories.usage_history | Время звонков и набранные номера.
Что мы узнаём | data_categories.crash_logs | Сообщения о том, что приложение зависло.
Что мы узнаём | data_categories.browser_device | Какой у вас телефон и какая на нём система.
Что мы узнаём | data_categories.browser_device | Тип сети и название оператора связи.
Что мы узнаём | data_categories.voice_audio | Звук, записанный колонкой после кодового слова.
Что мы узнаём | data_categories.video | Кадры с камер в торговом зале.
Что мы узнаём | data_categories.photo | Портрет для пропуска.
Что мы узнаём | data_categories.user_content | Что вы пишете в отзывах и на форуме.
Что мы узнаём | data_categories.order_history | Что и когда вы купили.
Что мы узнаём | data_categories.loyalty | Накопленные и потраченные баллы.
Что мы узнаём | data_categories.third_party_data | Сведения о тех, кто едет с вами.
Что мы узнаём | data_categories.third_party_data | Кому позвонить, если с вами что-то случится.
Что мы узнаём | data_categories.vehicle | Номер и марку вашей машины.
Что мы узнаём | data_categories.company_details | Название и БИН вашей организации.
Что мы узнаём | data_categories.social_account | Ваш аккаунт в Instagram.
Что мы узнаём | data_categories.uploaded_documents | Файлы, приложенные к обращению.
Что мы узнаём | data_categories.auth_tokens | Одноразовые коды и токены.
Что мы узнаём | data_categories.search_history | Что вы ищете в каталоге.
Что мы узнаём | data_categories.age | Сколько вам лет.
Что мы узнаём | data_categories.city_region | Город, где вы живёте.
Что мы узнаём | data_categories.postal_address | Куда везти заказ.
Что мы узнаём | data_categories.bank_details | Номер счёта для выплат.
Что мы узнаём | data_categories.body_parameters | Размер одежды и обуви.
Зачем это нам | purposes.provide_service | Чтобы сервис делал то, что обещает.
Зачем это нам | purposes.provide_service | Чтобы лечить вас и вести карту.
Зачем это нам | purposes.registration_auth | Чтобы вы могли войти.
Зачем это нам | purposes.order_delivery | Чтобы привезти вам заказ.
Зачем это нам | purposes.communication | Чтобы сказать, что посылка едет.
Зачем это нам | purposes.support | Чтобы ответить, когда вы напишете.
Зачем это нам | purposes.improve_service | Чтобы становиться лучше.
Зачем это нам | purposes.new_features | Чтобы придумывать новое.
Зачем это нам | purposes.marketing_notices | Чтобы звать вас на распродажи и праздники.
Зачем это нам | purposes.targeted_ads | Чтобы показывать рекламу, которая вам интересна.
Зачем это нам | purposes.personalisation | Чтобы помнить ваши вкусы.
Зачем это нам | purposes.statistics_research | Чтобы проводить опросы.
Зачем это нам | purposes.usage_analytics | Чтобы видеть, какие разделы любят.
Зачем это нам | purposes.security_fraud | Чтобы не пускать мошенников.
Зачем это нам | purposes.legal_obligation | Потому что так требует налоговый кодекс.
Зачем это нам | purposes.verification | Чтобы убедиться, что вы — это вы.
Зачем это нам | purposes.reviews_disputes | Чтобы разбирать споры.
Зачем это нам | purposes.payments_billing | Чтобы принять оплату и выдать чек.
Зачем это нам | purposes.diagnostics | Чтобы понять, что сломалось.
Зачем это нам | purposes.moderation | Чтобы на форуме был порядок.
Зачем это нам | purposes.ai_features | Чтобы обучать нейросеть.
Зачем это нам | purposes.protect_rights | Чтобы защищаться в суде.
Зачем это нам | purposes.loyalty_programme | Чтобы начислять бонусы.
Кому достаются данные | recipients.service_providers | Тем, кто работает на нас по договору.
Кому достаются данные | recipients.payment_providers | Банку, который проводит платёж.
Кому достаются данные | recipients.hosting_cloud | Фирме, у которой стоят наши серверы.
Кому достаются данные | recipients.delivery_services | Тому, кто везёт посылку.
Кому достаются данные | recipients.messaging_providers | Компании, которая рассылает письма и СМС.
Кому достаются данные | recipients.government | Полиции, если есть решение суда.
Кому достаются данные | recipients.government | Налоговой.
Кому достаются данные | recipients.lawyers_specialists | Нашим юристам и бухгалтерам.
Кому достаются данные | recipients.affiliates | Компаниям нашей группы.
Кому достаются данные | recipients.partners | Брендам, с которыми мы делаем акции.
Кому достаются данные | recipients.partners | Площадкам и организаторам мероприятий.
Кому достаются данные | recipients.business_successor | Тому, кто купит наш бизнес.
Кому достаются данные | recipients.subject_directed | Тому, кого вы сами назовёте.
Кому достаются данные | recipients.other_users | Вашей команде в проекте.
Кому достаются данные | recipients.public | Всем: имена победителей мы публикуем.
Кому достаются данные | recipients.analytics_providers | Службам, которые считают посещения.
Кому достаются данные | recipients.social_platforms | ВКонтакте и другим соцсетям.
Кому достаются данные | transfer_conditions.subject_consent | Только если вы скажете «да».
Кому достаются данные | transfer_conditions.law_required | Если нас обяжет закон.
Кому достаются данные | transfer_conditions.minimal_volume | Они видят не больше, чем нужно.
Кому достаются данные | transfer_conditions.processor_contract | С каждым подписано соглашение о неразглашении.
Кому достаются данные | transfer_conditions.depersonalised_only | Отчёты для партнёров не содержат имён.
Кому достаются данные | transfer_restrictions.no_sale | Ваши данные не товар.
Кому достаются данные | transfer_restrictions.no_marketing_sharing | Никто не станет рекламировать вам своё по нашим спискам.
Кому достаются данные | transfer_restrictions.no_transfer_default | Больше никто ничего не получит.
Сколько это хранится | retention.fixed_term | Два года после последнего входа.
Сколько это хранится | retention.until_account_deletion | Пока у вас есть аккаунт.
Сколько это хранится | retention.purpose_achieved | Не дольше, чем нужно.
Сколько это хранится | retention.until_withdrawal | Пока вы не попросите прекратить.
Сколько это хранится | retention.legal_term | Закон велит держать чеки пять лет.
Сколько это хранится | retention.deleted_after | Потом избавляемся от них.
Сколько это хранится | retention.unlimited | Срока нет.
Сколько это хранится | retention.depersonalised_after | Затем вычёркиваем всё, что указывает на человека.
Что вы можете | rights.know_access | Посмотреть, что у нас о вас есть.
Что вы можете | rights.correct | Исправить ошибку.
Что вы можете | rights.delete | Стереть всё.
Что вы можете | rights.export | Забрать данные с собой.
Что вы можете | rights.object | Сказать «нет» отдельным видам обработки.
Что вы можете | rights.block_restrict | Поставить обработку на паузу.
Что вы можете | rights.withdraw_consent | Передумать и забрать согласие.
Что вы можете | rights.complain_authority | Пожаловаться в уполномоченный орган.
Что вы можете | rights.opt_out_mailing | Перестать получать письма.
Что вы можете | rights_procedure.account_settings | Почти всё это делается в профиле.
Что вы можете | rights_procedure.response_deadline | Отвечаем за десять дней.
Что вы можете | rights_procedure.documents_required | Попросим показать удостоверение.
Как мы это бережём | security.encryption | Диски зашифрованы.
Как мы это бережём | security.access_control | Видят данные только те, кому это нужно по работе.
Как мы это бережём | security.two_factor | Сотрудники входят с двумя факторами.
Как мы это бережём | security.backups | Каждую ночь делаем копию.
Как мы это бережём | security.audit_monitoring | Проверяем защиту и ведём журнал.
Как мы это бережём | security.incident_notice | Если что-то утечёт, мы вам скажем.
Как мы это бережём | security.no_absolute_guarantee | Стопроцентной защиты в сети не бывает.
Как мы это бережём | security.user_duties | Не говорите пароль никому.
Как мы это бережём | security.staff_confidentiality | Все, кто у нас работает, обещали молчать.
Дети | minors.min_age | Нужно, чтобы вам было хотя бы 14.
Дети | minors.adults_only | Сервис для взрослых.
Дети | minors.guardian_consent | Младшим — с разрешения мамы или папы.
Дети | minors.no_knowing_collection | Узнаем, что зарегистрировался ребёнок, — закроем аккаунт.
Если правила изменятся | change_notice.publish | Свежий текст всегда здесь.
Если правила изменятся | change_notice.email | О больших переменах напишем на почту.
Если правила изменятся | change_notice.advance_notice | Скажем за две недели.
Если правила изменятся | change_notice.date_updated | Дата — внизу страницы.
Если правила изменятся | change_notice.continued_use_consent | Пользуетесь дальше — значит, согласны.
Если правила изменятся | change_notice.user_must_monitor | Заглядывайте сюда иногда.
Куки | cookies.functionality | Без одних не работает корзина.
Куки | cookies.analytics | Другие считают визиты.
Куки | cookies.advertising | Третьи показывают рекламу.
Куки | cookies.consent_required | При первом заходе вы выбираете, какие разрешить.
Куки | cookies.browser_control | Их можно стереть в браузере.
Куки | cookies.limits_on_refusal | Без них часть сайта не заработает.
