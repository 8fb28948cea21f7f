/** A check of what is as it was says what the last one said; whatever it looks at, it must never say so when something differs. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { look, remember, type Said } from '../../src/commands/recall.ts'
import type { Context } from '../../src/context.ts'
import { digest } from '../../src/digest.ts'
import { INGESTED, NOTE, PAGE, configure, edit, goodRepo, read } from '../checks/good-repo.ts'
import { commitAll } from '../repository.ts'
import { CORRECTION, contents, folder, personas, put, type Ran } from '../workbench.ts'

const program = vi.hoisted(() => ({ id: 'this one' }))
vi.mock(import('../../src/io/program.ts'), async (original) => ({ ...(await original()), programId: () => program.id }))

const DAY = '2027-04-01'
const caches = (home: string) => join(home, '.cache')
const check = (home: string, ...more: string[]) =>
  personas(home, ['check', '--now', DAY, ...more], { PERSONAS_CACHE_DIR: caches(home) })
/** What is remembered of checks, by its path. */
function memory(home: string): string[] {
  const names = Object.keys(contents(home)).filter((name) => name.startsWith('.cache/') && name.endsWith('.check'))
  return names.map((name) => join(home, name))
}

/** A repo with something to complain about and something waived, and a check of it that is remembered. */
async function checked(...options: string[]): Promise<string> {
  const home = await goodRepo()
  configure(home, {
    rules: { 'coverage/too-few-calls': 'error' },
    waivers: [{ rule: 'persona/stale', path: PAGE, reason: 'We talk in May.', expires: '2027-05-31' }],
  })
  put(home, '.personasignore', '*.draft.md\n')
  await personas(home, ['ingest', 'notes', '--now', INGESTED], {})
  await check(home, ...options)
  return home
}

/** Puts a number into what is remembered that no check would say: where it is said, it was recalled. */
function mark(home: string): void {
  for (const path of memory(home)) {
    const body = readFileSync(path, 'utf8')
      .slice(17)
      .replace(/"notes":\d+/, '"notes":4711')
      .replaceAll('"says":"', '"says":"4711 ')
    put(home, path.slice(home.length + 1), `${digest(body)} ${body}`)
  }
}
const isRecalled = ({ stdout }: Ran) => stdout.includes('4711')

describe('a check of what is as it was', () => {
  test.each(['pretty', 'json', 'github', 'sarif', 'junit', 'markdown'])(
    'says in the format %s what a whole one says, whichever format was asked for before',
    async (format) => {
      const home = await checked()
      const whole = await check(home, '--format', format, '--no-cache')
      expect(whole.code).toBe(1)
      expect(await check(home, '--format', format)).toEqual(whole)
      mark(home)
      expect(isRecalled(await check(home, '--format', format))).toBe(true)
      expect(readdirSync(join(caches(home), readdirSync(caches(home))[0] ?? ''))).toHaveLength(1)
    },
  )

  test('names files from the top of the repository, wherever that has come to be', async () => {
    const home = await checked()
    const top = folder()
    renameSync(home, join(top, 'sales'))
    const inner = join(top, 'sales')
    await check(inner)
    commitAll(top)
    for (const format of ['sarif', 'github']) {
      const said = await check(inner, '--format', format)
      expect(said.stdout).toContain('sales/personas/')
      expect(said).toEqual(await check(inner, '--format', format, '--no-cache'))
    }
  })

  test('ends as it is asked to, and writes the report where it is asked for', async () => {
    const home = await checked()
    configure(home, { rules: { 'persona/stale': 'warn' } })
    await check(home)
    mark(home)
    expect((await check(home)).code).toBe(0)
    expect((await check(home, '--fail-on', 'warn')).code).toBe(1)
    const said = await check(home, '--output-file', 'report.txt')
    expect([said.stdout, said.stderr]).toEqual(['', expect.stringContaining('4711 notes')])
    expect(read(home, 'report.txt')).toContain('4711 notes')
  })

  test('is recalled for the same paths, from the same folder, for the same folder of pages', async () => {
    const home = await checked('notes')
    mark(home)
    expect(isRecalled(await check(home, 'notes'))).toBe(true)
    expect(isRecalled(await check(home))).toBe(false)
    mark(home)
    expect(isRecalled(await check(home, '--out', 'personas'))).toBe(true)
    cpSync(join(home, 'personas'), join(home, 'other'), { recursive: true })
    expect(isRecalled(await check(home, '--out', 'other'))).toBe(false)
    mark(home)
    expect(isRecalled(await check(home, '--out', 'other'))).toBe(true)
    const from = (where: string) => personas(where, ['check', '--now', DAY], { PERSONAS_CACHE_DIR: caches(home) })
    expect(isRecalled(await from(join(home, 'notes')))).toBe(false)
  })
})

