/** Gives every statement of a note its tag: a person's correction before a tag written into the note, before the model. */
import type { AnalysisConfig } from '../config.ts'
import { digest } from '../digest.ts'
import { ruled } from '../tagging/rules.ts'
import type { NotePredictions, Prediction, RoleGuess, Tagger, TaggerInput } from '../tagging/tagger.ts'
import type { Correction, NoteAnalysis, NoteRecord, PersonRecord, Statement, StatementRecord, Tag } from '../types.ts'

/** A note that is read, with its people and statements, before it is tagged. */
export interface UntaggedNote {
  note: NoteRecord
  people: PersonRecord[]
  statements: Statement[]
}

/** The language that the models know. */
export const LANGUAGE = 'en'

/**
 * @param notes a batch; what is said of one never depends on the others
 * @param corrections people's word on single statements, found by file and digest
 * @returns one analysis per note, in order; personas, themes and repetitions are filled in by the synthesis
 */
export async function tag(
  notes: readonly UntaggedNote[],
  tagger: Tagger,
  config: AnalysisConfig,
  corrections: readonly Correction[] = [],
): Promise<NoteAnalysis[]> {
  const corrected = new Map(corrections.map(({ file, digest, tag }) => [anchor(file, digest), tag]))
  const drafts = notes.map((note) => draft(note, corrected))
  const predictions = await tagger.tag(drafts.map(({ input }) => input))
  return drafts.map((note, at) =>
    finish(note, predictions[at] as NotePredictions, config.threshold ?? tagger.threshold),
  )
}

/** @returns the anchor of a quote: digest of the text with white space collapsed */
export function statementDigest(text: string): string {
  return digest(text.replace(/\s+/g, ' ').trim())
}

function anchor(file: string, digest: string): string {
  return `${file}\n${digest}`
}

/** A note with people's words on its statements put in their place. */
interface Draft {
  note: NoteRecord
  input: TaggerInput
  origins: StatementRecord['origin'][]
  digests: string[]
}

function draft({ note, people, statements }: UntaggedNote, corrected: ReadonlyMap<string, Tag>): Draft {
  const digests = statements.map((statement) => statementDigest(statement.text))
  const words = statements.map((statement, at) => corrected.get(anchor(statement.file, digests[at] ?? '')))
  return {
    note,
    input: {
      statements: statements.map((statement, at) => ({ ...statement, explicit: words[at] ?? statement.explicit })),
      people,
      stage: note.stage,
    },
    origins: statements.map(({ explicit }, at) => (words[at] ? 'correction' : explicit ? 'explicit' : 'model')),
    digests,
  }
}

function finish({ note, input, origins, digests }: Draft, predicted: NotePredictions, threshold: number): NoteAnalysis {
  const predictions = input.statements.map((statement, at) => ruled(statement, predicted.statements[at] as Prediction))
  const people = input.people.map((person, at) => withRole(person, predicted.roles[at] ?? null))
  const roleOf = new Map(people.map((person) => [person.name, person.role]))
  const statements = input.statements.map((statement, at): StatementRecord => {
    const { tag, confidence, facets } = predictions[at] as Prediction
    const origin = origins[at] ?? 'model'
    return {
      v: 1,
      kind: 'statement',
      file: statement.file,
      line: statement.line,
      endLine: statement.endLine,
      text: statement.text,
      tag,
      confidence,
      origin,
      accepted: origin !== 'model' || (note.language === LANGUAGE && confidence >= threshold),
      speaker: statement.speaker,
      side: statement.side,
      direct: statement.direct,
      role: roleOf.get(statement.speaker ?? '') ?? 'unknown',
      persona: null,
      facets,
      theme: null,
      heading: statement.headings.at(-1) ?? null,
      digest: digests[at] ?? '',
      repeated: false,
    }
  })
  return { note, people, statements }
}

function withRole(person: PersonRecord, guess: RoleGuess | null): PersonRecord {
  return guess === null ? person : { ...person, role: guess.role, roleConfidence: guess.confidence }
}
