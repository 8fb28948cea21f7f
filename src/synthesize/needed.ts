/**
 * What of a note pages rest on: its signals, and of the other statements those that tell who spoke and whether an objection was answered.
 * Two thirds of what is said in calls is no signal, and need not stay in memory.
 */
import type { StatementRecord } from '../types.ts'
import { NEXT } from './endings.ts'

/** @returns some of the statements, in their order; pages made from them are those made from all */
export function neededByPages(statements: readonly StatementRecord[]): StatementRecord[] {
  const speakers = new Set<string>()
  let objection = -Infinity
  return statements.filter(({ tag, speaker, side }, at) => {
    if (tag === 'objection') objection = at
    const voice = `${side}\n${speaker ?? ''}`
    const isNew = !speakers.has(voice)
    speakers.add(voice)
    return tag !== 'none' || isNew || at - objection <= NEXT
  })
}
