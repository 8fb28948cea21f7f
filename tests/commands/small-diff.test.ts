/** What one new note, and a whole new set of notes, change on pages that are there already. */
import { cpSync, readFileSync, renameSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { contents, folder, personas } from '../workbench.ts'

const FIXTURES = resolve(import.meta.dirname, '../../fixtures')
const NOTE = '2026-09-02-prairie-iron-qbr.md'
const MINUTES = 240_000

/**
 * The golden diff is made as a user sees it: pages from all notes but one, then
 * `personas ingest notes --now 2026-11-18 --dry-run --quiet --no-color` with that note; the parts of the pages are kept.
 */
test(
  'one note changes the lines that it bears on, and no others',
  async () => {
    const home = folder()
    cpSync(join(FIXTURES, 'acme/notes'), join(home, 'notes'), { recursive: true })
    cpSync(join(FIXTURES, 'acme/personas.config.json'), join(home, 'personas.config.json'))
    renameSync(join(home, 'notes', NOTE), join(home, 'new.md'))
    await personas(home, ['ingest', 'notes', '--now', '2026-11-18', '--quiet'])
    renameSync(join(home, 'new.md'), join(home, 'notes', NOTE))
    const ran = await personas(home, ['ingest', 'notes', '--now', '2026-11-18', '--dry-run', '--quiet'])
    expect(ofPages(ran.stdout)).toBe(readFileSync(join(FIXTURES, 'acme/one-note.diff'), 'utf8'))
  },
  MINUTES,
)

test(
  'the notes of another market leave themes, and what they do not speak of, as they were',
  async () => {
    const home = folder({ 'personas.config.json': '{}' })
    cpSync(join(FIXTURES, 'dev/O/notes'), join(home, 'notes/o'), { recursive: true })
    await personas(home, ['ingest', 'notes', '--quiet'])
    const before = contents(join(home, 'personas'))
    cpSync(join(FIXTURES, 'dev/B/notes'), join(home, 'notes/b'), { recursive: true })
    await personas(home, ['ingest', 'notes', '--quiet'])
    const after = contents(join(home, 'personas'))

    expect(after['themes.yaml']?.startsWith(before['themes.yaml'] ?? '?')).toBe(true)
    const kept = Object.keys(before).filter(
      (path) => /^[a-z-]+\.md$/.test(path) && !['demands.md', 'accounts.md'].includes(path),
    )
    const untouched = kept.filter((path) => !after[path]?.includes('notes/b/'))
    expect(untouched.length).toBeGreaterThan(2)
    for (const path of untouched) expect(after[path], path).toBe(before[path])
    const quotes = Object.keys(before).filter((path) => path.startsWith('evidence/'))
    expect(quotes.length).toBeGreaterThan(2)
    for (const path of quotes)
      for (const [title, block] of themes(before[path] ?? '')) {
        const now = themes(after[path] ?? '').get(title) ?? ''
        if (!now.includes('notes/b/') && !title.includes('no theme')) expect(now, `${path}: ${title}`).toBe(block)
      }
  },
  MINUTES,
)

/** The quotes behind each theme, by heading. */
function themes(page: string): Map<string, string> {
  return new Map(
    page
      .slice(0, page.indexOf('\n<!-- personas:end'))
      .split('\n### ')
      .slice(1)
      .map((block) => [block.split('\n')[0] ?? '', block.trim()]),
  )
}

/** The patch without the codebook and the lock, which name digests and not what is said. */
function ofPages(patch: string): string {
  return patch
    .split(/^(?=--- )/m)
    .filter((part) => /^--- (?:a\/)?\S+\.md/.test(part))
    .join('')
}
