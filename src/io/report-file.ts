/** Writes reports to where the user, or the CI that runs us, wants them. */
import { appendFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CannotRun, reasonOf } from '../failures.ts'
import { replaceFile } from './replace-file.ts'

export async function writeReport(path: string, text: string, cwd: string): Promise<void> {
  try {
    replaceFile(resolve(cwd, path), text)
  } catch (error) {
    throw new CannotRun('report-failed', { path, reason: reasonOf(error) }, { cause: error })
  }
}

/** GitHub collects what is appended to the file that GITHUB_STEP_SUMMARY names. */
export function appendSummary(path: string, text: string): void {
  try {
    appendFileSync(path, text, 'utf8')
  } catch (error) {
    throw new CannotRun('report-failed', { path, reason: reasonOf(error) }, { cause: error })
  }
}
