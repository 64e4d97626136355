/** A small disk of its own, to be filled or locked: only where the tests may mount one. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Disk {
  readonly path: string;
  /** Writes until there is no room left. */
  fill(): void;
  /** From here on nothing can be written. */
  lock(): void;
  remove(): void;
}

const mount = (...args: string[]) => spawnSync('mount', args, { stdio: 'ignore' }).status === 0;

/** A disk of so many KiB; null where this user may not mount one. */
export function smallDisk(kib: number): Disk | null {
  const path = mkdtempSync(join(tmpdir(), 'svalka-disk-'));
  if (!mount('-t', 'tmpfs', '-o', `size=${kib}k,mode=700`, 'tmpfs', path)) {
    rmSync(path, { recursive: true });
    return null;
  }
  return {
    path,
    fill() {
      for (let i = 0; ; i++) {
        try {
          writeFileSync(join(path, `filling-${i}`), Buffer.alloc(4096));
        } catch {
          return;
        }
      }
    },
    lock() {
      mount('-o', 'remount,ro', path);
    },
    remove() {
      spawnSync('umount', ['-l', path], { stdio: 'ignore' });
      rmSync(path, { recursive: true, force: true });
    },
  };
}
