/** Every day that a page names, with its line. */
import type { CommittedPage } from '../page.ts'

export interface NamedDay {
  key: string
  value: string
  line: number
}

export function daysOf(page: CommittedPage): NamedDay[] {
  const head = ['updated', 'reviewed', 'evidence.first', 'evidence.last'].flatMap((key) => {
    const found = page.head.get(key)
    return found === undefined || found.value.trim() === '' ? [] : [{ key, ...found }]
  })
  const marker = page.block === null ? [] : [{ key: 'changed', value: page.block.changed, line: page.block.marker }]
  return [...head, ...marker]
}
