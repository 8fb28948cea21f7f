/** What CONTRIBUTING.md promises: every dependency has its reason, every line of the threat model a test that is there. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const REPO = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(REPO, path), 'utf8')
const guide = read('CONTRIBUTING.md')
const manifest = JSON.parse(read('package.json')) as Record<'dependencies' | 'scripts', Record<string, string>>

/** Cells of the table below a heading, without its head. */
function rowsBelow(heading: string): string[][] {
  const section = guide.slice(guide.indexOf(`\n## ${heading}`) + 1).split('\n## ')[0] ?? ''
  const lines = section.split('\n').filter((line) => line.startsWith('| '))
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim()),
  )
}

describe('dependencies', () => {
  const rows = rowsBelow('Dependencies')

  test('each that is installed with the program is in the table with its reason, and the table names no other', () => {
    const named = rows.flatMap(([names = '']) => (/\(to (?:test|build)\)/.test(names) ? [] : names.split(', ')))
    expect(named.toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted())
    for (const [name, use = '', why = ''] of rows)
      expect([name, use.length > 3, why.length > 10]).toEqual([name, true, true])
  })

  test('installing the program runs nothing: no script of ours for it, none of a dependency', () => {
    // `prepare` runs in a checkout alone, never for a package from a registry.
    expect(Object.keys(manifest.scripts).filter((name) => /install/.test(name))).toEqual([])
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { dev?: boolean; optional?: boolean; hasInstallScript?: boolean }>
    }
    const running = Object.entries(packages).filter(
      ([path, one]) => path !== '' && one.hasInstallScript && !one.dev && !one.optional,
    )
    expect(running.map(([path]) => path)).toEqual([])
  })

  test('a release is built by its workflow alone, says so, and uses actions by their commits', () => {
    const release = read('.github/workflows/release.yml')
    expect(release).toContain('npm publish --provenance')
    expect(release).toContain('id-token: write')
    for (const [, action = ''] of release.matchAll(/uses: (\S+)/g)) expect(action).toMatch(/@[0-9a-f]{40}$/)
  })
})

describe('the threat model', () => {
  const rows = rowsBelow('Security: what a stranger could try')

  test('has its lines', () => expect(rows.length).toBeGreaterThan(20))

  test.each(rows)('%s', (_, __, ___, shown = '') => {
    const proofs = [...shown.matchAll(/`(tests\/[^`]+)`((?: “[^”]+”)*)/g)]
    expect(proofs.length).toBeGreaterThan(0)
    for (const [, path = '', titles = ''] of proofs) {
      expect([path, existsSync(join(REPO, path))]).toEqual([path, true])
      for (const [, title = ''] of titles.matchAll(/“([^”]+)”/g))
        expect([path, read(path).includes(title)]).toEqual([path, true])
    }
  })
})
