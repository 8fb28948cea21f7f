/** The way of one note through the stages parse, people, segment and tag, for a batch of notes. Pure, so that it can run in a worker. */
import type { AnalysisConfig } from '../config.ts'
import { conflictLines } from '../conflicts.ts'
import { problem, type Problem } from '../problems.ts'
import type { Tagger } from '../tagging/tagger.ts'
import type { Correction, NoteAnalysis, SourceFile } from '../types.ts'
import { excessOfPeople, excessOfStatements } from './limits.ts'
import { parse, tooLarge } from './parse.ts'
import { people } from './people.ts'
import { segment } from './segment.ts'
import { LANGUAGE, tag, type UntaggedNote } from './tag.ts'

export interface Analyzed {
  /** In the order of the files; a file that could not be read as a note is missing here and named in `problems`. */
  notes: NoteAnalysis[]
  problems: Problem[]
}

/** What came of one file: null where it could not be read as a note, which `problems` say. */
export interface AnalyzedFile {
  analysis: NoteAnalysis | null
  problems: Problem[]
}

/**
 * @param files a batch of notes; what is said of one never depends on the others
 * @param corrections people's word on single statements, which wins over the tagger's
 */
export async function analyze(
  files: readonly SourceFile[],
  config: AnalysisConfig,
  tagger: Tagger,
  corrections: readonly Correction[] = [],
): Promise<Analyzed> {
  const each = await analyzeEach(files, config, tagger, corrections)
  return {
    notes: each.flatMap(({ analysis }) => analysis ?? []),
    problems: each.flatMap(({ problems }) => problems),
  }
}

/** The same for each file by itself, in their order, for those who keep what came of each. */
export async function analyzeEach(
  files: readonly SourceFile[],
  config: AnalysisConfig,
  tagger: Tagger,
  corrections: readonly Correction[] = [],
): Promise<AnalyzedFile[]> {
  const prepared = files.map((file) => prepare(file, config))
  const untagged = prepared.flatMap((note) => note.untagged ?? [])
  const tagged = (await tag(untagged, tagger, config, corrections)).values()
  return prepared.map(({ untagged, problems }) => ({
    analysis: untagged === null ? null : (tagged.next().value ?? null),
    problems,
  }))
}

/** Everything that can be said of a note before it is tagged: its record, its people and its statements. */
export function prepare(
  file: SourceFile,
  config: AnalysisConfig,
): { untagged: UntaggedNote | null; problems: Problem[] } {
  const { note, problems } = parse(file, config)
  for (const line of conflictLines(file.text)) problems.push(problem('merge/conflict', file.path, line))
  if (note === null) return { untagged: null, problems }
  const crowd = excessOfPeople(new Set(note.mentions.map(({ name }) => name)).size)
  if (crowd) return { untagged: null, problems: [tooLarge(file.path, crowd)] }
  const known = people(note, config)
  const statements = segment(note, known)
  const excess = excessOfStatements(statements.length)
  if (excess) return { untagged: null, problems: [tooLarge(file.path, excess)] }
  if (note.record.language !== LANGUAGE)
    problems.push(problem('note/language', file.path, null, { language: nameOf(note.record.language) }))
  if (statements.length === 0) problems.push(problem('note/empty', file.path))
  return { untagged: { note: note.record, people: known.records, statements }, problems }
}

/** "German" for de; shown to people, never written to a file. */
function nameOf(language: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(language) ?? language
}
