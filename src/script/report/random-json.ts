/** How the tempers fare, for programs; its version is raised when a key changes its meaning or goes. */
import { safeJson } from '../../gate.ts';
import type { Faring } from '../faring.ts';

export function randomJson({ runs, seed, tempers, scenarios }: Faring): string {
  return safeJson({ schemaVersion: 1, runs, seed, tempers, scenarios });
}
