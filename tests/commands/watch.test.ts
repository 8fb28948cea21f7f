import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { contents, folder, personas, put } from '../workbench.ts'

const BIN = resolve(import.meta.dirname, '../../bin/personas.js')
const NOTE = `---
date: 2026-03-02
account: Acme
participants: Maria Lopez (CFO)
---

**Maria Lopez:** Price is the thing, 80k a year is twice what we pay today. #objection
`

/** Runs the program until the test ends. @returns waits for so many sentences on stderr that it waits for changes */
function watching(home: string, ...args: string[]) {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: home,
    env: { ...process.env, SOURCE_DATE_EPOCH: '1795305600', PERSONAS_CACHE_DIR: join(home, 'cache') },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const rounds = () => said.split('Watching for changes').length - 1
  return {
    child,
    said: () => said,
    round: async (count: number) => {
      while (rounds() < count) await once(child.stderr, 'data')
    },
  }
}

test(
  'ingest --watch gives after every save what a cold run gives, and outlives a broken configuration',
  { timeout: 120_000 },
  async () => {
    const home = folder({ 'notes/a.md': NOTE })
    const { round, said } = watching(home, 'ingest', 'notes', '--watch')
    await round(1)
    put(home, 'notes/b.md', NOTE.replaceAll('Acme', 'Birk').replace('80k', '90k'))
    await round(2)
    const written = contents(join(home, 'personas'))
    await personas(home, ['ingest', 'notes', '--no-cache', '--out', 'cold'])
    expect(contents(join(home, 'cold'))).toEqual(written)
    put(home, 'personas.config.json', '{"nonsense": 1}')
    await vi.waitFor(() => expect(said()).toContain('is not valid'), 20_000)
  },
)

test.skipIf(process.platform === 'win32')(
  'Ctrl-C ends workers at once, and nothing is half-written',
  { timeout: 120_000 },
  async () => {
    const files = Array.from({ length: 60 }, (_, at) => [
      `notes/${at}.md`,
      NOTE + `**Maria Lopez:** We count ${at} of them by hand and it costs us days.\n`.repeat(40),
    ])
    const home = folder({ ...Object.fromEntries(files), 'cache/x': '' })
    const { child } = watching(home, 'ingest', 'notes', '--jobs', '2')
    const remembered = () => Object.entries(contents(join(home, 'cache'))).filter(([name]) => name.endsWith('.notes'))
    // The first batch is done, the others are worked on.
    await vi.waitFor(() => expect(remembered()[0]?.[1]).toBeTruthy(), { timeout: 50_000, interval: 20 })
    const start = performance.now()
    child.kill('SIGINT')
    await once(child, 'exit')
    expect(performance.now() - start).toBeLessThan(1000)
    expect(existsSync(join(home, 'personas'))).toBe(false)
    expect(remembered()[0]?.[1].endsWith('\n')).toBe(true)
  },
)
