/**
 * Nothing is lost: a run that is killed at any of its writes leaves every file old or new, and the next one mends the rest;
 * runs at the same time do not mix. `npm run test:long` kills 200 times, CI 20.
 */
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPage } from '../../src/render/managed.ts'
import { atTop, contents, folder, personas, put, remove, temporary } from '../workbench.ts'

const BIN = resolve(import.meta.dirname, '../../bin/personas.js')
const LONG = process.env['PERSONAS_LONG'] === '1'
const KILLS = LONG ? 200 : 20
const RUNS = LONG ? 20 : 6
const OWN = '\n## Team notes\n\nAsk *Dana* first.\n'

/**
 * Loaded before the program: kills it with SIGKILL at the n-th call that changes the disk, before or after it is done. Not counted is the
 * lock's being kept fresh, which a slow run does more often than a quick one.
 */
const KILLER = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
let count = 0
const at = Number(process.env.KILL_AT)
process.on('exit', () => process.stderr.write('OPS ' + count + '\\n'))
const after = process.env.KILL_AFTER === '1'
const hit = () => { if (count++ === at) process.kill(process.pid, 'SIGKILL') }
for (const name of ['open', 'write', 'fsync', 'close', 'rename', 'chmod', 'chown', 'mkdir', 'rmdir', 'unlink', 'openSync', 'writeSync', 'writeFileSync', 'fsyncSync', 'renameSync', 'mkdirSync', 'rmSync', 'rmdirSync', 'closeSync', 'fchmodSync']) {
  const original = fs[name]
  fs[name] = function (...args) {
    const path = String(args[0])
    const ours = typeof args[0] === 'number' || path.includes('/personas')
    if (ours && !after) hit()
    // One that fails counts as well: else a run that is killed behind its calls would have fewer of them.
    try {
      return original.apply(this, args)
    } finally {
      if (ours && after) hit()
    }
  }
}
syncBuiltinESMExports()
`

const note = (words: string, day: string) =>
  `---\ndate: ${day}\naccount: Hallmann\nparticipants: Maria Lopez (CFO), Tom Berg (IT manager)\n---\n\n**Maria Lopez:** ${words} #objection\n**Tom Berg:** It has to write into DATEV ${words} #criterion\n`

let before: string
let oldFiles: Record<string, string>
let newFiles: Record<string, string>

beforeAll(async () => {
  before = temporary()
  put(before, 'notes/2026-03-02-a.md', note('It is too expensive for us.', '2026-03-02'))
  await personas(before, ['ingest', 'notes'])
  for (const [name, text] of Object.entries(contents(join(before, 'personas'))))
    if (/^[a-z-]+\.md$/.test(name)) put(before, `personas/${name}`, text + OWN)
  oldFiles = contents(join(before, 'personas'))
  put(before, 'notes/2026-04-02-b.md', note('We had a bad time with the last one.', '2026-04-02'))
  put(before, 'killer.mjs', KILLER)
  const home = temporary()
  cpSync(before, home, { recursive: true })
  await personas(home, ['ingest', 'notes'])
  newFiles = contents(join(home, 'personas'))
  remove(home)
  expect(newFiles).not.toEqual(oldFiles)
}, 300_000)
afterAll(() => remove(before))

function copy(): string {
  const home = folder()
  cpSync(before, home, { recursive: true })
  return home
}

/** Its writes are among those that are killed, and it is half written as well. */
const cacheIn = (home: string) => ({ PERSONAS_CACHE_DIR: join(home, 'cache/personas') })

const start = (home: string, env: NodeJS.ProcessEnv = {}, args: string[] = []) =>
  spawnSync(process.execPath, [...args, BIN, 'ingest', 'notes', '--quiet'], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, ...cacheIn(home), SOURCE_DATE_EPOCH: '1795305600', ...env },
  })

describe.skipIf(process.platform === 'win32')('killed at a write', () => {
  test(
    `${KILLS} kills: every file is old or new, and the next run ends the work`,
    () => {
      const home = copy()
      const killing = (at: number, after: boolean) =>
        start(home, { KILL_AT: String(at), KILL_AFTER: after ? '1' : '0' }, ['--import', './killer.mjs'])
      // What a killed run has left stays: its lock and half-written files are part of what the next run finds.
      const backToOld = () => {
        for (const [name, text] of Object.entries(oldFiles)) put(home, `personas/${name}`, text)
        // With what the last run remembered, this one would have less to write.
        remove(join(home, 'cache'))
      }
      // Counted where the pages that only the new state has are there, as behind most kills: else the last kills would come too late.
      start(home)
      backToOld()
      const writes = Number(/OPS (\d+)/.exec(killing(Number.MAX_SAFE_INTEGER, false).stderr)?.[1])
      expect(writes).toBeGreaterThan(20)
      for (let kill = 0; kill < KILLS; kill += 1) {
        backToOld()
        const { signal } = killing(Math.floor((kill * writes) / KILLS), kill % 2 === 1)
        expect([kill, signal]).toEqual([kill, 'SIGKILL'])
        for (const [name, text] of Object.entries(contents(join(home, 'personas')))) {
          if (!(name in newFiles)) continue
          expect([oldFiles[name], newFiles[name]]).toContain(text)
          if (/^[a-z-]+\.md$/.test(name)) expect(readPage(text)).toMatchObject({ after: expect.stringContaining(OWN) })
        }
        if (kill % 5 < 4) continue
        expect(start(home)).toMatchObject({ status: 0, stderr: '' })
        expect(contents(join(home, 'personas'))).toEqual(newFiles)
        expect(readdirSync(join(home, 'personas')).toSorted()).toEqual(atTop(newFiles))
      }
    },
    LONG ? 3_600_000 : 300_000,
  )
})

test('what a run leaves that is killed while it takes over a lock is swept up', async () => {
  const home = copy()
  put(home, 'personas/.writing-by.41', '40 elsewhere\n')
  expect(await personas(home, ['ingest', 'notes', '--quiet'])).toMatchObject({ code: 0, stderr: '' })
  expect(readdirSync(join(home, 'personas')).toSorted()).toEqual(atTop(newFiles))
})

describe('at the same time', () => {
  test(
    `${RUNS} ingests end with the pages of one`,
    async () => {
      const home = copy()
      const runs = Array.from(
        { length: RUNS },
        () =>
          new Promise<number | null>((done) => {
            spawn(process.execPath, [BIN, 'ingest', 'notes', '--quiet'], {
              cwd: home,
              stdio: 'ignore',
              env: { ...process.env, ...cacheIn(home), SOURCE_DATE_EPOCH: '1795305600' },
            }).on('close', done)
          }),
      )
      expect(await Promise.all(runs)).toEqual(Array.from({ length: RUNS }, () => 0))
      expect(contents(join(home, 'personas'))).toEqual(newFiles)
      expect(existsSync(join(home, 'personas/.writing'))).toBe(false)
    },
    LONG ? 600_000 : 240_000,
  )
})