describe('a check is whole after', () => {
  const QUIET = '---\ndate: 2026-08-30\naccount: Brackley\n---\n\nWeather was fine.\n'
  test.each<[string, (home: string) => void, string[]?]>([
    ['another word in a note', (home) => edit(home, NOTE, (text) => text.replace('five years', 'six years'))],
    ['other line ends in a note', (home) => edit(home, NOTE, (text) => text.replaceAll('\n', '\r\n'))],
    ['a note more', (home) => put(home, 'notes/2026-08-30-quiet.md', QUIET)],
    ['a note less', (home) => rmSync(join(home, NOTE))],
    ['a note renamed', (home) => renameSync(join(home, NOTE), join(home, 'notes/2026-05-10-other.md'))],
    ['a note that is no text any more', (home) => put(home, NOTE, new Uint8Array([0xff, 0xfe, 0, 1]))],
    ['a note that is a folder', (home) => (rmSync(join(home, NOTE)), mkdirSync(join(home, NOTE)))],
    ['a note ignored', (home) => put(home, '.personasignore', 'notes/2026-05*\n')],
    ['a page edited inside its block', (home) => edit(home, PAGE, (text) => text.replace('small', 'large'))],
    [
      'a page edited in its front matter',
      (home) => edit(home, PAGE, (text) => text.replace('kind:', 'reviewed: 2027-03-30\nkind:')),
    ],
    ['words of a team on a page', (home) => edit(home, PAGE, (text) => `${text}\nWrite to dana@brackley.example.\n`)],
    ['a page gone', (home) => rmSync(join(home, PAGE))],
    [
      'a page more',
      (home) => put(home, 'personas/captain.md', read(home, PAGE).replaceAll('finance-leader', 'captain')),
    ],
    ['a page of evidence gone', (home) => rmSync(join(home, 'personas/evidence/finance-leader.md'))],
    ['the lock gone', (home) => rmSync(join(home, 'personas/personas.lock'))],
    ['a torn lock', (home) => edit(home, 'personas/personas.lock', (text) => text.slice(0, 90))],
    ['a correction', (home) => put(home, 'personas/corrections.jsonl', CORRECTION)],
    [
      'a theme renamed',
      (home) => edit(home, 'personas/themes.yaml', (text) => text.replace(/name: [^,}\n]+/, 'name: Dear')),
    ],
    ['a waiver taken back', (home) => configure(home, { rules: { 'coverage/too-few-calls': 'error' } })],
    ['a rule switched off', (home) => configure(home, { rules: { 'persona/stale': 'off' } })],
    ['a setting', (home) => put(home, 'personas.config.json', '{"links":"plain"}')],
    ['a setting that is wrong', (home) => put(home, 'personas.config.json', '{"links":"round"}')],
    ['an output folder that is none', (home) => put(home, 'personas.config.json', '{"out":7}')],
    ['settings that are none', (home) => put(home, 'personas.config.json', 'null')],
    ['a configuration torn', (home) => put(home, 'personas.config.json', '{"links"')],
    ['no configuration', (home) => rmSync(join(home, 'personas.config.json'))],
    [
      'another configuration',
      (home) => put(home, 'other.json', '{"checks":{"maxAge":"9y"}}'),
      ['--config', 'other.json'],
    ],
    ['another age', () => {}, ['--max-age', '9y']],
    ['an age that is none', () => {}, ['--max-age', 'soon']],
    ['the last day of a waiver', () => {}, ['--now', '2027-06-01']],
    ['a day before', () => {}, ['--now', INGESTED]],
    ['a path that is not there', () => {}, ['nowhere']],
    ['a pattern', () => {}, ['notes/*-1[12]-*.md']],
    ['another program', () => void (program.id = 'another one')],
  ])('%s', async (_, change, more = []) => {
    program.id = 'this one'
    const home = await checked()
    mark(home)
    expect(isRecalled(await check(home))).toBe(true)
    change(home)
    const whole = await check(home, ...more, '--no-cache')
    expect(await check(home, ...more)).toEqual(whole)
    // Whether this one is remembered or not, the next says the same.
    expect(await check(home, ...more)).toEqual(whole)
  })

  test('another template of pages', async () => {
    const home = await checked()
    put(home, 'forms/persona.md', readFileSync('templates/persona.md', 'utf8'))
    put(home, 'personas.config.json', '{"templates":"forms"}')
    await check(home)
    mark(home)
    expect(isRecalled(await check(home))).toBe(true)
    edit(home, 'forms/persona.md', (text) => `${text}\n## More\n`)
    expect(await check(home)).toEqual(await check(home, '--no-cache'))
  })

  test('what the program is made of changed', { timeout: 60_000 }, async () => {
    const home = await goodRepo()
    const install = folder()
    const from = resolve(import.meta.dirname, '../..')
    for (const name of ['bin', 'dist', 'templates', 'package.json'])
      cpSync(join(from, name), join(install, name), { recursive: true, preserveTimestamps: true })
    symlinkSync(join(from, 'node_modules'), join(install, 'node_modules'))
    const run = () => {
      const args = [join(install, 'bin/personas.js'), 'check', '--now', '2027-08-01']
      const env = { ...process.env, PERSONAS_CACHE_DIR: caches(home) }
      return spawnSync(process.execPath, args, { cwd: home, encoding: 'utf8', env }).stdout
    }
    expect(run()).toBe(run())
    mark(home)
    expect(run()).toContain('4711 notes')
    edit(install, 'dist/checks/persona/stale.js', (text) => text.replaceAll('Add newer notes', 'Add notes of today'))
    expect(run()).toContain('Add notes of today')
  })
})

