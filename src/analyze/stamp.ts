/** What the analysis of a note depends on, as short digests: where they are the same, so is what was seen. */
import type { AnalysisConfig } from '../config.ts'
import { digest } from '../digest.ts'
import type { Correction, SourceFile } from '../types.ts'

/**
 * @param program identifies the program's code
 * @param model digest of the tagger
 */
export function stampOf(program: string, model: string, config: AnalysisConfig): string {
  return digest(JSON.stringify([program, model, sorted(config)]))
}

/** People's words on the statements of one file in the order in which they were written: the last one counts. */
export type Words = ReadonlyMap<string, readonly Correction[]>

export function wordsByFile(corrections: readonly Correction[]): Words {
  const words = new Map<string, Correction[]>()
  for (const correction of corrections) words.set(correction.file, [...(words.get(correction.file) ?? []), correction])
  return words
}

/** @returns a digest that changes when anything does that the analysis of this file depends on, but the text of the file */
export function sealOf(path: string, stamp: string, words: Words): string {
  const own = (words.get(path) ?? []).map(({ digest, tag }) => `${digest} ${tag}`)
  return digest([stamp, path, ...own].join('\n'))
}

/** @returns a digest that changes when anything does that the analysis of this file depends on */
export function keyOf(file: SourceFile, stamp: string, words: Words): string {
  return digest(`${sealOf(file.path, stamp, words)} ${file.text}`)
}

/** The same settings in any order of their keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([key, inner]) => [key, sorted(inner)])
}
