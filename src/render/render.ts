import type { Config } from '../config.ts'
import type { Problem } from '../problems.ts'
import type { OutputFile, Synthesis } from '../types.ts'

export interface Existing {
  /** What stands in the output folder: text by path. */
  pages: ReadonlyMap<string, string>
  /** UTC day, YYYY-MM-DD. */
  today: string
  /** From a page to the root, with slashes and a slash at the end, such as `../`; empty where they are one folder. */
  toRoot: string
}

export function render(_synthesis: Synthesis, _config: Config, _existing: Existing): { files: OutputFile[]; problems: Problem[]; blocks: { path: string; digest: string }[] } {
  return { files: [], problems: [], blocks: [] }
}