describe('what changes while a check runs', () => {
  const options = { failOn: 'error', format: 'pretty' } as const
  const sightOf = async (home: string) => {
    const context = { cwd: home, env: { PERSONAS_CACHE_DIR: caches(home) } } as unknown as Context
    const sight = await look([], DAY, options, context)
    if (sight === null) throw new Error('nothing was seen')
    return sight
  }

  test('a setting is noticed', async () => {
    const home = await goodRepo()
    const sight = await sightOf(home)
    expect(sight.hasMoved()).toBe(false)
    configure(home, { maxAge: '9y' })
    expect(sight.hasMoved()).toBe(true)
  })

  test('a note is as it was when it was read first; one of those that are too many to keep is noticed', async () => {
    const home = await goodRepo()
    for (const name of ['1', '2']) put(home, `notes/${name}.md`, 'word '.repeat(900_000))
    const sight = await sightOf(home)
    const paths = sight.found.filter((path) => /[12]\.md$/.test(path) && !path.includes('2026'))
    for (const path of paths) put(home, path.slice(home.length + 1), 'Other words.\n')
    const text = (path = '') => Buffer.from(sight.bytesOf(path) as Uint8Array).toString()
    expect(text(paths[0])).toMatch(/^word /)
    expect(sight.hasMoved()).toBe(false)
    expect(text(paths[1])).toBe('Other words.\n')
    expect(sight.hasMoved()).toBe(true)
    remember(sight, {} as Said)
    expect(memory(home)).toEqual([])
  })
})

