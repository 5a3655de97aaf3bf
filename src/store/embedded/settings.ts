/**
 * Settings of our server, by their names in PostgreSQL.
 *
 * INVARIANT: no statement, parameter or row value reaches the log. Errors of statements are not logged at all
 * (`log_min_messages=log` ranks above them): even their first line may quote a value. They go to the client,
 * where the store strips them.
 */
const ours: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_autovacuum_min_duration: '-1',
  log_checkpoints: 'off',
  jit: 'off',
};

/**
 * Command-line arguments of `postgres` for the data folder and port; `more` has the last word but for the
 * address.
 */
export function serverArguments(
  data: string,
  port: number,
  more: Readonly<Record<string, string>>,
): string[] {
  const settings = {
    ...ours,
    ...more,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
  };
  return ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
