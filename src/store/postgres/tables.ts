/**
 * What a backup keeps apart from the sealed data: the newest word on who may do what, and everything that a
 * destruction takes in its one commit (keys, indexes, consents, links). Of it only the newest copy may exist.
 */
export const newestTables = [
  'service',
  'policy_version',
  'policy_change',
  'campaign',
  'opt_out',
  'suppression',
  'clause_approval',
  'service_look',
  'visit_term',
  'category_term',
  'hold',
  'deletion',
  'destruction_run',
  'staff',
  'staff_member',
  'api_key',
  'destruction_act',
  'sweep_job',
  'attempt',
  'key_epoch',
  'subject_key',
  'file',
  'visit_day',
  'blind_index',
  'block',
  'broken_seal',
  'consent',
  'mention',
  'consent_setting',
  'mandate',
  'agreement',
  'acceptance',
  'recipient',
  'disclosure',
  'recipient_order',
  'incident',
  'incident_step',
  'incident_subject',
  'staff_stop',
  'control_test',
  'storage_node',
  'entry_link',
  'entry_pending',
] as const;

/** Sealed data and counts: without the keys beside them they say nothing of anybody. */
export const sealedTables = [
  'subject',
  'policy_choice',
  'campaign_recipient',
  'segment',
  'file_part',
  'message',
  'request',
  'authority_request',
  'obligation',
  'second_factor',
  'recovery_code',
  'ticket',
  'refusal_count',
  'request_reminder',
  'incident_reminder',
  'visit',
  'visit_count',
  'destroyed_value',
] as const;

/**
 * What no backup has: registrations that nobody confirmed, sessions, what staff read lately, and the log,
 * which is public and taken up from outside.
 */
export const leftTables = [
  'draft',
  'session',
  'recent_read',
  'log_leaf',
  'log_tile',
  'log_checkpoint',
] as const;
