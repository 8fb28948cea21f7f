/** What guards people's words on a page, by example: markers, the settling of conflicts, links of quotes, pages that are kept. */
import { describe, expect, test } from 'vitest'
import { readConfig, type ConfigAsWritten } from '../../src/config.ts'
import { encodePath, readQuote, relinked, sameWords, unescape } from '../../src/render/anchor.ts'
import { blockDigest, readPage, writePage } from '../../src/render/managed.ts'
import { leftOverEvidence, retiredBlock, retiredPages } from '../../src/render/retired.ts'
import { settle } from '../../src/render/settle.ts'
import type { Synthesis } from '../../src/types.ts'

const BEGIN = `<!-- personas:begin v1 digest=${blockDigest(['x'])} changed=2026-01-02 -->`
const END = '<!-- personas:end -->'
const lines = (...all: string[]) => all.map((line) => `${line}\n`).join('')

describe('the markers of a page', () => {
  test.each([
    ['not begun', lines('mine', END), 'line 2 is not a begin marker that this version knows'],
    ['not ended', lines('mine', BEGIN, 'x'), 'the block that begins on line 2 has no end marker'],
    [
      'begun twice',
      lines(BEGIN, 'x', BEGIN, END),
      'line 3 should be the end marker of the block that begins on line 1',
    ],
    ['ended twice', lines(BEGIN, 'x', END, '', END), 'line 5 has a marker outside the block'],
    [
      'of a newer version',
      lines(BEGIN.replace('v1', 'v12'), 'x', END),
      'the block has format v12, which this version does not know',
    ],
    [
      'with words before the marker',
      lines(`${BEGIN} mine`, 'x', END),
      'line 1 is not a begin marker that this version knows',
    ],
    [
      'with an end that says more',
      lines(BEGIN, 'x', '<!-- personas:end of it -->'),
      'line 3 should be the end marker of the block that begins on line 1',
    ],
    [
      'with a digest that is none',
      lines(BEGIN.replace(/digest=.{16}/, 'digest=0123'), 'x', END),
      'line 1 is not a begin marker that this version knows',
    ],
    ['pushed in by spaces', lines(`  ${BEGIN}`, 'x', END), 'line 1 is not a begin marker that this version knows'],
    [
      'written without a space',
      lines('<!--personas:begin', 'x', END),
      'line 1 is not a begin marker that this version knows',
    ],
  ])('%s', (_, text, error) => {
    expect(readPage(text)).toEqual({ error })
  })

  test.each([
    ['in a sentence', lines(`see ${BEGIN}`)],
    ['in code by spaces', lines(`    ${BEGIN}`)],
    ['in a fence', lines('```', BEGIN, '```')],
    ['in a fence with a word', lines('~~~ html', BEGIN, '~~~')],
    ['in a fence of tildes whose word has a backtick', lines('~~~ `html`', BEGIN, '~~~')],
    ['in a longer fence', lines('````', '```', BEGIN, '````')],
    ['in a fence that another sign does not close', lines('```', '~~~', BEGIN)],
    ['in a fence that a fence with a word does not close', lines('```', '``` js', BEGIN)],
    ['in a fence inside of a list', lines('   ```', BEGIN, '   ```')],
    ['in a fence with CRLF', '```\r\n<!-- personas:begin -->\r\n```\r\n'],
  ])('are text %s', (_, text) => {
    expect(readPage(text)).toBeNull()
  })

  test.each([
    ['behind a fence that was closed', lines('```', 'a', '```', BEGIN, 'x', END)],
    ['behind a fence that a longer one closed', lines('```', 'a', '`````  ', BEGIN, 'x', END)],
    ['behind code in a sentence', lines('```js``` is code', BEGIN, 'x', END)],
    ['behind two signs', lines('``', BEGIN, 'x', END)],
    ['behind code by spaces', lines('    ```', BEGIN, 'x', END)],
    ['behind signs in a sentence', lines('see ```', BEGIN, 'x', END)],
  ])('count %s', (_, text) => {
    expect(readPage(text)).toMatchObject({ lines: ['x'], changed: '2026-01-02', after: '' })
  })

  test('line ends are those of the page; the digest ignores them', () => {
    const text = lines('mine', BEGIN, 'x', END, 'too').replaceAll('\n', '\r\n')
    const page = readPage(text)
    expect(page).toEqual({
      before: 'mine\r\n',
      lines: ['x'],
      after: 'too\r\n',
      digest: blockDigest(['x']),
      changed: '2026-01-02',
      eol: '\r\n',
    })
    if (page === null || 'error' in page) throw new Error('no page')
    expect(writePage(page, page.lines, page.changed)).toBe(text)
    expect(blockDigest(['a', 'b'])).not.toBe(blockDigest(['ab']))
  })

  test('a lone CR inside of a line is a sign like any other', () => {
    expect(readPage(lines(BEGIN, 'a\rb', END))).toMatchObject({ lines: ['a\rb'], eol: '\n' })
  })
})

