/** The exit codes that scripts and CI rely on, and the one error that carries them. */
export const EXIT = {
  /** Fine. */
  ok: 0,
  /** Ran, and the answer is no. */
  no: 1,
  /** Could not run: usage, an unreadable or broken file, nothing matched. */
  cannot: 2,
  /** Needs a person at a terminal. */
  person: 4,
  /** Cancelled with Ctrl-C. */
  cancelled: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with a message for the person and an exit code; caught in `cli.ts` only. */
export class Stop extends Error {
  override readonly name = 'Stop';
  readonly code: ExitCode;
  constructor(code: ExitCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** True for a {@link Stop} of any bundle: commands are built apart from the command line. */
export function isStop(error: unknown): error is Stop {
  return error instanceof Error && error.name === 'Stop' && 'code' in error;
}

/** What the system calls an error, `ENOSPC`; the whole of one that it does not name. */
export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
