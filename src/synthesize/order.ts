/** Orders that are the same on every machine: by code units, never by locale. */
import type { Evidence } from '../types.ts'

export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The value that stands there most often; of equals the shortest, then the first in code units. Undefined for none. */
export function mostFrequent<T extends string>(values: readonly T[]): T | undefined {
  const [first] = values
  // Mostly they are all the same.
  return values.every((value) => value === first) ? first : counted(values)[0]?.value
}

/** Each value with how often it stands there, most frequent first; of equals the shortest, then the first in code units. */
export function counted<T extends string>(values: readonly T[]): { value: T; count: number }[] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || a.value.length - b.value.length || byText(a.value, b.value))
}

/** As `counted`, of titles as different notes write them: `Procurement` and `procurement` are one, in the spelling given most. */
export function countedTitles(titles: readonly string[]): { value: string; count: number }[] {
  const spelled = new Map<string, string>()
  for (const { value } of counted(titles)) {
    const key = value.toLowerCase()
    if (!spelled.has(key)) spelled.set(key, value)
  }
  return counted(titles.map((title) => spelled.get(title.toLowerCase()) ?? title))
}

/** Each value once, in code-unit order. */
export function unique<T extends string>(values: Iterable<T>): T[] {
  return [...new Set(values)].toSorted(byText)
}

/** By account, day, file, line and text; notes without a day come first. */
export function byPlaceInTime(a: Evidence, b: Evidence): number {
  return (
    byText(a.account, b.account) ||
    byText(a.note.date ?? '', b.note.date ?? '') ||
    byText(a.note.file, b.note.file) ||
    a.statement.line - b.statement.line ||
    byText(a.statement.text, b.statement.text)
  )
}

/** Groups in the order in which their keys first appear. */
export function groupBy<T, K>(values: Iterable<T>, key: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const value of values) {
    const own = key(value)
    const group = groups.get(own)
    if (group) group.push(value)
    else groups.set(own, [value])
  }
  return groups
}
