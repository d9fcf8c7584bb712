// The servers that tests of files and messages talk to: OpenSSH's sshd, vsftpd, Dovecot, RabbitMQ. Found on the machine, or
// Debian's.
import { findProgram, install, mayInstall } from './machine.mjs';
import { Stop } from './say.mjs';

const programs = {
  sshd: 'openssh-server',
  vsftpd: 'vsftpd',
  openssl: 'openssl',
  'rabbitmq-server': 'rabbitmq-server',
  dovecot: 'dovecot-imapd',
};

/** Sees to it that they are there; the tests start them with settings, ports and folders of their own. */
export function ensureFileServers() {
  // Servers lie where PATH of a person who is not root does not lead.
  process.env.PATH = `${process.env.PATH ?? ''}:/usr/sbin:/sbin`;
  const missing = Object.keys(programs).filter((name) => !findProgram(name));
  if (missing.length === 0) return;
  const packages = missing.map((name) => programs[name]);
  if (!mayInstall()) {
    throw new Stop(
      `The tests of files and messages need ${missing.join(' and ')}. Install them (Debian: sudo apt-get install ${packages.join(' ')}) and run the command again.`,
    );
  }
  install(...packages);
}
