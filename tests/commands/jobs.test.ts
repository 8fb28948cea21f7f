import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contents, folder, personas } from '../workbench.ts'

const NOTES = resolve(import.meta.dirname, '../../fixtures/acme/notes')

/** Enough text that workers are hired for it. */
function archive(): string {
  const names = readdirSync(NOTES).filter((name) => name.endsWith('.md'))
  return folder(
    Object.fromEntries(names.slice(0, 14).map((name) => [`notes/${name}`, readFileSync(join(NOTES, name))])),
  )
}

describe('notes analyzed by workers', () => {
  test('give the same bytes as by one thread', { timeout: 240_000 }, async () => {
    const home = archive()
    for (const jobs of ['1', '2', '4']) {
      const ran = await personas(home, ['ingest', 'notes', '--jobs', jobs, '--no-cache', '--out', `by-${jobs}`])
      expect(ran.code).toBe(0)
    }
    const alone = contents(join(home, 'by-1'))
    expect(Object.keys(alone).length).toBeGreaterThan(5)
    expect(contents(join(home, 'by-2'))).toEqual(alone)
    expect(contents(join(home, 'by-4'))).toEqual(alone)
  })

  test.each(['0', 'two', '1.5', '-1'])('--jobs %s is refused with a sentence', async (jobs) => {
    const ran = await personas(folder(), ['ingest', 'notes', '--jobs', jobs])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('whole number')
  })
})
