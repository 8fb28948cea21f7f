/** Notes and taggers in small, for the tests of this folder. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepare } from '../../src/analyze/analyze.ts'
import type { UntaggedNote } from '../../src/analyze/tag.ts'
import { readConfig, type Config } from '../../src/config.ts'
import { linearTagger } from '../../src/tagging/linear.ts'
import type { Prediction, Tagger } from '../../src/tagging/tagger.ts'
import type { NoteRecord, Statement, Tag } from '../../src/types.ts'

export const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url))
export const config = configOf({})

export function configOf(written: unknown): Config {
  const read = readConfig(written)
  if ('error' in read) throw new Error(read.error)
  return read.config
}

let loaded: Tagger | undefined
/** The committed model. */
export function committedTagger(): Tagger {
  loaded ??= linearTagger(readFileSync(new URL('../../src/tagging/linear.bin', import.meta.url)))
  return loaded
}

/** A note of the fixtures as the tool reads it. */
function noteOf(path: string): UntaggedNote {
  const { untagged } = prepare({ path, text: readFileSync(join(FIXTURES, path), 'utf8') }, config)
  if (untagged === null) throw new Error(`${path} can not be read`)
  return untagged
}

export function notesIn(folder: string): UntaggedNote[] {
  return readdirSync(join(FIXTURES, folder))
    .toSorted()
    .map((file) => noteOf(`${folder}/${file}`))
}

export function statement(text: string, more: Partial<Statement> = {}): Statement {
  return {
    file: 'a.md',
    line: 1,
    endLine: 1,
    text,
    block: 'bullet',
    headings: [],
    speaker: null,
    side: 'unknown',
    explicit: null,
    direct: false,
    ...more,
  }
}

export function untagged(statements: Statement[], more: Partial<NoteRecord> = {}): UntaggedNote {
  const note: NoteRecord = {
    v: 1,
    kind: 'note',
    file: 'a.md',
    date: null,
    account: null,
    stage: 'discovery',
    outcome: null,
    dealValue: null,
    industry: null,
    size: null,
    consent: null,
    language: 'en',
    digest: '0',
    duplicateOf: null,
    retention: null,
    ...more,
  }
  return { note, people: [], statements }
}

/** A tagger that always says the same. */
export function saying(tag: Tag, confidence: number): Tagger {
  const scores = { job: 0, objection: 0, criterion: 0, budget: 0, none: 0, [tag]: 1 }
  const prediction: Prediction = { tag, confidence, scores, facets: tag === 'job' ? { scope: 'business' } : {} }
  return {
    digest: 'd',
    threshold: 0.7,
    tag: async (notes) =>
      notes.map(({ statements, people }) => ({
        statements: statements.map(() => prediction),
        roles: people.map(() => null),
      })),
  }
}