describe('the link of a quote', () => {
  const line = (words: string) => `> ${words} — CFO, Acme · [line 7](../n%20a.md?plain=1#L7 "0123456789abcdef")`

  test('spoken, noted, and under a bullet', () => {
    const of = (text: string) => ({ text, line: 7, target: '../n a.md', digest: '0123456789abcdef' })
    expect(readQuote(line('“Too dear.”'))).toEqual(of('Too dear.'))
    expect(readQuote(line('Noted: they find it dear'))).toEqual(of('they find it dear'))
    expect(readQuote(`  ${line('“a — b”')}`)).toEqual(of('a — b'))
  })

  test.each([
    'Too dear.',
    line('“Too dear.”').slice(2),
    line('Too dear.'),
    `x ${line('“Too dear.”')}`,
    `${line('“Too dear.”')} and more`,
    line('“Too dear.”').replace('0123', '012'),
    line('“Too dear.”').replace('line 7', 'line x'),
  ])('is none: %s', (text) => {
    expect(readQuote(text)).toBeNull()
  })

  test('a target that nobody can decode is taken as it is', () => {
    expect(readQuote(line('“a”').replace('%20', '%zz'))?.target).toBe('../n%zza.md')
    expect(readQuote(line('“a”').replace('?plain=1#L7', '#L7'))?.target).toBe('../n a.md')
  })

  test('set anew: the last link of the line, its place and its file, and what GitHub needs stays', () => {
    expect(relinked(line('“see [line 1](b.md)”'), 12, '../x/ö (1).md', encodePath)).toBe(
      '> “see [line 1](b.md)” — CFO, Acme · [line 12](../x/%C3%B6%20%281%29.md?plain=1#L12 "0123456789abcdef")',
    )
    expect(relinked('no quote', 12, 'x.md', encodePath)).toBe('no quote')
    expect(relinked('[line 7](a.md "0123456789abcdef")', 9, 'b.md', encodePath)).toBe(
      '[line 9](b.md "0123456789abcdef")',
    )
  })

  test('two blocks say the same where lines and files of links differ, and nothing else', () => {
    const moved = line('“a”').replace('line 7', 'line 123').replace('n%20a.md?plain=1#L7', 'b.md?plain=1#L123')
    expect(sameWords([line('“a”'), 'x'], [moved, 'x'])).toBe(true)
    expect(sameWords([line('“a”')], [line('“b”')])).toBe(false)
    expect(sameWords([line('“a”')], [moved.replace('0123456789abcdef', 'ffffffffffffffff')])).toBe(false)
    expect(sameWords(['a', 'b'], ['a', 'c'])).toBe(false)
    expect(sameWords(['a'], ['a', 'b'])).toBe(false)
    expect(sameWords(['a', 'b'], ['a'])).toBe(false)
  })

  test('a path as a target holds no sign that ends a link', () => {
    expect(encodePath("../a b/(c)!'*_~/./d.md")).toBe('../a%20b/%28c%29%21%27%2A%5F%7E/./d.md')
    expect(encodePath('a\uD800b.md')).toBe('a%EF%BF%BDb.md')
  })

  test('escapes are undone, each as what it was', () => {
    expect(unescape('\\*a\\* \\[b\\] \\`c\\` \\_ \\| \\~ \\$ \\\\ \\x')).toBe('*a* [b] `c` _ | ~ $ \\ \\x')
    expect(unescape('a&#64;b &#35;1 http&#58;x &lt;i&gt; R&amp;D &#8203;x &amp;lt;')).toBe(
      'a@b #1 http:x <i> R&D x &lt;',
    )
  })
})

