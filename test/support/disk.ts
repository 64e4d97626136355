/** Small disks of their own, for what only a real one does: being full, taking nothing. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Disk {
  readonly path: string;
  /** Mounts it anew with these options. */
  readonly remount: (options: string) => void;
  /** Writes until there is no room left. */
  readonly fill: () => void;
  readonly close: () => void;
}

/** A disk in memory, with the options of tmpfs; null where this user may not mount one. */
export function disk(options: string): Disk | null {
  const path = mkdtempSync(join(tmpdir(), 'svalka-disk-'));
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'ignore' });
  try {
    run('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', path);
  } catch {
    rmSync(path, { recursive: true });
    return null;
  }
  return {
    path,
    remount: (more) => run('mount', '-o', `remount,${more}`, path),
    fill: () => {
      for (let i = 0; ; i++) {
        try {
          writeFileSync(join(path, `filling-${i}`), Buffer.alloc(4096));
        } catch {
          return;
        }
      }
    },
    close: () => {
      // A process that was killed on it may not be gone yet.
      run('umount', '--lazy', path);
      rmSync(path, { recursive: true });
    },
  };
}
