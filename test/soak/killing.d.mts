import type { ChildProcess } from 'node:child_process';
import type { Input } from '../../src/flow/session.ts';
import type { practisedFrom } from '../../src/journal/practised-from.ts';
import type { readJournal } from '../../src/journal/read-journal.ts';
import type { EndKind } from '../../src/playbook/types.ts';

/** What the practising process is about to do, or has done. */
export interface Line {
  readonly what: 'doing' | 'done';
  readonly seed: number;
  readonly trail: readonly Input[];
  readonly end: EndKind | null;
}

export interface Told {
  readonly lines: readonly Line[];
  readonly err: string;
}

export interface Made {
  readonly folder: string;
  readonly readJournal: typeof readJournal;
  readonly practisedFrom: typeof practisedFrom;
  readonly close: () => void;
}

export function made(): Promise<Made>;
export function practising(
  folder: string,
  home: string,
  more?: { sessions?: number; resumes?: boolean; env?: Record<string, string> },
): { readonly child: ChildProcess; readonly told: Told; readonly ended: Promise<Told> };
export function killing(
  kills: number,
  more?: { within?: number; say?: (text: string) => void },
): Promise<{ readonly wrong: readonly string[]; readonly turns: number; readonly ended: number }>;
export function lost(tools: Made, home: string, lines: readonly Line[]): string[];
