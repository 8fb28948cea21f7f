/** What the command line hands to a command, and what it gets back. */
import type { ChalkInstance } from 'chalk'

/** Everything of the process that a command may use; a test hands in its own. */
export interface Streams {
  cwd: string
  env: NodeJS.ProcessEnv
  /** Data. */
  stdout: (text: string) => void
  /** Done when what was written is on its way, so that a slow reader slows the writer; missing where writing never waits. */
  drained?: () => Promise<void>
  /** Talk. */
  stderr: (text: string) => void
  /** true where stderr is a terminal: progress may rewrite its line. */
  terminal: boolean
  color: boolean
}

/** What every command gets beside its own arguments. */
export interface Context extends Streams {
  paint: ChalkInstance
}

export const EXIT = { fine: 0, findings: 1, couldNotRun: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
