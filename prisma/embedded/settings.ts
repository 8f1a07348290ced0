// Given on the command line at every start, so that they are always this version's; sized for a laptop.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  cluster_name: 'parley',
  max_connections: '100',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  // There is no second server to feed.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  io_method: 'sync',
  // Queries are short; compiling them would cost more than it saves.
  jit: 'off',
  idle_in_transaction_session_timeout: '60s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements and their values are customers' data: the log tells of the server alone.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

export function serverOptions(port: number): string[] {
  return Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
