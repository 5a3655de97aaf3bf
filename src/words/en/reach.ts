import type { Translation } from '../translation.ts';

/** Sentences about how an installation is reached: host, certificate, proxy, origin. */
export const reach: Translation = {
  'cli.run.host': 'address to listen at; beyond this machine only with a certificate or a proxy',
  'cli.run.origin': 'address for visitors: https://…, for links and checks of requests',
  'cli.run.tls-cert': 'file of the certificate (PEM chain)',
  'cli.run.tls-key': 'file of its key (PEM, mode 0600)',
  'cli.run.http-port': 'port that sends visitors from http to https',
  'cli.run.proxy':
    'addresses or networks of proxies, divided by commas: only their word about a visitor is taken',

  'error.bad-host':
    '“{{value}}” is no address to listen at: give an IP address of this machine or localhost.',
  'error.host-not-here': 'This machine has no address {{host}}.',
  'error.host-open': 'Listening at {{host}} needs TLS: personal data would travel in the clear.',
  'error.host-open.help':
    'Give a certificate (--tls-cert, --tls-key) or name the proxy that does TLS (--proxy).',
  'error.port-forbidden': 'The system does not allow port {{port}}.',
  'error.port-forbidden.help': 'Ports below 1024 are opened by the administrator. Give another port.',
  'error.channel-malformed': 'The variable {{variable}} is set wrongly.',
  'error.channel-malformed.help': 'The README says how to write it, under “Sending messages”.',
  'error.origin-missing': 'The address that visitors use is not given.',
  'error.origin-missing.help': 'Give it: --origin https://name-of-the-site.',
  'error.bad-origin': '“{{value}}” is no origin: give https://name, without a path.',
  'error.origin-plain': '“{{value}}” will not do: visitors must come over https.',
  'error.origin-without-tls': '“{{value}}” promises TLS, and there is nothing that does it.',
  'error.origin-without-tls.help':
    'Give a certificate (--tls-cert, --tls-key) or name the proxy that does TLS (--proxy).',
  'error.tls-pair': 'Certificate and key are given together: --tls-cert and --tls-key.',
  'error.tls-unreadable': 'The file “{{path}}” cannot be read ({{what}}).',
  'error.tls-broken': 'The certificate “{{cert}}” and the key “{{key}}” do not work together ({{what}}).',
  'error.tls-broken.help':
    'A chain of certificates and its key without a passphrase are needed, both as PEM.',
  'error.tls-expired': 'The certificate “{{path}}” has expired.',
  'error.tls-name': 'The certificate “{{path}}” was not issued for {{host}}.',
  'error.http-port-without-tls': 'There is nothing to redirect to from http: no certificate was given.',
  'error.http-port-without-tls.help': 'Give a certificate (--tls-cert, --tls-key) or leave --http-port out.',

  'error.host-unknown': 'The request came to a name that Kepil does not run under.',
  'error.host-unknown.help':
    'Open the site by its true address. For the operator: the proxy must pass the name of the site in the Host header.',
  'error.plain-from-afar': 'The connection is not protected, so the request was not carried out.',
  'error.plain-from-afar.help':
    'Open the site by its https:// address. For the operator: name the proxy with --proxy or give a certificate.',
  'error.draft-elsewhere': 'This service is not open yet: its policy is a draft.',
  'error.draft-elsewhere.help': 'It opens once the officer has approved the policy.',
  'error.database-in-clear':
    'Data would travel to “{{host}}” in the clear: a database on another machine is asked over TLS alone.',
  'error.database-in-clear.help':
    'Add ?sslmode=verify-full to the address of the database; sslrootcert=PATH names a root of your own.',
  'error.database-url-bad': 'This is no address of a PostgreSQL that names its machine.',
  'error.database-url-bad.help':
    'An address looks like postgres://name:password@machine:5432/database. For a socket: …?host=/path/of/folder.',
};
