/** Reads the files that the package carries beside its code: model weights, templates and the pages about rules. */
import { readFileSync } from 'node:fs'
import { CannotRun, reasonOf } from '../failures.ts'

const HOMES = {
  checks: new URL('../checks/', import.meta.url),
  tagging: new URL('../tagging/', import.meta.url),
  templates: new URL('../../templates/', import.meta.url),
} as const

export function readAsset(home: keyof typeof HOMES, name: string): Uint8Array {
  try {
    return readFileSync(new URL(name, HOMES[home]))
  } catch (error) {
    throw new CannotRun(
      home === 'tagging' ? 'no-model' : 'broken-package',
      { path: name, reason: reasonOf(error) },
      { cause: error },
    )
  }
}
