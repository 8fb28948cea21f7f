import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finder, forgetIn } from '../../src/forget.ts'
import { readPage } from '../../src/render/managed.ts'
import { contents, folder, personas, put } from '../workbench.ts'

const NOTE = `---
date: 2026-03-02
account: Hallmann
participants: Katrin Vogt (CFO), Katrin Meyer (buyer)
us: Sam Okafor (AE)
---

**Katrin Vogt:** Anything over 25,000 EUR goes to the shareholders. #budget
**Katrin Meyer:** It has to write into DATEV before we sign anything. #criterion
`

async function repo(): Promise<string> {
  const home = folder({
    'notes/2026-03-02-hallmann.md': NOTE,
    'notes/2026-04-02-katrin-vogt.md': 'date: 2026-04-02\n\nWe spoke about the price.\n',
    'personas.config.json': '{"names": true}',
  })
  await personas(home, ['ingest', 'notes'])
  const page = contents(home)['personas/finance-leader.md'] ?? ''
  expect(page).toContain('Katrin Vogt')
  put(
    home,
    'personas/finance-leader.md',
    `${page}Ask KATRIN  VOGT (k.vogt@hallmann.example) or Vogt, Katrin. Katrin likes tea.\n`,
  )
  put(
    home,
    'personas/corrections.jsonl',
    ['2026-03-02-hallmann', '2026-04-02-katrin-vogt']
      .map((name) => `{"v":1,"file":"notes/${name}.md","digest":"0123456789abcdef","tag":"job"}\n`)
      .join(''),
  )
  put(
    home,
    'personas/themes.yaml',
    'version: 1\nthemes:\n  # seen by Dana\n  - id: vogts-limit\n    name: The limit of Frau Vogt\n    tag: budget\n    aliases: [Katrin Vogt, the limit]\n',
  )
  return home
}

describe('personas forget', () => {
  test('empties the cache, and leaves it alone in a rehearsal', async () => {
    const home = folder({ 'notes/2026-03-02-hallmann.md': NOTE })
    const env = { PERSONAS_CACHE_DIR: join(home, 'cache'), SOURCE_DATE_EPOCH: '1795305600' }
    await personas(home, ['ingest', 'notes'], env)
    const kept = () => Object.values(contents(home)).filter((text) => text.includes('shareholders')).length
    const before = kept()
    await personas(home, ['forget', 'Katrin Vogt', '--dry-run'], env)
    expect(kept()).toBe(before)
    const ran = await personas(home, ['forget', 'Katrin Vogt'], env)
    expect(kept()).toBe(before - 1)
    expect(ran.stdout).toContain('What was remembered of notes')
  })

  test('takes the person out of pages, corrections, codebook and lock, and lists the notes', async () => {
    const home = await repo()
    const ran = await personas(home, ['forget', 'Katrin Vogt', 'notes'])
    expect(ran.code).toBe(1)
    expect(ran.stdout).toContain('the name stands in none of them')
    expect(ran.stdout).toContain('notes/2026-03-02-hallmann.md:4')
    expect(ran.stdout).toContain('notes/2026-04-02-katrin-vogt.md (its name)')
    expect(ran.stdout).toContain('The first name alone was left')
    const files = contents(join(home, 'personas'))
    expect(JSON.stringify(files)).not.toMatch(/vogt[^s]/i)
    expect(files['corrections.jsonl']).toBe(
      '{"v":1,"file":"notes/2026-03-02-hallmann.md","digest":"0123456789abcdef","tag":"job"}\n',
    )
    expect(files['themes.yaml']).toContain('# seen by Dana')
    expect(files['themes.yaml']).toContain('aliases: [the limit]')
    expect(files['finance-leader.md']).toContain('Katrin likes tea.')
    expect(readPage(files['finance-leader.md'] ?? '')).toHaveProperty('lines')
  })

  test('--dry-run changes nothing', async () => {
    const home = await repo()
    const before = contents(home)
    const ran = await personas(home, ['forget', 'Katrin Vogt', '--dry-run', '--format', 'json'])
    expect(JSON.parse(ran.stdout)).toMatchObject({
      v: 1,
      dryRun: true,
      changed: expect.arrayContaining([expect.objectContaining({ path: 'personas/finance-leader.md' })]),
    })
    expect(contents(home)).toEqual(before)
  })

  test('a name that nobody has changes no byte, exit 0', async () => {
    const home = await repo()
    const before = contents(home)
    expect((await personas(home, ['forget', 'Ann Lee', 'notes'])).code).toBe(0)
    expect(contents(home)).toEqual(before)
  })

  test('says what a name is', async () => {
    expect(await personas(folder(), ['forget', '.*'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is no name'),
    })
  })
})

describe('forgetIn', () => {
  const names = fc
    .tuple(fc.stringMatching(/^[A-Z][a-zé]{2,8}$/), fc.stringMatching(/^[A-Z][a-zø'-]{2,8}[a-z]$/))
    .map((words) => words.join(' '))
  test('what is forgotten is not found again, and a second time changes nothing', () => {
    fc.assert(
      fc.property(
        names,
        fc.string({ unit: 'binary' }),
        fc.constantFrom('a.md', 'themes.yaml', 'personas.lock', 'corrections.jsonl'),
        (name, around, path) => {
          const who = finder(name)
          const once = forgetIn(path, `${around}\n${name}\n${around} ${name.toUpperCase()} x`, who)
          expect(once.times).toBeGreaterThan(0)
          expect(once.text.search(who.full)).toBe(-1)
          expect(forgetIn(path, once.text, who)).toEqual({ text: once.text, times: 0 })
        },
      ),
      { numRuns: 1000 },
    )
  })
})
