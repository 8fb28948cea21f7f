/** What the command line hands to a command, and what it gets back. */
import type { ChalkInstance } from 'chalk'

/** Questions to a person. Each rejects with CannotRun where the person breaks off. */
export interface Prompts {
  /** Empty where the person gives no answer. */
  text(message: string, placeholder: string): Promise<string>
  confirm(message: string): Promise<boolean>
  choose<T extends string>(message: string, values: readonly T[]): Promise<T>
  /** Any number of the values, none of them chosen beforehand. */
  pick(message: string, values: readonly string[]): Promise<string[]>
}

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
  /** Missing where nobody is there to be asked. */
  prompts?: () => Promise<Prompts>
}

/** What every command gets beside its own arguments. */
export interface Context extends Streams {
  paint: ChalkInstance
}

/** Names the branch that a pull request on GitHub asks to be taken into. */
export const BASE_OF_PULL_REQUEST = 'GITHUB_BASE_REF'

export const EXIT = { fine: 0, findings: 1, couldNotRun: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
