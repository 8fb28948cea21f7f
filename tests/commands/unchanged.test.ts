/** A run with nothing to do says what the last one said; whatever it reads, it must never say so when there is something to do. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { digest } from '../../src/digest.ts'
import { CORRECTION, contents, folder, personas, put } from '../workbench.ts'

const NOTE = `---
date: 2026-03-02
account: Acme
participants: Maria Lopez (CFO)
---

**Maria Lopez:** Price is the thing, 80k a year is twice what we pay today. #objection
**Maria Lopez:** We must close the books by day three. #job
`
const FILES = {
  'notes/a.md': NOTE,
  'notes/b.md': NOTE.replaceAll('Acme', 'Birk').replace('date: 2026-03-02', 'date: 4/8/2026'),
  'notes/c.md': NOTE.replaceAll('Acme', 'Corvo').replace('---\n\n', 'retention: 2026-12-31\n---\n\n'),
  'notes/bad.md': '---\nx: [\n---\n',
}
const env = (home: string): NodeJS.ProcessEnv => ({ PERSONAS_CACHE_DIR: join(home, 'cache') })
const ingest = (home: string, ...more: string[]) =>
  personas(home, ['ingest', 'notes', '--now', '2026-11-18', ...more], env(home))
const remembered = (home: string) => Object.keys(contents(join(home, 'cache'))).filter((name) => name.endsWith('.run'))

async function settled(): Promise<string> {
  const home = folder(FILES)
  await ingest(home)
  return home
}

describe('with nothing to do', () => {
  test('a run says what a whole run says, problems and exit code too, and touches no page', async () => {
    const home = await settled()
    expect(remembered(home)).toHaveLength(1)
    const pages = contents(join(home, 'personas'))
    const again = await ingest(home)
    expect(again.stderr).toContain('Nothing changed in personas/.')
    expect(again.stderr).toContain('date/ambiguous')
    expect(again).toEqual(await ingest(home, '--no-cache'))
    expect(contents(join(home, 'personas'))).toEqual(pages)
  })

  test.each([['--dry-run'], ['--check'], ['--format', 'json'], ['--verbose'], ['--quiet']])(
    'so it is with %s',
    async (...options: string[]) => {
      const home = await settled()
      expect(await ingest(home, ...options)).toEqual(await ingest(home, ...options, '--no-cache'))
    },
  )
})

describe('a run is whole after', () => {
  const edit = (home: string, name: string, change: (text: string) => string) =>
    put(home, name, change(readFileSync(join(home, name), 'utf8')))
  const last = (home: string) => join(home, 'cache', remembered(home)[0] ?? '')

  test.each<[string, (home: string) => void, string?]>([
    ['another word in a note', (home) => edit(home, 'notes/a.md', (text) => text.replace('80k', '90k'))],
    ['a note more', (home) => put(home, 'notes/d.md', NOTE.replaceAll('Acme', 'Dorn'))],
    ['a note less', (home) => rmSync(join(home, 'notes/b.md'))],
    ['a bad note made good', (home) => put(home, 'notes/bad.md', NOTE.replaceAll('Acme', 'Esk'))],
    [
      'a page edited inside its block',
      (home) => edit(home, 'personas/finance-leader.md', (t) => t.replace('80k', '9k')),
    ],
    ['a page gone', (home) => rmSync(join(home, 'personas/finance-leader.md'))],
    [
      'a page with a broken marker',
      (home) => edit(home, 'personas/accounts.md', (t) => t.replace('personas:end', 'x')),
    ],
    ['a theme renamed', (home) => edit(home, 'personas/themes.yaml', (t) => t.replace(/name: [^,}\n]+/, 'name: Dear'))],
    ['a correction', (home) => put(home, 'personas/corrections.jsonl', CORRECTION)],
    ['a setting', (home) => put(home, 'personas.config.json', '{"links":"plain"}')],
    ['a day too late for a note', () => {}, '2027-01-01'],
    [
      'what was remembered cut short',
      (home) => writeFileSync(last(home), readFileSync(last(home), 'utf8').slice(0, -2)),
    ],
    ['what was remembered replaced', (home) => writeFileSync(last(home), 'null')],
    ['what was remembered forged, its digest too', (home) => writeFileSync(last(home), `${digest('no JSON')} no JSON`)],
  ])('%s', async (_, change, day = '2026-11-18') => {
    const home = await settled()
    change(home)
    const other = folder()
    cpSync(home, other, { recursive: true })
    const now = (where: string, ...more: string[]) => ingest(where, '--now', day, ...more)
    const said = await now(home)
    expect(said).toEqual(await now(other, '--no-cache'))
    expect(contents(join(home, 'personas'))).toEqual(contents(join(other, 'personas')))
    // And the run after that one has nothing new to say.
    expect((await now(home)).code).toBe((await now(other, '--no-cache')).code)
  })

  test('another output folder', async () => {
    const home = await settled()
    expect((await ingest(home, '--out', 'other')).stderr).toContain('written to other/')
    expect((await ingest(home)).stderr).toContain('Nothing changed in personas/.')
  })
})

test('personas cache clear forgets it too', async () => {
  const home = await settled()
  await personas(home, ['cache', 'clear'], env(home))
  expect(() => contents(join(home, 'cache'))).toThrow('ENOENT')
})