describe('nothing is remembered', () => {
  test.each([['--git'], ['--since', 'HEAD'], ['--full'], ['--fix'], ['--no-cache']])(
    'or believed with %s',
    { timeout: 60_000 },
    async (...options) => {
      const home = await checked()
      put(home, '.gitignore', '.cache\n')
      commitAll(home)
      mark(home)
      expect(isRecalled(await check(home, ...options))).toBe(false)
      rmSync(caches(home), { recursive: true })
      await check(home, ...options)
      expect(() => memory(home)).not.toThrow()
      expect(memory(home)).toEqual([])
    },
  )

  test.each<[string, (home: string) => void]>([
    ['a page is as its commit may know it', (home) => edit(home, PAGE, (text) => text.replace('small', 'large'))],
    ['git may know where a note went', (home) => rmSync(join(home, NOTE))],
    ['a note could not be read', (home) => execFileSync('mkfifo', [join(home, 'notes/pipe.md')])],
    ['a note is too large', (home) => put(home, 'notes/large.md', 'x'.repeat(5_000_001))],
    ['there is no lock', (home) => rmSync(join(home, 'personas/personas.lock'))],
  ])('where %s', async (_, change) => {
    const home = await goodRepo()
    change(home)
    await check(home, 'notes')
    await check(home)
    expect(memory(home)).toEqual([])
  })

  // Root may look into every folder.
  test.skipIf(process.getuid?.() === 0)('where a folder may not be looked into', async () => {
    const home = await goodRepo()
    put(home, 'notes/closed/one.md', 'Words.\n')
    chmodSync(join(home, 'notes/closed'), 0)
    const said = await check(home)
    chmodSync(join(home, 'notes/closed'), 0o755)
    expect(said.stdout).toContain('permission denied')
    expect(memory(home)).toEqual([])
  })

  test('in a pull request, which changes what it changes', async () => {
    const home = await checked()
    mark(home)
    const env = { PERSONAS_CACHE_DIR: caches(home), GITHUB_BASE_REF: 'main' }
    expect(isRecalled(await personas(home, ['check', '--now', DAY], env))).toBe(false)
  })
})

describe('what is remembered', () => {
  test.each<[string, (text: string) => string]>([
    ['cut short', (text) => text.slice(0, -2)],
    ['empty', () => ''],
    ['without its digest', (text) => text.slice(17)],
    ['altered', (text) => text.replace('"notes":4711', '"notes":4712')],
    ['no JSON', () => `${digest('no JSON')} no JSON`],
    ['null', () => `${digest('null')} null`],
    ['of another kind', () => `${digest('[1]')} [1]`],
  ])('is not believed when it is %s', async (_, change) => {
    const home = await checked()
    mark(home)
    for (const path of memory(home)) put(home, path.slice(home.length + 1), change(readFileSync(path, 'utf8')))
    expect(await check(home)).toEqual(await check(home, '--no-cache'))
  })

  test('of an ingest is none of a check', async () => {
    const home = await checked()
    await personas(home, ['ingest', 'notes', '--now', DAY], { PERSONAS_CACHE_DIR: caches(home) })
    const names = Object.keys(contents(caches(home)))
    const [ingest = '', before = ''] = ['.run', '.check'].map((end) => names.find((name) => name.endsWith(end)))
    put(home, `.cache/${before}`, contents(caches(home))[ingest] ?? '')
    expect(await check(home)).toEqual(await check(home, '--no-cache'))
  })

  test('may have no place, which fails nothing', async () => {
    const home = await checked()
    const whole = await check(home, '--no-cache')
    rmSync(caches(home), { recursive: true })
    put(home, '.cache', 'a file')
    expect([await check(home), await check(home)]).toEqual([whole, whole])
  })

  test('is for its owner alone, holds no word of a note, and is counted and cleared', async () => {
    const home = await checked()
    const [path = ''] = memory(home)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const kept = readFileSync(path, 'utf8')
    expect(kept).toContain('We talk in May.')
    for (const line of read(home, NOTE).matchAll(/\*\* (.{20})/g)) expect(kept).not.toContain(line[1])
    const env = { PERSONAS_CACHE_DIR: caches(home) }
    const { stdout } = await personas(home, ['cache', 'info', '--format', 'json'], env)
    expect(JSON.parse(stdout)).toMatchObject({ files: Object.keys(contents(caches(home))).length })
    await personas(home, ['cache', 'clear'], env)
    expect(() => contents(caches(home))).toThrow('ENOENT')
  })
})
