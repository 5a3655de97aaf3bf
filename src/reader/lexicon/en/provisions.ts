import type { FacetRows } from '../row.ts';

/** What a text says of its own lists, promises and procedures, beside the facets of readings. */
export const provisions: FacetRows = {
  provisions: [
    [
      'transfer_notice',
      'notify|inform|tell|told|notified|informed ... transfer*|handed|passed|disclos* ... third|data|recipient*',
      'you are told within ten days that data were handed to a third party',
      'notify you of an order',
      { not: ['rights', 'changes'] },
    ],
    [
      'authority_form',
      'request* ... form|writing|valid|lawful|verified ... law|authorit*|norm / written|lawful|valid .. request* .. law|legal* / verif*|check|checks|review .. request* .. authorit*|legal*|lawful*|valid*',
      'only if the request is in the form the law asks / a written request that meets the law / we review each request for validity',
      'request a refund',
      { in: ['transfer'] },
    ],
    [
      'blocking_procedure',
      'block*|restrict* ... lifted|lift|unblock* / block* ... only .. kept|stored|store / while .. check*|verif* ... block*|restrict*',
      'blocking is lifted when the reason is gone / while blocked data are only stored / while we verify it the data are restricted',
      'road blocks',
      { not: ['content_rules'] },
    ],
    [
      'secrecy',
      'attorney|client|medical|banking+privilege|secrecy / secrecy .. correspondence',
      'medical secrecy / secrecy of correspondence',
      'open secret',
    ],
    [
      'confidentiality',
      'keep|kept|ensure|ensures|guarantee|maintain ... confidential|confidentiality',
      'we keep your data confidential',
      'privacy notice',
    ],
    [
      'access_fee',
      'fee|charge .. cop*|access',
      'a fee for copies',
      'delivery fee',
      { in: ['rights', 'ask_data'] },
    ],
    [
      'minimisation',
      'only .. necessary|needed|minimum .. data|information / do not .. collect|ask .. more|excess*|unnecessary',
      'we collect only the necessary data / we do not collect more than we need',
      'necessary cookies',
      { not: ['transfer', 'cookies', 'rights'] },
    ],
    [
      'may_change',
      'may|right|reserve ... change|amend|update|modify|revise .. policy|notice|statement|terms',
      'we may amend this policy',
      'you may change your order',
      { in: ['changes'] },
    ],
    [
      'any_recipient',
      'any+third+parties|party / unlimited .. circle|number .. persons|people|recipients',
      'any third party / an unlimited number of people',
      'third parties',
      { in: ['transfer'], not: ['transfer_not'] },
    ],
    [
      'mandatory_marked',
      'mandatory|required .. field* .. marked / marked .. asterisk',
      'mandatory fields are marked / marked with an asterisk',
      'marked down',
    ],
    [
      'withdrawal_passed_on',
      'withdraw* ... recipient*|third|partner* .. told|learn|notified|informed|stop / recipient*|third|partner* ... told|learn|notified|informed .. withdraw*',
      'after a withdrawal recipients of the data are told and stop / recipients of the data learn of a withdrawal',
      'withdraw cash',
    ],
    [
      'document_copies',
      'cop*|scan|scans|photo .. passport|id|identity',
      'a copy of your passport',
      'a copy of the letter',
      { in: ['data', 'rights', 'ask_data'], not: ['data_not'] },
    ],
    [
      'deidentified_research',
      'only .. de_identified|anonymised|anonymized|depersonalised .. data',
      'only anonymised data are used for these purposes',
      'only children',
    ],
  ],
};
