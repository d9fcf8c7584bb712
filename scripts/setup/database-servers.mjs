// The databases that tests of boxes for databases talk to: MariaDB and Firebird. Found on the machine, or Debian's.
import { findProgram, install, mayInstall } from './machine.mjs';
import { Stop } from './say.mjs';

const programs = {
  mariadbd: 'mariadb-server',
  firebird: 'firebird3.0-server',
  'isql-fb': 'firebird3.0-utils',
};

/** Sees to it that they are there; the tests start them with settings, ports and folders of their own. */
export function ensureDatabaseServers() {
  // Servers lie where PATH of a person who is not root does not lead.
  process.env.PATH = `${process.env.PATH ?? ''}:/usr/sbin:/sbin`;
  const missing = Object.keys(programs).filter((name) => !findProgram(name));
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map((name) => programs[name]))];
  if (!mayInstall()) {
    throw new Stop(
      `The tests of databases need ${missing.join(' and ')}. Install them (Debian: sudo apt-get install ${packages.join(' ')}) and run the command again.`,
    );
  }
  install(...packages);
}