describe('a page in conflict', () => {
  const page = (above: string[], block: string[], below: string[]) =>
    `${lines(...above)}${lines(`<!-- personas:begin v1 digest=${blockDigest(block)} changed=2026-01-02 -->`, ...block, END)}${lines(...below)}`
  const conflict = (ours: string[], theirs: string[]) => [
    '<<<<<<< HEAD',
    ...ours,
    '=======',
    ...theirs,
    '>>>>>>> theirs',
  ]
  const settled = (text: string, before?: string) =>
    settle(new Map([['a.md', text]]), before === undefined ? undefined : new Map([['a.md', before]])).get('a.md')

  test('in the block: ours, signed as what it is', () => {
    const text = page(['mine'], ['# A', ...conflict(['one'], ['two', 'three'])], ['mine too'])
    expect(settled(text)).toBe(page(['mine'], ['# A', 'one'], ['mine too']))
  })

  test('in what people wrote: both, in conflict, what they share said once', () => {
    const text = page([], ['# A'], conflict(['same', 'one', 'end'], ['same', 'two', 'end']))
    // All of it is people's own, and stays as git wrote it.
    expect(settled(text)).toBe(text)
    const over = lines(
      `<!-- personas:begin v1 digest=${blockDigest(['# A'])} changed=2026-01-02 -->`,
      '<<<<<<< HEAD',
      '# A',
      END,
      'same',
      'one',
      'end',
      '=======',
      '# B',
      END,
      'same',
      'two',
      'end',
      '>>>>>>> theirs',
    )
    expect(settled(over)).toBe(page([], ['# A'], ['same', ...conflict(['one'], ['two']), 'end']))
  })

  test('in the values that the tool keeps: ours, and what people set beside them stays', () => {
    const head = (...all: string[]) => ['---', ...all, '---']
    const text = page(
      head(
        ...conflict(
          ['updated: 2026-01-01', 'evidence: {', '  calls: 1', '}'],
          ['updated: 2026-01-02', 'evidence: {', '  calls: 2', '}'],
        ),
        'owner: dana',
      ),
      ['# A'],
      [],
    )
    expect(settled(text)).toBe(
      page(head('updated: 2026-01-01', 'evidence: {', '  calls: 1', '}', 'owner: dana'), ['# A'], []),
    )
    const both = page(
      head(...conflict(['updated: 2026-01-01', 'owner: dana'], ['updated: 2026-01-02', 'owner: kim'])),
      ['# A'],
      [],
    )
    expect(settled(both)).toBe(
      page(head('updated: 2026-01-01', ...conflict(['owner: dana'], ['owner: kim'])), ['# A'], []),
    )
    for (const key of ['persona', 'name', 'kind'])
      expect(settled(page(head(...conflict([`${key}: a`], [`${key}: b`])), ['# A'], []))).toBe(
        page(head(`${key}: a`), ['# A'], []),
      )
    for (const key of ['names', 'nickname']) {
      const own = page(head(...conflict([`${key}: a`], [`${key}: b`])), ['# A'], [])
      expect(settled(own)).toBe(own)
    }
    const owner = page(head(...conflict(['owner: dana'], ['owner: kim'])), ['# A'], [])
    const updated = 'updated: 2026-01-02'
    expect(settled(page(head(...conflict(['owner: dana'], [updated, 'owner: kim'])), ['# A'], []))).toBe(owner)
    expect(settled(page(head(...conflict([updated, 'owner: dana'], ['owner: kim'])), ['# A'], []))).toBe(
      page(head(updated, ...conflict(['owner: dana'], ['owner: kim'])), ['# A'], []),
    )
  })

  test('where it is known what was there before, the side that changed it wins', () => {
    const before = page([], ['# A'], ['old'])
    const text = (ours: string, theirs: string) => page([], ['# A'], conflict([ours], [theirs]))
    expect(settled(text('old', 'new'), before)).toBe(page([], ['# A'], ['new']))
    expect(settled(text('new', 'old'), before)).toBe(page([], ['# A'], ['new']))
    expect(settled(text('one', 'two'), before)).toBe(text('one', 'two'))
    expect(settled(text('old', 'new'), 'no page of ours')).toBe(text('old', 'new'))
  })

  test('a side that took words out has changed them as well', () => {
    const before = page([], ['# A'], ['old', 'more'])
    const text = page([], ['# A'], conflict(['old'], ['old', 'more', 'new']))
    expect(settled(text, before)).toBe(text)
    const left = page([], ['# A'], conflict(['old', 'more'], ['old']))
    expect(settled(left, before)).toBe(page([], ['# A'], ['old']))
    expect(settled(page([], ['# A'], conflict(['old'], ['old', 'more'])), before)).toBe(page([], ['# A'], ['old']))
  })

  test('what people set above the block is settled by itself, whatever the tool wrote around it', () => {
    const head = (...all: string[]) => ['---', ...all, '---']
    const before = page(head('updated: 2025-01-01', 'owner: dana'), ['# A'], [])
    const text = page(
      head(...conflict(['updated: 2026-01-01', 'owner: dana'], ['updated: 2026-01-02', 'owner: kim'])),
      ['# A'],
      [],
    )
    expect(settled(text, before)).toContain(`owner: kim`)
    expect(settled(text, before)).not.toContain('dana')
    const tabs = page(head(...conflict(['evidence:', '\tcalls: 1'], ['evidence:', '\tcalls: 2'])), ['# A'], [])
    expect(settled(tabs)).toBe(page(head('evidence:', '\tcalls: 1'), ['# A'], []))
  })

  test('CRLF stays, in what git wrote too', () => {
    const text = (...middle: string[]) => page(['---', ...middle, '---'], ['# A'], ['mine']).replaceAll('\n', '\r\n')
    expect(
      settled(text(...conflict(['updated: 2026-01-01', 'owner: dana'], ['updated: 2026-01-02', 'owner: kim']))),
    ).toBe(text('updated: 2026-01-01', ...conflict(['owner: dana'], ['owner: kim'])))
  })

  test('words that both sides begin and end alike stand once, however often they come', () => {
    const over = (ours: string[], theirs: string[]) =>
      lines(
        `<!-- personas:begin v1 digest=${blockDigest(['# A'])} changed=2026-01-02 -->`,
        ...conflict(['# A', END, ...ours], ['# B', END, ...theirs]),
      )
    expect(settled(over(['x', 'x'], ['x']))).toBe(page([], ['# A'], ['x', ...conflict(['x'], [])]))
    expect(settled(over(['x', 'y'], ['x', 'y']))).toBe(page([], ['# A'], ['x', 'y']))
    expect(settled(over(['one'], ['two', 'end']))).toBe(page([], ['# A'], conflict(['one'], ['two', 'end'])))
    expect(settled(over(['one', 'e1', 'e2'], ['two', 'x', 'e1', 'e2']))).toBe(
      page([], ['# A'], [...conflict(['one'], ['two', 'x']), 'e1', 'e2']),
    )
    expect(settled(over(['one', 'end'], ['end']))).toBe(page([], ['# A'], [...conflict(['one'], []), 'end']))
  })

  test('a page of which one side has broken markers is left for a person', () => {
    const [begin, ...rest] = page([], ['# A'], ['mine']).trimEnd().split('\n')
    for (const [ours, theirs] of [
      [[begin ?? ''], []],
      [[], [begin ?? '']],
    ]) {
      const text = lines(...conflict(ours ?? [], theirs ?? []), ...rest)
      expect(settled(text)).toBe(text)
    }
  })

  test('without a conflict a page that somebody edited is not signed for them', () => {
    const edited = page([], ['# A', 'one'], []).replace('one', 'two')
    expect(settled(edited)).toBe(edited)
  })

  test('what is no page is left; the codebook is settled as one', () => {
    const text = lines('a', ...conflict(['b'], ['c']))
    expect(
      settle(
        new Map([
          ['corrections.jsonl', text],
          ['notes.yaml', text],
        ]),
      ),
    ).toEqual(
      // prettier-ignore
      new Map([['corrections.jsonl', text], ['notes.yaml', text]]), // prettier-ignore
    )
    const theme = (id: string) => [`  - id: ${id}`, `    name: ${id}`, '    tag: objection']
    const codebook = lines('version: 1', 'themes:', ...conflict(theme('price'), theme('size')))
    const both = settle(new Map([['themes.yaml', codebook]])).get('themes.yaml')
    expect(settle(new Map([['notes.yaml', codebook]])).get('notes.yaml')).toBe(codebook)
    expect(both).toContain('id: price')
    expect(both).toContain('id: size')
    expect(both).not.toContain('<<<<<<<')
  })
})

