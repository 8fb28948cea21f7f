/** What a command loads before it does anything: a user waits for it each time. */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { folder, put } from './workbench.ts'

const BIN = resolve(import.meta.dirname, '../bin/personas.js')
const HOOK = `
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context)
  process._rawDebug('LOADED ' + found.url)
  return found
}`
const script = (text: string) => `data:text/javascript,${encodeURIComponent(text)}`
const REGISTER = script(`import { register } from 'node:module'\nregister(${JSON.stringify(script(HOOK))})`)

/** @returns the paths of all that is imported */
function pathsLoadedBy(home: string, ...args: string[]): string[] {
  const ran = spawnSync(process.execPath, ['--import', REGISTER, BIN, ...args], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, SOURCE_DATE_EPOCH: '1795305600', PERSONAS_CACHE_DIR: join(home, 'cache') },
  })
  return [...ran.stderr.matchAll(/^LOADED file:\/\/(\S+)$/gm)].map(([, path]) => path ?? '')
}

/** @returns packages by name, own files by their path in dist/ */
function named(paths: readonly string[]): string[] {
  const names = paths.map(
    (path) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.split('/dist/')[1] ?? path,
  )
  return [...new Set(names)]
}
const loadedBy = (home: string, ...args: string[]) => named(pathsLoadedBy(home, ...args))
const packages = (names: string[]) => names.filter((name) => !/[./]/.test(name)).toSorted()
const NOTE =
  '---\ndate: 2026-03-02\naccount: Acme\n---\n**Maria Lopez (CFO):** It is too expensive for us. #objection\n'

/** What a check loads to find out that it has nothing to do. */
const CHEAP = new Set([
  'checks/calendar.js',
  'checks/rule-ids.js',
  'commands/check.js',
  'commands/recall.js',
  'io/cache-folder.js',
  'io/files.js',
  'io/last-run.js',
  'io/find-notes.js',
  'io/pages.js',
  'io/place.js',
  'io/program.js',
  'io/read-note.js',
  'io/regular-file.js',
  'io/replace-file.js',
  'io/today.js',
  'render/escape.js',
  'render/lock.js',
])

test.each(['--version', '--help'])('%s loads the command line and nothing else', (option) => {
  const loaded = loadedBy(folder(), option)
  expect(packages(loaded)).toEqual(['chalk', 'commander'])
  expect(loaded.filter((name) => /^(?:analyze|tagging|synthesize|render|io|commands)\//.test(name))).toEqual([])
})

test('an ingest of known notes loads no parser, no tagger, no worker pool and no watcher', () => {
  const home = folder({ 'notes/a.md': NOTE })
  const cold = loadedBy(home, 'ingest', 'notes')
  expect(packages(cold)).toContain('remark')
  expect(cold).toContain('tagging/encoder-tagger.js')
  rmSync(join(home, 'personas/README.md'))
  const paths = pathsLoadedBy(home, 'ingest', 'notes')
  const warm = named(paths)
  expect(warm).toContain('plan.js')
  expect(packages(warm)).not.toContain('remark')
  for (const name of ['gray-matter', 'tinypool', 'chokidar', 'hyparquet', 'diff'])
    expect(packages(warm)).not.toContain(name)
  expect(warm.filter((name) => name.startsWith('tagging/'))).toEqual([])
  // Themes need the stemmer; the whole of natural takes a second, and all of its stemmers a tenth of one.
  const ofNatural = paths.flatMap((path) => path.split('/node_modules/natural/')[1] ?? [])
  expect([...new Set(ofNatural)]).toEqual(['lib/natural/stemmers/porter_stemmer.js'])
  put(home, 'notes/b.md', NOTE)
  expect(packages(loadedBy(home, 'ingest', 'notes'))).toContain('remark')
})

test('a check of what is as it was loads no rule, no page, no configuration, no model and no git', () => {
  const home = folder({ 'notes/a.md': NOTE })
  loadedBy(home, 'ingest', 'notes')
  const first = loadedBy(home, 'check')
  expect(first).toContain('checks/rules.js')
  expect(packages(first)).toEqual(expect.arrayContaining(['yaml', 'zod']))
  for (const args of [[], ['notes'], ['--format', 'json'], ['--format', 'junit'], ['--format', 'markdown']]) {
    loadedBy(home, 'check', ...args)
    const loaded = loadedBy(home, 'check', ...args)
    expect(packages(loaded)).toEqual(['chalk', 'commander'])
    const own = loaded.filter((name) => /^(?:analyze|tagging|synthesize|render|checks|commands|io)\//.test(name))
    expect(own.filter((name) => !CHEAP.has(name))).toEqual([])
  }
})

test('an ingest with nothing to do loads nothing that makes pages', () => {
  const home = folder({ 'notes/a.md': NOTE })
  loadedBy(home, 'ingest', 'notes')
  const loaded = loadedBy(home, 'ingest', 'notes')
  expect(packages(loaded)).not.toContain('natural')
  expect(loaded).not.toContain('plan.js')
  expect(loaded).not.toContain('io/cache.js')
})
