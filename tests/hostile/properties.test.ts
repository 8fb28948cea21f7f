/** Whatever comes in from outside is read or refused, never thrown over. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prepare } from '../../src/analyze/analyze.ts'
import { findQuote, noteWords } from '../../src/checks/quote/find.ts'
import { readConfig } from '../../src/config.ts'
import { parseCorrections } from '../../src/corrections.ts'
import { readNote } from '../../src/io/read-note.ts'
import { openWorkspace } from '../../src/io/workspace.ts'
import { describe as inWords } from '../../src/problems.ts'
import { readQuote } from '../../src/render/anchor.ts'
import { lockedNotes, renderLock } from '../../src/render/lock.ts'
import { quoting } from '../../src/render/quote.ts'
import { attribute } from '../../src/synthesize/attribute.ts'
import { parseCodebook, writeCodebook } from '../../src/synthesize/codebook.ts'
import { settleCodebook } from '../../src/synthesize/settle-codebook.ts'
import { SIGNALS } from '../../src/types.ts'
import { config, note } from '../synthesize/notes.ts'
import { folder } from '../workbench.ts'

const RUNS = { numRuns: 1000 }

test('any bytes as a note are read, or refused with a sentence', () => {
  const home = folder()
  const workspace = openWorkspace(home, {})
  const path = join(home, 'a.md')
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
    fc
      .array(
        fc.constantFrom(
          '---\n',
          '+++\n',
          'a: ',
          '[',
          '{',
          '&a ',
          '*a',
          '"',
          '\n',
          '- ',
          '<<: ',
          '!!x ',
          '\uFEFF',
          'js\n',
          '#',
          ': ',
        ),
      )
      .map((parts) => Buffer.from(`---\n${parts.join('')}`)),
  )
  fc.assert(
    fc.property(bytes, (written) => {
      writeFileSync(path, written)
      const read = readNote(path, workspace)
      const { untagged, problems } =
        'rule' in read ? { untagged: null, problems: [read] } : prepare(read, workspace.config)
      expect(untagged === null && problems.length === 0).toBe(false)
      for (const found of problems) expect(inWords(found).says).not.toMatch(/undefined|\[object|\{\w+\}\.?$/)
    }),
    RUNS,
  )
})

test('what is cut from any note, rendered and read back, stands where it stood', () => {
  const used = config()
  const piece = fc.oneof(
    fc.constantFrom(
      '\nMaria Lopez (CFO): ',
      '\n',
      '\n\n',
      '- ',
      '> ',
      '# A\n',
      '| a | b |\n|---|---|\n| c | ',
      '"',
      ' #objection\n',
      '*',
      '`',
      '[a](b)',
      '<b>',
      '\\',
      '&amp;',
      ': ',
      '. ',
      '🙂',
    ),
    fc.lorem({ maxCount: 8 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  const path = fc.oneof(fc.constantFrom('notes/a.md', 'notes/a b(c)[d].md', '../notes/ü?#%20.md', 'a"b\\c.md'))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), path, (pieces, file) => {
      const text = `Maria Lopez (CFO): We can not pay that. #objection\n${pieces.join('')}`
      const { untagged } = prepare({ path: file, text }, used)
      const words = noteWords(text)
      for (const { text: said, line, endLine } of untagged?.statements.slice(0, 12) ?? []) {
        const one = note(
          file,
          {},
          [{ name: 'Maria Lopez', title: 'CFO' }],
          [{ text: said, tag: 'objection', line, endLine, speaker: 'Maria Lopez' }],
        )
        const [evidence] = attribute([one], used).evidence
        if (evidence === undefined) continue
        const quote = readQuote(quoting([one], used, '../').quote(evidence) ?? '')
        expect(quote).toMatchObject({ line, target: `../${file}`, digest: evidence.statement.digest })
        const found = findQuote(quote?.text ?? '', words, line)
        expect([said, found !== null && found >= line && found <= endLine]).toEqual([said, true])
      }
    }),
    RUNS,
  )
}, 240_000)

describe('the configuration', () => {
  const KEYS = [
    'us',
    'competitors',
    'aliases',
    'dates',
    'people',
    'personas',
    'merge',
    'out',
    'links',
    'names',
    'threshold',
    'version',
    '__proto__',
    'constructor',
  ]
  const object = fc.dictionary(
    fc.constantFrom(...KEYS),
    fc.oneof(fc.jsonValue(), fc.constantFrom({}, [], '', { company: 'x' }, 0.5, true)),
  )

  test('any JSON is a configuration, or an error in words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), object), (written) => {
        const read = readConfig(JSON.parse(JSON.stringify(written)))
        if ('error' in read) expect(read.error.length).toBeGreaterThan(3)
        else expect(read.config.personas.length).toBeGreaterThan(0)
        expect({}).not.toHaveProperty('polluted')
      }),
      RUNS,
    )
  })
})

describe('files that branches merge line by line', () => {
  const locked = fc.record({
    file: fc.string({ unit: 'binary', minLength: 1 }),
    digest: fc.stringMatching(/^[0-9a-f]{16}$/),
  })
  const NONE = '0'.repeat(16)
  const lock = fc.uniqueArray(locked, { selector: ({ file }) => file, maxLength: 8 })
  const text = (notes: { file: string; digest: string }[]) =>
    renderLock({ notes, codebook: NONE, config: NONE, corrections: NONE, model: NONE }, []).text

  test('the lines of two locks together are the notes of both', () => {
    fc.assert(
      fc.property(lock, lock, (ours, theirs) => {
        const merged = [...new Set(`${text(ours)}${text(theirs)}`.split('\n').filter(Boolean))].toSorted()
        const header = merged.filter((line) => line.startsWith('personas-lock'))
        const known = lockedNotes([...header, ...merged.filter((line) => !header.includes(line))].join('\n'))
        expect(new Set(known?.keys())).toEqual(new Set([...ours, ...theirs].map(({ file }) => file)))
      }),
      RUNS,
    )
  })

  const theme = fc.record({
    id: fc.stringMatching(/^[a-z]{1,6}(-[a-z]{1,6})?$/),
    name: fc.string({ minLength: 1 }),
    tag: fc.constantFrom(...SIGNALS),
    aliases: fc.array(fc.string(), { maxLength: 2 }),
    keywords: fc.array(fc.string(), { maxLength: 2 }),
  })
  const themes = fc.uniqueArray(theme, { selector: ({ id }) => id, maxLength: 5 })

  test('what two codebooks add below the same one stands in both orders', () => {
    fc.assert(
      fc.property(themes, (all) => {
        const base = writeCodebook('', [{ id: 'base-theme-x', name: 'Base', tag: 'job', aliases: [], keywords: [] }])
        const added = all.map((one) => writeCodebook(base, [one]).slice(base.length))
        const read = parseCodebook(base + added.join(''))
        expect(read).toEqual({ themes: [expect.objectContaining({ id: 'base-theme-x' }), ...all] })
      }),
      RUNS,
    )
  })

  test('what two branches add to one codebook stands in what git makes of both by union, word for word', () => {
    const base = writeCodebook('', [{ id: 'base-theme-x', name: 'Base', tag: 'job', aliases: [], keywords: [] }])
    fc.assert(
      fc.property(themes, themes, (ours, theirs) => {
        const own = theirs.filter(({ id }) => !ours.some((one) => one.id === id))
        const added = [ours, own].map((some) => writeCodebook(base, some).slice(base.length))
        const merged = settleCodebook(`${base}<<<<<<< ours\n${added[0]}=======\n${added[1]}>>>>>>> theirs\n`)
        for (const text of [base + added.join(''), merged]) {
          const read = parseCodebook(text)
          expect(read).toEqual({ themes: expect.arrayContaining([...ours, ...own]) })
          expect('themes' in read && read.themes.length).toBe(1 + ours.length + own.length)
        }
      }),
      RUNS,
    )
  }, 120_000)

  test('any line of corrections is read or named by its number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.json(), fc.constant('{"v":1,"file":"a.md","digest":"x","tag":"job"}'))),
        (lines) => {
          const { list, problems } = parseCorrections(lines.join('\n'), 'corrections.jsonl')
          const filled = lines
            .join('\n')
            .split(/\r?\n/)
            .filter((line) => line.trim() !== '')
          expect(list.length + problems.length).toBe(filled.length)
        },
      ),
      RUNS,
    )
  })
})
