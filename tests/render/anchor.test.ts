import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readQuote, relinked, sameWords, unescape } from '../../src/render/anchor.ts'
import { escapeText } from '../../src/render/escape.ts'
import { encodePath } from '../../src/render/anchor.ts'

const path = fc.array(
  fc.string({ unit: 'grapheme', minLength: 1 }).filter((part) => !/[/\s]|^\.+$/.test(part)),
  {
    minLength: 1,
    maxLength: 3,
  },
)
const line = fc.integer({ min: 1, max: 1e6 })
const words = fc.string({ unit: 'grapheme' })

describe('the line under which a quote stands', () => {
  test('gives back its words, its note and its line', () => {
    fc.assert(
      fc.property(words, path, line, fc.constantFrom('?plain=1#L', '#L'), (text, parts, number, suffix) => {
        const target = `../${parts.join('/')}.md`
        const written = `> “${escapeText(text)}” — CFO, Acme, 2026-03-02, demo · [line ${number}](${encodePath(target)}${suffix}${number} "0123456789abcdef")`
        expect(readQuote(written)).toEqual({
          text: unescape(escapeText(text)),
          line: number,
          target,
          digest: '0123456789abcdef',
        })
      }),
    )
  })

  test('linked anew, says the same words of another place', () => {
    fc.assert(
      fc.property(words, path, line, line, (text, parts, from, to) => {
        const target = `../${parts.join('/')}.md`
        const before = `  > “${escapeText(text)}” — CFO · [line ${from}](../notes/a.md?plain=1#L${from} "0123456789abcdef")`
        const after = relinked(before, to, target, encodePath)
        expect(readQuote(after)).toEqual({ ...readQuote(before), line: to, target })
        expect(after).toContain(`?plain=1#L${to} "`)
        expect(sameWords([before], [after])).toBe(true)
        expect(sameWords([before], [after.replace('CFO', 'CEO')])).toBe(false)
      }),
    )
  })

  test('escapes are undone, whatever was written', () => {
    fc.assert(
      fc.property(words, (text) => {
        const shown = unescape(escapeText(text))
        expect(escapeText(shown)).toBe(escapeText(text))
      }),
    )
  })
})
