/**
 * What of a note pages rest on: its signals, and of the other statements those that tell who spoke, what was answered, what is settled,
 * and why a deal was won or lost. Two thirds of what is said in calls is none of it, and need not stay in memory.
 */
import type { NoteAnalysis, StatementRecord } from '../types.ts'
import { isReview } from './calls.ts'
import { nextTurn } from './endings.ts'
import { CAME_ROUND } from './review-words.ts'
import { settles } from './settled.ts'

/** @returns some of the statements, in their order; pages made from them are those made from all */
export function neededByPages({ note, statements }: Pick<NoteAnalysis, 'note' | 'statements'>): StatementRecord[] {
  if (isReview(note)) return [...statements]
  const answers = new Set(statements.flatMap(({ tag }, at) => (tag === 'objection' ? answerTo(at, statements) : [])))
  const speakers = new Set<string>()
  return statements.filter(({ tag, speaker, side, text }, at) => {
    const voice = `${side}\n${speaker ?? ''}`
    const isNew = !speakers.has(voice)
    speakers.add(voice)
    return tag !== 'none' || isNew || answers.has(at) || settles(text) || CAME_ROUND.test(text.replaceAll('’', "'"))
  })
}

/** The turn behind an objection, and the statement that ends it. */
function answerTo(at: number, statements: readonly StatementRecord[]): number[] {
  const [from, to] = nextTurn(at, statements)
  return Array.from({ length: to - from + 1 }, (_, step) => from + step)
}
