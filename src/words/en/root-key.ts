import type { Translation } from '../translation.ts';

/** Where the root key lives, and servers that keep it. */
export const rootKey: Translation = {
  'cli.keys.move': 'change the root key and the place where it is kept, while Kepil is stopped',
  'cli.keys.to':
    'file: in the key file, environment: in the variable KEPIL_NEW_ROOT_KEY, transit: behind a server of HashiCorp Vault or OpenBao',
  'cli.keys.moved.file': 'The root key is a new one and lies in the key file.',
  'cli.keys.moved.environment':
    'The root key is a new one. Hand it in as KEPIL_ROOT_KEY: it is no longer in the key file.',
  'cli.keys.moved.transit': 'The root key is a new one. The key server alone opens it now.',
  'cli.keys.root.file': 'Root key: in the key file',
  'cli.keys.root.environment': 'Root key: in the variable KEPIL_ROOT_KEY',
  'cli.keys.root.transit': 'Root key: behind a key server',
  'cli.word.place': 'place',

  'error.root-malformed': 'The variable {{variable}} is set wrongly.',
  'error.root-malformed.help': 'The README says how to write it.',
  'error.root-unset': 'The variable {{variable}} is not set.',
  'error.root-unset.help': 'The README says how to write it.',
  'error.root-twice': 'Both KEPIL_ROOT_KEY and KEPIL_TRANSIT_URL are set, but there is one root key.',
  'error.root-twice.help': 'Leave the variable that says where it is kept.',
  'error.root-place': '“{{value}}” is no place for it: file, environment or transit.',
  'error.transit-plain': 'The address in {{variable}} has to begin with https: keys go through it.',
  'error.keys-root-in-file':
    'The root key lies in the file “{{path}}” itself, while the environment names another place.',
  'error.keys-root-in-file.help':
    'Unset KEPIL_ROOT_KEY and KEPIL_TRANSIT_URL, or move the key: kepil keys move.',
  'error.keys-root-in-environment': 'The root key is not in the file “{{path}}”: it is kept apart.',
  'error.keys-root-in-environment.help': 'Hand it in as KEPIL_ROOT_KEY.',
  'error.keys-root-in-transit': 'A key server opens the root key of the file “{{path}}”, but none is named.',
  'error.keys-root-in-transit.help': 'Set KEPIL_TRANSIT_URL, KEPIL_TRANSIT_KEY and KEPIL_TRANSIT_TOKEN.',
  'error.transit-unreachable': 'The key server {{url}} does not answer: {{what}}.',
  'error.transit-unreachable.help':
    'Check address, network and certificate. The variable NODE_EXTRA_CA_CERTS names an authority of your own.',
  'error.transit-sealed': 'The key server {{url}} is sealed or under maintenance.',
  'error.transit-sealed.help': 'Unseal it and start Kepil again.',
  'error.transit-forbidden': 'The key server {{url}} does not allow {{path}}.',
  'error.transit-forbidden.help':
    'Check that the token is still good and that its policy allows update on this path.',
  'error.transit-mount': 'The key server {{url}} has no path {{path}}.',
  'error.transit-mount.help': 'Check KEPIL_TRANSIT_MOUNT: the transit engine must be mounted there.',
  'error.transit-refused': 'The key server {{url}} refused the key “{{key}}”: {{what}}.',
  'error.transit-refused.help':
    'Check KEPIL_TRANSIT_KEY, and the least version that still opens: min_decryption_version.',
  'error.transit-standby': 'The key server {{url}} is a standby and leads elsewhere.',
  'error.transit-standby.help': 'Name the active server in KEPIL_TRANSIT_URL.',
  'error.transit-failed': 'The key server {{url}} failed: {{what}}.',
  'error.transit-failed.help': 'Look into its log and start Kepil again.',
  'error.transit-malformed': 'The answer of the key server {{url}} makes no sense.',
  'error.transit-malformed.help':
    'Check that HashiCorp Vault or OpenBao is at this address, and that the key “{{key}}” is of the type aes256-gcm96.',
  'error.transit-token-unreadable': 'The file of the token, “{{path}}”, cannot be read.',
  'error.transit-token-unreadable.help': 'Check KEPIL_TRANSIT_TOKEN_FILE.',
};
