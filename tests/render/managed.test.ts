import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { setFrontMatter } from '../../src/render/front-matter.ts'
import { blockDigest, readPage, writePage } from '../../src/render/managed.ts'

const BLOCK = ['# Finance leader', '', 'text']
const page = writePage({ before: '---\nowner: dana\n---\n', after: '', eol: '\n' }, BLOCK, '2026-01-02')

describe('readPage', () => {
  test('gives the page in its parts', () => {
    expect(readPage(page)).toEqual({
      before: '---\nowner: dana\n---\n',
      lines: BLOCK,
      after: '',
      digest: blockDigest(BLOCK),
      changed: '2026-01-02',
      eol: '\n',
    })
  })

  test('a file without markers is not ours', () => {
    expect(readPage('# My page\n')).toBeNull()
  })

  test('markers in a code fence are text', () => {
    expect(readPage('```\n<!-- personas:begin v1 -->\n```\n')).toBeNull()
    expect(readPage(`${page}~~~md\n<!-- personas:end -->\n~~~\n`)).toMatchObject({
      after: '~~~md\n<!-- personas:end -->\n~~~\n',
    })
  })

  test.each([
    ['unclosed', page.replace('<!-- personas:end -->\n', ''), 'has no end marker'],
    ['closed twice', `${page}<!-- personas:end -->\n`, 'marker outside the block'],
    ['opened twice', page.replace('# Finance', `${page.split('\n')[3]}\n# Finance`), 'should be the end marker'],
    ['from a newer version', page.replace('begin v1', 'begin v2'), 'format v2'],
    ['with anything else in a marker', page.replace('changed=', 'by=dana changed='), 'not a begin marker'],
    ['beginning with the end', '<!-- personas:end -->\n', 'not a begin marker'],
  ])('a block %s is said to be broken', (_, text, says) => {
    expect(readPage(text)).toEqual({ error: expect.stringContaining(says) })
  })

  test('anything around the block survives another block, byte for byte', () => {
    // A line of people's own that looks like a marker makes the page broken, which is tested above.
    const own = fc
      .string({ unit: 'binary' })
      .filter((text) => !text.includes('personas:') && !/^ {0,3}[`~]{3}/m.test(text))
    fc.assert(
      fc.property(own, own, fc.constantFrom('\n' as const, '\r\n' as const), (above, below, eol) => {
        const before = above === '' ? '' : `${above}\n`
        const text = writePage({ before, after: below, eol }, BLOCK, '2026-01-02')
        const read = readPage(text)
        expect(read).toMatchObject({ before, after: below, eol, lines: BLOCK, digest: blockDigest(BLOCK) })
        if (read === null || 'error' in read) throw new Error('unreachable')
        const next = writePage(read, ['other'], '2026-02-03')
        expect(next.startsWith(before)).toBe(true)
        expect(next.endsWith(below)).toBe(true)
        expect(writePage(read, BLOCK, '2026-01-02')).toBe(text)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('setFrontMatter', () => {
  const values = [
    ['persona', 'finance-leader'],
    ['updated', '2026-02-03'],
  ] as const

  test('makes it where there is none', () => {
    expect(setFrontMatter('', values, '\n')).toBe('---\npersona: finance-leader\nupdated: 2026-02-03\n---\n')
    expect(setFrontMatter('mine\n', values, '\n')).toBe(
      '---\npersona: finance-leader\nupdated: 2026-02-03\n---\nmine\n',
    )
  })

  test('replaces its own values, over several lines too, and leaves every other line as it is', () => {
    const before =
      '---\nreviewed: 2026-01-01   # by hand\nupdated:\n  2025-01-01\nteam: {a:  1}\npersona: old\n---\nmine\n'
    expect(setFrontMatter(before, values, '\n')).toBe(
      '---\nreviewed: 2026-01-01   # by hand\nupdated: 2026-02-03\nteam: {a:  1}\npersona: finance-leader\n---\nmine\n',
    )
  })

  test.each([
    [
      'a comment behind its own key',
      '---\nupdated: 2025-01-01 # seen by Dana\n---\n',
      '---\npersona: finance-leader\nupdated: 2026-02-03 # seen by Dana\n---\n',
    ],
    [
      'a sign that begins no comment',
      '---\npersona: "a # b"\nupdated: x\n---\n',
      '---\npersona: finance-leader\nupdated: 2026-02-03\n---\n',
    ],
    [
      'a comment behind a value of several lines',
      '---\nupdated: {\n  a: 1\n} # why\n---\n',
      '---\npersona: finance-leader\nupdated: 2026-02-03 # why\n---\n',
    ],
    [
      'quoted keys',
      '---\n"persona": old\n\'updated\': 2025-01-01\n---\n',
      '---\n"persona": finance-leader\n\'updated\': 2026-02-03\n---\n',
    ],
    [
      'a page that begins with a rule across it',
      '---\n\nOurs since 2020.\n\n---\nmine\n',
      '---\npersona: finance-leader\nupdated: 2026-02-03\n---\n---\n\nOurs since 2020.\n\n---\nmine\n',
    ],
    [
      'front matter without a field yet',
      '---\n# ours\n---\n',
      '---\npersona: finance-leader\nupdated: 2026-02-03\n# ours\n---\n',
    ],
  ])('keeps %s', (_, before, after) => {
    expect(setFrontMatter(before, values, '\n')).toBe(after)
    expect(setFrontMatter(after, values, '\n')).toBe(after)
  })

  test('keeps CRLF', () => {
    expect(setFrontMatter('---\r\nowner: dana\r\n---\r\n', values, '\r\n')).toBe(
      '---\r\npersona: finance-leader\r\nupdated: 2026-02-03\r\nowner: dana\r\n---\r\n',
    )
  })

  test('setting twice is setting once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('owner: x', 'updated: y', '  z: 1', 'evidence:', '---', 'text', '')),
        (lines) => {
          const once = setFrontMatter(lines.map((line) => `${line}\n`).join(''), values, '\n')
          expect(setFrontMatter(once, values, '\n')).toBe(once)
        },
      ),
    )
  })
})
