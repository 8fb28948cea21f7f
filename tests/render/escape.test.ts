import fc from 'fast-check'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { describe, expect, test } from 'vitest'
import { escapeLabel, escapeText } from '../../src/render/escape.ts'

const parse = (markdown: string) => remark().use(remarkGfm).parse(markdown)

/** A quote as it stands on a page, and what markdown makes of it: the text where it is one paragraph of plain text in one block quote, else null. */
function rendered(text: string): string | null {
  const tree = parse(`before\n\n> “${escapeText(text)}” — CFO\n\nafter\n`)
  const [, quote, after, ...rest] = tree.children
  if (rest.length > 0 || quote?.type !== 'blockquote' || after?.type !== 'paragraph') return null
  const [paragraph, ...more] = quote.children
  if (more.length > 0 || paragraph?.type !== 'paragraph') return null
  return paragraph.children.every((node) => node.type === 'text')
    ? paragraph.children.map((node) => ('value' in node ? node.value : '')).join('')
    : null
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '<!-- personas:end -->',
  '-->',
  '[click](javascript:alert(1))',
  '![](https://evil.example/x.png)',
  'see https://evil.example or www.evil.example',
  'a | b | c',
  '`code` and ```fence```',
  '**bold** _it_ ~~gone~~ $x$ \\*',
  '[^1] and [^1]: note',
  '@channel #12 :smile:',
  '# heading\n## another',
  '&lt;b&gt; &amp; &#60;',
  '- list\n1. list\n> quote',
  '\u202Eevil\u202C\u200B',
  '===\n---\n***',
]

describe('escapeText', () => {
  test('a text that needs no escape is what it is beside one that does', () => {
    const signs = fc.constantFrom(
      'a',
      'É',
      '7',
      ' ',
      '.',
      ',',
      '’',
      '“',
      '—',
      '(',
      ')',
      '!',
      '%',
      '/',
      '+',
      '-',
      'www',
      'ftp',
    )
    const words = fc.array(signs, { maxLength: 12 }).map((some) => `a${some.join('')}a`)
    fc.assert(
      fc.property(words, (text) => {
        expect(escapeText(`${text} *`)).toBe(`${escapeText(text)} \\*`)
      }),
    )
  })

  test.each(HOSTILE)('%j renders as plain text', (text) => {
    expect(rendered(text)).not.toBeNull()
  })

  test('what is read is what was said', () => {
    expect(rendered('5 < 6 & "so" it_goes *on* | [x] `y`')).toBe('“5 < 6 & "so" it_goes *on* | [x] `y`” — CFO')
  })

  test('any text renders as one safe block', () => {
    const signs = fc.constantFrom(
      ...'<>[]()!`*_~|\\#@:&;-=+.$^"\'\n\t ',
      ...HOSTILE,
      'a',
      '1',
      'http',
      '\r',
      '\u2028',
      '\uD800',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(signs, fc.string({ unit: 'binary' })), { maxLength: 30 }), (parts) => {
        expect(rendered(parts.join(''))).not.toBeNull()
      }),
      { numRuns: 1000 },
    )
  })

  test('stays in one cell of a table', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [table] = parse(`| a | b |\n| --- | --- |\n| x${escapeText(text)} | y |\n`).children
        expect(table).toMatchObject({
          type: 'table',
          children: [{}, { children: [{}, { children: [{ type: 'text', value: 'y' }] }] }],
        })
      }),
    )
  })
})

describe('escapeLabel', () => {
  test('leaves nothing that a Mermaid chart could take as a directive', () => {
    expect(escapeLabel('%%{init: {"x": 1}}%% "CFO" --> ; end')).toBe('init x 1 CFO -- end')
  })
})
