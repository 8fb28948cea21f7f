import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contents, folder, personas, put } from '../workbench.ts'

const NOTE = `---
date: 2026-03-02
account: Acme
participants: Maria Lopez (CFO)
---

**Maria Lopez:** Price is the thing, 80k a year is twice what we pay today. #objection
**Maria Lopez:** We must close the books by day three. #job
`
const env = (home: string): NodeJS.ProcessEnv => ({
  SOURCE_DATE_EPOCH: '1795305600',
  PERSONAS_CACHE_DIR: join(home, 'cache'),
})
const notesIn = (home: string) =>
  Object.entries(contents(join(home, 'cache'))).find(([name]) => name.endsWith('.notes'))
const lines = (home: string) => notesIn(home)?.[1].trimEnd().split('\n').length ?? 0

describe('ingest with a cache', () => {
  test(
    'gives the same pages cold, warm and without it, and analyzes again only what changed',
    { timeout: 240_000 },
    async () => {
      const home = folder({
        'notes/a.md': NOTE,
        'notes/b.md': NOTE.replaceAll('Acme', 'Birk'),
        'notes/bad.md': '---\nx: [\n---\n',
      })
      const run = (...more: string[]) => personas(home, ['ingest', 'notes', ...more], env(home))
      const cold = await run('--out', 'cold')
      expect(lines(home)).toBe(3)
      const warm = await run('--out', 'warm')
      expect(lines(home)).toBe(3)
      const without = await run('--out', 'without', '--no-cache')
      expect(contents(join(home, 'warm'))).toEqual(contents(join(home, 'cold')))
      expect(contents(join(home, 'without'))).toEqual(contents(join(home, 'cold')))
      expect([warm.code, without.code]).toEqual([cold.code, cold.code])
      expect(warm.stderr.replaceAll('warm', 'cold')).toBe(cold.stderr)
      put(home, 'notes/a.md', NOTE.replace('80k', '90k'))
      await run('--out', 'warm')
      expect(lines(home)).toBe(4)
    },
  )

  test('believes a correction, a setting and the name of a file at once', async () => {
    const home = folder({ 'notes/a.md': NOTE.replaceAll(/ #\w+/g, '') })
    const tag = async () => (await personas(home, ['tag', 'notes', '--all', '--quiet'], env(home))).stdout
    const before = await tag()
    const digest = /"text":"Price[^}]*?"digest":"(\w+)"/.exec(
      before.replaceAll(/"facets":\{.*?\}(?=,"theme)/g, '"f":0'),
    )?.[1]
    put(home, 'personas/corrections.jsonl', `{"v":1,"file":"notes/a.md","digest":"${digest}","tag":"none"}\n`)
    expect(await tag()).toContain('"origin":"correction"')
    put(home, 'personas.config.json', '{"people":{"Maria Lopez":{"role":"saboteur"}}}')
    expect(await tag()).toContain('"role":"saboteur"')
  })

  test('reads every note again where a line of it is altered', async () => {
    const home = folder({ 'notes/a.md': NOTE })
    const tag = async () => (await personas(home, ['tag', 'notes', '--quiet'], env(home))).stdout
    const before = await tag()
    const [name, text] = notesIn(home) ?? ['', '']
    writeFileSync(join(home, 'cache', name), text.replace('80k', '10k'))
    expect(await tag()).toBe(before)
    expect(readFileSync(join(home, 'cache', name), 'utf8')).toContain('80k')
  })
})

describe('personas cache', () => {
  test('says where it is and how large, and empties it', async () => {
    const home = folder({ 'notes/a.md': NOTE })
    await personas(home, ['ingest', 'notes', '--quiet'], env(home))
    const info = JSON.parse((await personas(home, ['cache', 'info', '--format', 'json'], env(home))).stdout)
    expect(info).toMatchObject({ v: 1, action: 'info', folder: join(home, 'cache'), files: 3 })
    expect((await personas(home, ['cache', 'clear'], env(home))).stdout).toContain('Deleted 3 files')
    expect((await personas(home, ['cache', 'info'], env(home))).stdout).toContain('Nothing is remembered yet')
  })

  test('says what to set where there is no place for one', async () => {
    const ran = await personas(folder(), ['cache', 'info'], {})
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('PERSONAS_CACHE_DIR')
  })
})
