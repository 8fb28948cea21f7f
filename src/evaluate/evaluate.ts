/** The tagger against labels of notes, and two people's labels against each other. */
import { TAGS, type NoteAnalysis, type StatementRecord, type Tag } from '../types.ts'
import { agreement, type Agreement } from './agreement.ts'
import { align, type GoldStatement } from './align.ts'
import { calibration, type Calibration } from './calibration.ts'
import { figures, isRight, type Figures, type Judged } from './score.ts'

/** Labels of one note, and what the tool saw in it. */
export interface LabelledNote {
  analysis: NoteAnalysis
  gold: readonly GoldStatement[]
  /** A second person's labels of the same note, null where there are none. */
  second: readonly GoldStatement[] | null
}

/** A labelled statement that the tagger got wrong. */
interface Miss {
  file: string
  line: number
  text: string
  gold: Tag
  said: Tag
  confidence: number
}

export interface Evaluation {
  notes: number
  /** Labelled statements. */
  statements: number
  /** Share of them that the tool cut out of the note as well. */
  matched: number
  figures: Figures
  /** Rows are what people said, columns what the tagger said; a tag that they accept too counts as theirs. */
  confusion: Record<Tag, Record<Tag, number>>
  /** Over the signals that the tagger said. */
  calibration: Calibration
  /** All of them, the surest first: where the tagger is both wrong and sure, look first. */
  misses: Miss[]
  agreement: Agreement | null
}

export function evaluate(notes: readonly LabelledNote[]): Evaluation {
  const pairs = notes.flatMap(({ analysis, gold }) =>
    align(gold, analysis.statements).map((pair) => ({ ...pair, file: analysis.note.file })),
  )
  const judged = pairs.map(({ gold, seen }) => judge(gold, seen))
  const signals = pairs.flatMap(({ seen }, at) => {
    const one = judged[at]
    return one && seen && seen.tag !== 'none' ? [{ confidence: seen.confidence, right: isRight(one) }] : []
  })
  const misses = pairs.flatMap(({ gold, seen, file }, at) => {
    const one = judged[at]
    if (!one || isRight(one)) return []
    return [
      { file, line: gold.line, text: gold.text, gold: gold.tag, said: one.said, confidence: seen?.confidence ?? 0 },
    ]
  })
  return {
    notes: notes.length,
    statements: pairs.length,
    matched: pairs.filter(({ seen }) => seen !== null).length / Math.max(1, pairs.length),
    figures: figures(judged),
    confusion: confusion(judged),
    calibration: calibration(signals),
    misses: misses.toSorted((a, b) => b.confidence - a.confidence),
    agreement: agreementOf(notes),
  }
}

function judge(gold: GoldStatement, seen: StatementRecord | null): Judged {
  return { gold, said: seen?.tag ?? 'none', accepted: seen?.accepted ?? false }
}

function confusion(judged: readonly Judged[]): Evaluation['confusion'] {
  const row = () => Object.fromEntries(TAGS.map((tag) => [tag, 0])) as Record<Tag, number>
  const table = Object.fromEntries(TAGS.map((tag) => [tag, row()])) as Evaluation['confusion']
  for (const one of judged) table[isRight(one) ? one.said : one.gold.tag][one.said] += 1
  return table
}

function agreementOf(notes: readonly LabelledNote[]): Agreement | null {
  if (notes.every(({ second }) => second === null)) return null
  const pairs = notes.flatMap(({ gold, second }) =>
    align(
      gold,
      (second ?? []).map((label) => ({ ...label, endLine: label.line })),
    ).flatMap((pair) => (pair.seen === null ? [] : [[pair.gold.tag, pair.seen.tag] as const])),
  )
  return agreement(pairs)
}
