/**
 * A real Spark cluster of two executors on this machine, one of them killed while it tags. In `npm run test:long` alone, and where
 * PERSONAS_PYTHON (else python3) has pyspark and there is a Java: it takes minutes and a gigabyte.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import { contents, folder, personas } from '../workbench.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const PYTHON = process.env['PERSONAS_PYTHON'] ?? 'python3'
const installed = spawnSync(PYTHON, ['-c', 'import pyspark, os; print(os.path.dirname(pyspark.__file__))'], {
  encoding: 'utf8',
})
const missing =
  process.env['PERSONAS_LONG'] === undefined
    ? 'asked for by npm run test:long alone'
    : installed.status !== 0
      ? `${PYTHON} has no pyspark: pip install pyspark, or set PERSONAS_PYTHON`
      : spawnSync('java', ['-version']).status !== 0
        ? 'there is no Java'
        : null

const NOTE = `---
date: 2026-03-02
account: Acme
participants: Maria Lopez (CFO), Jo Nyman (warehouse clerk)
---

**Maria Lopez:** Price is the thing, 80k a year is twice what we pay today.
**Jo Nyman:** I type every delivery in twice, and on Fridays I stay until seven for it.
`

test.skipIf(missing !== null)(
  `Spark's parts give the same pages as one run, with an executor killed on the way${missing === null ? '' : ` (skipped: ${missing})`}`,
  { timeout: 900_000 },
  async () => {
    const notes = Array.from({ length: 120 }, (_, at): [string, string] => [
      `notes/${at}.md`,
      NOTE.replace('Acme', `Acme ${at % 40}`).replace('80k', `${at + 20}k`) +
        `**Maria Lopez:** We count ${at} of them by hand and it costs us days.\n`.repeat(20),
    ])
    const home = folder(Object.fromEntries(notes))
    const cluster = spawn(
      join(installed.stdout.trim(), 'bin/spark-submit'),
      // prettier-ignore
      [
        '--master', 'local-cluster[2,1,1024]',
        join(ROOT, 'templates/spark/tag_notes.py'),
        `file://${home}/notes/*.md`, `file://${home}/tagged`,
        '--root', home,
        '--partitions', '8',
        '--command', `cd ${home} && node ${join(ROOT, 'bin/personas.js')}`,
      ],
      { cwd: home, stdio: 'ignore', env: { ...process.env, PYSPARK_PYTHON: PYTHON, PERSONAS_CACHE_DIR: 'none' } },
    )
    const ended = once(cluster, 'exit')
    const executor = await vi.waitFor(() => busyExecutor(cluster.pid ?? 0), { timeout: 120_000, interval: 100 })
    process.kill(executor, 'SIGKILL')
    expect((await ended)[0]).toBe(0)
    expect(
      (await personas(home, ['ingest', '--from-tags', 'tagged/records/**/*.parquet', '--out', 'parts'])).code,
    ).toBe(0)
    expect((await personas(home, ['ingest', 'notes', '--out', 'one'])).code).toBe(0)
    expect(contents(join(home, 'parts'))).toEqual(contents(join(home, 'one')))
  },
)

/** @returns the process of an executor of this cluster with the tool at work below it; throws while there is none */
function busyExecutor(cluster: number): number {
  const parents = new Map<number, number>()
  const commands = new Map<number, string>()
  for (const pid of readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)) {
    try {
      parents.set(pid, Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]))
      commands.set(pid, readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
    } catch {
      // It has ended meanwhile.
    }
  }
  const above = (pid: number): number[] => {
    const parent = parents.get(pid)
    return parent === undefined || parent === 0 ? [] : [parent, ...above(parent)]
  }
  for (const [pid, command] of commands) {
    const line = above(pid)
    const executor = line.find((one) => commands.get(one)?.includes('CoarseGrainedExecutorBackend'))
    if (command.includes('personas.js\0tag') && executor !== undefined && line.includes(cluster)) return executor
  }
  throw new Error('No executor is at work yet.')
}
