/** The package as npm would publish it, installed in an empty folder. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { contents, folder, put } from './workbench.ts'

const REPO = resolve(import.meta.dirname, '..')
const npm = (args: string[], cwd: string) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' })

/** An empty folder with the packed package in node_modules; its dependencies are those of the repo, so that no network is needed. */
function installed(): string {
  const home = folder({ 'package.json': '{"type":"module"}' })
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', home], REPO)) as [
    { filename: string },
  ]
  const modules = join(home, 'node_modules')
  mkdirSync(modules)
  execFileSync('tar', ['-xzf', filename], { cwd: home })
  cpSync(join(home, 'package'), join(modules, 'personas'), { recursive: true })
  for (const name of readdirSync(join(REPO, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(REPO, 'node_modules', name), join(modules, name), 'junction')
  }
  return home
}

describe('the package', () => {
  let files: string[]
  beforeAll(() => {
    const [packed] = JSON.parse(npm(['pack', '--dry-run', '--json', '--ignore-scripts'], REPO)) as [
      { files: { path: string }[] },
    ]
    files = packed.files.map((file) => file.path)
  })

  test('carries code, types, weights and licences, and no tests, sources or notes', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'bin/personas.js',
        'dist/index.js',
        'dist/index.d.ts',
        'dist/tagging/linear.bin',
        'LICENSE',
        'NOTICE',
      ]),
    )
    expect(files.filter((file) => /^(src|tests|fixtures)\//.test(file))).toEqual([])
  })

  test('runs, and its types hold, in an empty folder; time zone and locale change no byte', () => {
    const home = installed()
    put(
      home,
      'notes/2026-03-02-hallmann.md',
      '2026-03-02 Hallmann\n\n**Katrin Vogt (CFO):** Too dear for what it does. #objection\n',
    )
    const ingest = (out: string, env: NodeJS.ProcessEnv) =>
      spawnSync(
        process.execPath,
        ['node_modules/personas/bin/personas.js', 'ingest', 'notes', '--out', out, '--now', '2026-03-03'],
        {
          cwd: home,
          encoding: 'utf8',
          env: { ...process.env, ...env },
        },
      )
    expect(ingest('one', { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toMatchObject({
      status: 0,
    })
    expect(ingest('two', { TZ: 'America/Anchorage', LANG: 'C', LC_ALL: 'C' })).toMatchObject({ status: 0 })
    expect(contents(join(home, 'one'))).toEqual(contents(join(home, 'two')))
    put(
      home,
      'use.ts',
      "import { parse, type NoteAnalysis } from 'personas'\nexport const notes: NoteAnalysis[] = []\nexport const read = parse\n",
    )
    const tsc = [
      join(REPO, 'node_modules/typescript/bin/tsc'),
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      '',
      'use.ts',
    ]
    expect(spawnSync(process.execPath, tsc, { cwd: home, encoding: 'utf8' })).toMatchObject({ status: 0, stdout: '' })
  })
})
