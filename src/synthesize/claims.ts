/** How far the claims of a page carry: what each kind rests on, and whether new calls still bring new themes. */
import { SIGNALS, type Claim, type Evidence, type Saturation } from '../types.ts'
import { callOf, ENOUGH_CALLS, speakersIn, strengthOf } from './calls.ts'
import { byText, groupBy } from './order.ts'

export function claimsOf(evidence: readonly Evidence[]): Claim[] {
  const byTag = groupBy(evidence, ({ statement }) => statement.tag)
  return SIGNALS.map((tag) => {
    const own = byTag.get(tag) ?? []
    const calls = new Set(own.map(({ note }) => callOf(note))).size
    const accounts = new Set(own.map(({ account }) => account)).size
    return {
      tag,
      statements: own.length,
      people: speakersIn(own).length,
      accounts,
      calls,
      strength: strengthOf(calls, accounts),
    }
  })
}

/** Over the calls with a date in which the persona was heard; null under five of them or without any theme. */
export function saturationOf(evidence: readonly Evidence[]): Saturation | null {
  const dated = groupBy(
    evidence.filter(({ note }) => note.date !== null),
    ({ note }) => callOf(note),
  )
  const calls = [...dated.values()].toSorted((a, b) => byText(dayOf(a), dayOf(b)) || byText(fileOf(a), fileOf(b)))
  if (calls.length < ENOUGH_CALLS) return null
  const newest = Math.ceil(calls.length / 3)
  const themes = new Set<string>()
  const sizes = calls.map((call) => {
    for (const { statement } of call) if (statement.theme !== null) themes.add(statement.theme)
    return themes.size
  })
  const before = sizes.at(-newest - 1) ?? 0
  return themes.size === 0 ? null : { calls: newest, newThemes: themes.size - before, themes: themes.size }
}

function dayOf(call: readonly Evidence[]): string {
  return call[0]?.note.date ?? ''
}

function fileOf(call: readonly Evidence[]): string {
  return call[0]?.note.file ?? ''
}
