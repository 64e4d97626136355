/** The person's own editor: the only file that starts a process. The build lets its bundle alone do so. */
import { spawnSync } from 'node:child_process';

/** What a shell would do more with than split at spaces (as git looks at `core.editor`). */
const FOR_A_SHELL = /[|&;<>()$`\\"'\t\n*?[#~=%]/;

/** How an editor ended: null where it went well, otherwise its code, its signal or the system's error. */
export type Ended = string | null;

/**
 * Opens a file in an editor and waits until it is closed. Its screen is drawn on stderr, because stdout
 * is for data.
 * @param command as `$VISUAL` or `$EDITOR` has it, with arguments
 */
export function edit(command: string, file: string, platform: NodeJS.Platform): Ended {
  const [program, args] = started(command.trim(), file, platform);
  // A Ctrl-C at the editor is the editor's.
  const ignore = () => {};
  process.on('SIGINT', ignore);
  try {
    const { status, signal, error } = spawnSync(program, args, {
      stdio: ['inherit', 2, 'inherit'],
      shell: platform === 'win32' && FOR_A_SHELL.test(command),
    });
    if (error) return (error as NodeJS.ErrnoException).code ?? error.message;
    return status === 0 ? null : String(signal ?? status);
  } finally {
    process.off('SIGINT', ignore);
  }
}

/** The file is an argument of its own, and never a part of what a shell reads. */
function started(command: string, file: string, platform: NodeJS.Platform): [string, string[]] {
  if (!FOR_A_SHELL.test(command)) {
    const [program = '', ...args] = command.split(/ +/);
    return [program, [...args, file]];
  }
  if (platform === 'win32') return [`${command} "${file}"`, []];
  return ['/bin/sh', ['-c', `${command} "$@"`, command, file]];
}
