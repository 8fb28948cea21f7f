/** Reads what people told the tool: corrections and the codebook. */
import { join, resolve } from 'node:path'
import { conflictLines } from '../conflicts.ts'
import { parseCorrections } from '../corrections.ts'
import { CannotRun, reasonOf } from '../failures.ts'
import type { Problem } from '../problems.ts'
import { parseCodebook } from '../synthesize/codebook.ts'
import { settleCodebook } from '../synthesize/settle-codebook.ts'
import type { CodebookTheme, Correction } from '../types.ts'
import { recordPath } from './place.ts'
import { readRegularText } from './regular-file.ts'
import type { Workspace } from './workspace.ts'

const CORRECTIONS = 'corrections.jsonl'
const CODEBOOK = 'themes.yaml'

/** The corrections in the output folder; none where the file is missing. */
export function readCorrections(workspace: Workspace): { list: Correction[]; problems: Problem[]; text: string } {
  const path = join(workspace.out, CORRECTIONS)
  const text = readIfThere(path) ?? ''
  return { ...parseCorrections(text, recordPath(workspace.root, path)), text }
}

/** The codebook that the user names, which must be there. */
export function readCodebook(path: string, cwd: string): CodebookTheme[] {
  const text = readIfThere(resolve(cwd, path))
  if (text === null) throw new CannotRun('no-such-path', { path })
  return codebookOf(text, path)
}

/** The codebook of the output folder; empty where there is none yet. */
export function readOwnCodebook(workspace: Workspace): { themes: CodebookTheme[]; text: string } {
  const path = join(workspace.out, CODEBOOK)
  const text = settleCodebook(readIfThere(path) ?? '')
  return { themes: text === '' ? [] : codebookOf(text, path), text }
}

function codebookOf(text: string, path: string): CodebookTheme[] {
  const [conflict] = conflictLines(text)
  if (conflict !== undefined) throw new CannotRun('codebook-conflict', { path, line: String(conflict) })
  const read = parseCodebook(text)
  if ('error' in read)
    throw read.newer === undefined
      ? new CannotRun('bad-codebook', { path, reason: read.error })
      : new CannotRun('newer-format', { path, ...read.newer })
  return read.themes
}

function readIfThere(path: string): string | null {
  try {
    return readRegularText(path)
  } catch (error) {
    if (error instanceof TypeError)
      throw new CannotRun('not-readable', { path, reason: 'it is not UTF-8 text' }, { cause: error })
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw new CannotRun('not-readable', { path, reason: reasonOf(error) }, { cause: error })
  }
}