describe('pages that are kept', () => {
  const heard = (...ids: string[]) => ({ personas: ids.map((id) => ({ id })) }) as unknown as Synthesis
  const config = (written: ConfigAsWritten = {}) => {
    const read = readConfig(written)
    if ('error' in read) throw new Error(read.error)
    return read.config
  }
  const ours = lines(BEGIN, 'x', END)
  const STAYS = ' What people wrote on this page stays until somebody deletes the file.'

  test('are those with a block of ours whose persona is not heard, in order', () => {
    const pages = new Map([
      ['procurement.md', ours],
      ['finance-leader.md', ours],
      ['it-security.md', ours],
      ['demands.md', ours],
      ['README.md', ours],
      ['My Notes.md', ours],
      ['mine.md', 'mine'],
      ['broken.md', lines(BEGIN)],
      ['evidence/procurement.md', ours],
      ['evidence/it-security.md', ours],
      ['evidence/finance-leader.12.md', ours],
      ['evidence/finance-leader.x.md', ours],
      ['evidence/mine.md', 'mine'],
      ['old/evidence/x.md', ours],
      ['evidence/x.md.txt', ours],
      ['accounts.md', ours],
      ['x/finance-leader.md', ours],
      ['-boss.md', ours],
      ['boss-.md', ours],
      ['evidence/deeper/x.md', ours],
      ['procurement.md.txt', ours],
    ])
    expect(retiredPages(heard('it-security'), pages)).toEqual(['broken', 'finance-leader', 'procurement'])
    expect(leftOverEvidence(pages, new Set(['evidence/it-security.md']))).toEqual([
      { path: 'evidence/finance-leader.12.md', id: 'finance-leader' },
      { path: 'evidence/procurement.md', id: 'procurement' },
    ])
  })

  test.each([
    ['name: "Fleet boss"', 'Fleet boss'],
    ["name: 'Fleet boss'", 'Fleet boss'],
    ['name: Fleet boss', 'Fleet boss'],
    ['nickname: Bob\nname: Fleet boss', 'Fleet boss'],
    ["name: 'Fleet' boss", "'Fleet' boss"],
    ["name: boss of 'Fleet'", "boss of 'Fleet'"],
    ['name:\t"Fleet \\"boss\\""  ', 'Fleet "boss"'],
    ['title: x', 'fleet-boss'],
  ])('keep their name: %s', (head, name) => {
    for (const eol of ['\n', '\r\n']) {
      const text = ['---', head, '---', '', 'name: other', ''].join(eol)
      expect(retiredBlock('fleet-boss', text, heard(), config())).toEqual([
        `# ${name}`,
        '',
        `The configuration names no persona of this id any more; it may have been renamed.${STAYS}`,
      ])
    }
  })

  test.each([
    ['\uFEFF---\nname: Fleet boss\n---\n', 'Fleet boss'],
    ['---\nname: 42\n---\n', '42'],
    ['---\nname:\n---\n', 'fleet-boss'],
    ['---\nname: *Boss* of dana@acme.example\n---\n', '\\*Boss\\* of [e-mail]'],
    ['x\n---\nname: Fleet boss\n---\n', 'fleet-boss'],
    ['---\nname: Fleet boss\n', 'fleet-boss'],
    ['---\ntitle: x\nname: "Fleet\n---\n', '"Fleet'],
  ])('the name in %j', (text, name) => {
    const shown = retiredBlock('fleet-boss', text, heard(), config())[0]
    expect(shown?.replace('\\[e-mail\\]', '[e-mail]')).toBe(`# ${name}`)
  })

  test('one that has another id now leads there, one that was merged away does not', () => {
    const head = '---\nname: Fleet boss\n---\n'
    const personas = [{ id: 'fleet-lead', name: 'Fleet boss', kind: 'buyer' as const, titles: ['fleet manager'] }]
    expect(retiredBlock('fleet-boss', head, heard('fleet-lead'), config({ personas }))[2]).toBe(
      `This persona has another id now: [Fleet boss](fleet-lead.md).${STAYS}`,
    )
    const merged = config({ personas, merge: { 'fleet-lead': 'procurement' } })
    expect(retiredBlock('fleet-boss', head, heard('procurement'), merged)[2]).toBe(
      `The configuration names no persona of this id any more; it may have been renamed.${STAYS}`,
    )
  })

  test('two of one name say so, in a paragraph of its own', () => {
    const personas = [{ id: 'fleet-boss', name: 'Procurement', kind: 'buyer' as const, titles: ['fleet manager'] }]
    expect(retiredBlock('fleet-boss', '', heard(), config({ personas }))).toEqual([
      '# Procurement',
      '',
      `The notes hold no evidence for this persona any more.${STAYS}`,
      '',
      'Another persona has this name too: [Procurement](procurement.md).',
    ])
  })

  test('a name outside of the front matter is none', () => {
    expect(retiredBlock('fleet-boss', 'name: other\n', heard(), config())[0]).toBe('# fleet-boss')
  })

  test('say where their evidence is, through a chain of merges and out of a circle', () => {
    const became = (merge: Record<string, string>, ...ids: string[]) =>
      retiredBlock('finance-leader', '', heard(...ids), config({ merge }))[2]
    expect(became({})).toBe(`The notes hold no evidence for this persona any more.${STAYS}`)
    expect(became({ 'finance-leader': 'procurement' }, 'procurement')).toBe(
      `This persona was merged into [Procurement](procurement.md).${STAYS}`,
    )
    expect(became({ 'finance-leader': 'procurement' }, 'it-security')).toBe(
      `This persona was merged into Procurement.${STAYS}`,
    )
    expect(became({ 'finance-leader': 'procurement', procurement: 'executive-sponsor' })).toBe(
      `This persona was merged into Executive sponsor.${STAYS}`,
    )
    expect(became({ 'finance-leader': 'procurement', procurement: 'finance-leader' })).toBe(
      `The notes hold no evidence for this persona any more.${STAYS}`,
    )
  })
})
