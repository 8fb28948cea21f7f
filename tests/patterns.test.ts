/**
 * No pattern takes time that grows faster than its text: a tool looks at every regular expression that is written in the source and at
 * every one that is built while the program runs, and a text made for it is read at one length and at twice that.
 * What a note may hold at most (limits.test.ts) bounds what the tool can't see.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'
import { analyse } from 'scslre'
import { describe, expect, test, vi } from 'vitest'
import { folder } from './workbench.ts'

const SOURCE = resolve(import.meta.dirname, '../src')

interface Pattern {
  place: string
  source: string
  flags: string
}

/** Every literal of a file, with its line. */
function literals(file: string): Pattern[] {
  const text = readFileSync(join(SOURCE, file), 'utf8')
  const found: Pattern[] = []
  const stack: unknown[] = [parseSync(file, text).program]
  while (stack.length > 0) {
    const node = stack.pop() as Record<string, unknown> & { regex?: { pattern: string; flags: string }; start?: number }
    if (typeof node !== 'object' || node === null) continue
    if (node.regex)
      found.push({
        place: `${file}:${text.slice(0, node.start).split('\n').length}`,
        source: node.regex.pattern,
        flags: node.regex.flags,
      })
    stack.push(...Object.values(node))
  }
  return found
}

/** What takes quadratic or exponential time on some text, in words. */
function faults({ place, source, flags }: Pattern): string[] {
  const { reports } = analyse({ source, flags })
  return reports.map(
    (report) => `${place} ${report.exponential ? 'exponential' : 'polynomial'} (${report.type}): ${source}`,
  )
}

describe('no text makes a pattern slow', () => {
  test('the tool sees what is wrong', () => {
    const seen = (pattern: RegExp) => faults({ place: '', source: pattern.source, flags: pattern.flags }).length
    expect([/^(?:a+)+$/, /\s+$/, /a*a*b/, /\s*,/].map(seen)).not.toContain(0)
    expect([/(?<!\s)\s+$/, /^a+b/, /a{1,60}b/].map(seen)).toEqual([0, 0, 0])
  })

  test('of those in the source', () => {
    const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    const all = files.flatMap(literals)
    expect(all.length).toBeGreaterThan(500)
    expect(all.flatMap(faults)).toEqual([])
  }, 120_000)

  test('of those that are built while the program runs', async () => {
    const built = new Map<string, Pattern>()
    const Original = RegExp
    vi.stubGlobal(
      'RegExp',
      new Proxy(Original, {
        construct(target, args: [string | RegExp, string?]) {
          const made = new target(...args)
          const caller = new Error().stack?.split('\n')[2] ?? ''
          const place = /\/src\/(\S+?\.ts)/.exec(caller)?.[1]
          if (place !== undefined)
            built.set(`${place} ${made.source}`, { place, source: made.source, flags: made.flags })
          return made
        },
      }),
    )
    try {
      vi.resetModules()
      const { run } = await import('../src/cli.ts')
      const home = folder({
        'notes/a.md':
          '---\ndate: 2026-03-02\naccount: Hallmann\nparticipants: Maria de la Cruz (CFO), A+B. Odd* (IT)\n---\n\n**Maria de la Cruz:** It is too expensive, we pay 80k. #objection\n**A+B. Odd*:** It has to write into DATEV. #criterion\n',
        'personas.config.json':
          '{"us":{"company":"Ac.me (x)","products":["A*"],"people":["Sam Reed"],"domains":["acme.example"]},"competitors":["(b|b)*"],"aliases":{"Hallmann":["H+"]}}',
      })
      const streams = {
        cwd: home,
        env: { SOURCE_DATE_EPOCH: '1795305600' },
        stdout() {},
        stderr() {},
        terminal: false,
        color: false,
      }
      for (const args of [
        ['ingest', 'notes'],
        ['check'],
        ['quotes'],
        ['forget', 'Maria de la Cruz', 'notes', '--dry-run'],
      ])
        await run(args, streams)
    } finally {
      vi.unstubAllGlobals()
      vi.resetModules()
    }
    expect(built.size).toBeGreaterThan(3)
    expect([...built.values()].flatMap(faults)).toEqual([])
  }, 120_000)
})
