/** Reads labels that people gave to notes: one NAME.jsonl per note NAME.md. */
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseLabels, type GoldStatement } from '../evaluate/align.ts'
import { CannotRun, reasonOf } from '../failures.ts'
import { readRegularFile } from './regular-file.ts'

/** @returns the labels by the note's name without its ending, in the order of the names */
export function readLabels(folder: string, cwd: string): Map<string, GoldStatement[]> {
  const names = listLabels(resolve(cwd, folder), folder)
  return new Map(
    names.map((name) => [name.slice(0, -'.jsonl'.length), labelsIn(resolve(cwd, folder, name), join(folder, name))]),
  )
}

function listLabels(path: string, folder: string): string[] {
  let names: string[]
  try {
    names = readdirSync(path)
  } catch (error) {
    throw new CannotRun('not-readable', { path: folder, reason: reasonOf(error) }, { cause: error })
  }
  const labels = names.filter((name) => name.endsWith('.jsonl')).toSorted()
  if (labels.length === 0) throw new CannotRun('no-labels', { path: folder })
  return labels
}

function labelsIn(path: string, shown: string): GoldStatement[] {
  try {
    return parseLabels(readRegularFile(path).toString('utf8'))
  } catch (error) {
    throw new CannotRun('not-readable', { path: shown, reason: reasonOf(error) }, { cause: error })
  }
}
