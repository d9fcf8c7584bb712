// The host of a run without a server: everything in this process, files on disk, the network behind the guard.
import {
  defaultRetry,
  memoryChanges,
  memoryLimiter,
  memoryLocks,
  memoryReferences,
  systemClock,
} from '@eclusa/engine';
import type { Host, SavedPair } from '@eclusa/engine';
import { UserError } from '@eclusa/flow';
import type { Connection } from '@eclusa/flow';
import { guardedFetch, guardedReach } from '@eclusa/nodes';
import { diskScratch } from './disk-scratch';
import { localFiles } from './local-files';
import type { LocalFilesOptions } from './local-files';

export interface LocalHostOptions {
  files: LocalFilesOptions;
  /** By slot id. */
  connections: Readonly<Record<string, Connection>>;
  /** `host:port` that the guard against private addresses lets through. */
  allowHosts: readonly string[];
}

export interface LocalHost {
  host: Host;
  /** Lets boxes of later pages find what a page has remembered. */
  keepCodes(saved: readonly SavedPair[]): void;
  close(): Promise<void>;
}

/** A host and what ends it. */
export function localHost(options: LocalHostOptions): LocalHost {
  const references = memoryReferences();
  const scratch = diskScratch();
  const host: Host = {
    fetch: guardedFetch({ allow: [...options.allowHosts] }),
    // Whoever runs a flow here may read their own files by the file setting; folders need nobody's leave but theirs.
    reach: guardedReach({
      allow: options.allowHosts,
      folders: [options.files.flowFolder, options.files.cwd],
    }),
    limiter: memoryLimiter(),
    files: localFiles(options.files),
    clock: systemClock,
    random: Math.random,
    retry: defaultRetry,
    async connection(slot) {
      const bound = Object.hasOwn(options.connections, slot) ? options.connections[slot] : undefined;
      if (!bound) throw new UserError('engine.slot-unbound', { values: { slot } });
      return bound;
    },
    lock: memoryLocks(),
    // Nothing outlives the run here, so every row counts as changed.
    memory: memoryChanges(),
    // Tables are as empty as they begin: a code that no box of the run has remembered is unknown, and its row fails.
    references,
    scratch,
  };
  return { host, keepCodes: references.keep, close: () => scratch.close() };
}
