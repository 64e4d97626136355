/** Where svalka keeps things: XDG folders, their Windows counterparts, or SVALKA_HOME for all. */
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface Homes {
  /** Settings and the user's own playbooks. */
  readonly config: string;
  /** Saved sessions. */
  readonly state: string;
}

/** The folders of this user; nothing is created. */
export function homes(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): Homes {
  if (env.SVALKA_HOME) return { config: env.SVALKA_HOME, state: env.SVALKA_HOME };
  const home = env.HOME || homedir();
  if (platform === 'win32') {
    return {
      config: join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'svalka'),
      state: join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'svalka'),
    };
  }
  return {
    config: join(env.XDG_CONFIG_HOME || join(home, '.config'), 'svalka'),
    state: join(env.XDG_STATE_HOME || join(home, '.local', 'state'), 'svalka'),
  };
}

/** The one file that all saved sessions shared once; `--resume` still finds it. */
export const sessionFile = (where: Homes): string => join(where.state, 'practice.json');

/** The folder of saved sessions, a file each. */
export const sessionsFolder = (where: Homes): string => join(where.state, 'sessions');

/** What was practised: xAPI statements, one a line. */
export const journalFile = (where: Homes): string => join(where.state, 'journal.jsonl');

/** The name that stands for the person in the journal: chance, and nothing else. */
export const actorFile = (where: Homes): string => join(where.state, 'actor.json');

/** The folder of drafts, a file each. */
export const draftsFolder = (where: Homes): string => join(where.state, 'drafts');

/** The file of the settings. */
export const configFile = (where: Homes): string => join(where.config, 'config.json');
