/** What nobody types costs no more than what people type: refused with a sentence, or read in time that grows with the text. */
import { describe, expect, it } from 'vitest'
import { prepare } from '../../src/analyze/analyze.ts'
import { describe as inWords } from '../../src/problems.ts'
import { config } from './prepare.ts'

const used = config()
const read = (text: string) => prepare({ path: 'notes/a.md', text }, used)
const sentence = (text: string) => read(text).problems.map((found) => inWords(found).says)
const fill = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length))

/** Milliseconds of this process's own work: other programs on the machine don't count. */
function cpu(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

describe('a note that is too large', () => {
  it.each([
    ['a line of 5 MB', `Maria: ${'a'.repeat(5_000_000)}`, 'it has 5,000,007 characters, the limit is 1,000,000'],
    ['a long line', `Hello.\n${'a b '.repeat(40_000)}`, 'the line has 160,000 characters, the limit is 100,000'],
    ['1.5 million blank lines', `Hello.${'\n'.repeat(1_500_000)}`, 'the limit is 1,000,000'],
    ['many blank lines', `Hello.${'\n'.repeat(20_000)}`, 'it has 20,001 lines, the limit is 10,000'],
    ['many statements', `${fill('Yes. ', 60_000)}\n`, 'statements, the limit is 5,000'],
    [
      'many people',
      Array.from({ length: 1_100 }, (_, at) => `Ann ${letters(at)} (CFO) said yes.\n`).join(''),
      'people, the limit is 1,000',
    ],
  ])('%s is refused with a sentence', (_, text, says) => {
    expect(sentence(text).join('\n')).toContain(says)
    expect(read(text).untagged).toBeNull()
  })

  it('the line that is too long is named', () => {
    expect(read(`Hello.\n${'a b '.repeat(40_000)}`).problems[0]).toMatchObject({ rule: 'note/too-large', line: 2 })
  })

  it('pictures inside the text count for nothing', () => {
    const picture = `![logo](data:image/png;base64,${'iVBORw0K'.repeat(200_000)})`
    const { untagged } = read(`${picture}\n\nMaria Lopez (CFO): It is too expensive.\n`)
    expect(untagged?.statements.map(({ text, line }) => [text, line])).toContainEqual(['It is too expensive.', 3])
  })
})

const letters = (at: number) =>
  `Q${[at % 26, Math.floor(at / 26) % 26, Math.floor(at / 676)].map((n) => 'abcdefghijklmnopqrstuvwxyz'[n]).join('')}`

describe('front matter that is too large', () => {
  it.each([
    ['9,000 lines', `---\n${'k: a: b\n'.repeat(9_000)}---\nHello.`, 'over 50000 characters'],
    ['2,000 lines', `---\n${'a: 1\n'.repeat(2_000)}---\nHello.`, 'over 1000 lines'],
    ['flow lists without end', `---\na: ${'['.repeat(20_000)}\n---\nHello.`, 'nested too deeply'],
    ['TOML lists without end', `+++\na = ${'['.repeat(20_000)}\n+++\nHello.`, 'nested too deeply'],
    ['an alias of aliases', `---\n${bomb()}---\nHello.`, 'alias'],
  ])('%s: a sentence', (_, text, says) => {
    expect(sentence(text).join('\n')).toContain(says)
    expect(read(text).untagged).toBeNull()
  })

  it('keys of the language itself are fields like others', () => {
    const text =
      '---\n__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\naccount: Hallmann\n---\nHello there.\n'
    expect(read(text).untagged?.note.account).toBe('Hallmann')
    expect({}).not.toHaveProperty('polluted')
  })
})

function bomb(): string {
  return [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefghi'.split('').map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]`),
  ]
    .join('\n')
    .concat('\n')
}

describe('marks without end', () => {
  it.each(['*a **b', '[a](', '![', '[', '`', '_a ', '** a '])('%j are text, and a warning says so', (unit) => {
    const { untagged, problems } = read(`Maria Lopez (CFO): It is too expensive.\n\n${fill(unit, 40_000)}\n`)
    expect(problems.map(({ rule }) => rule)).toContain('note/marks')
    expect(untagged?.statements.map(({ text }) => text)).toContain('It is too expensive.')
  })
})

describe('time grows with the text, not with its square', () => {
  const SMALL = 20_000
  it.each<[string, (length: number) => string]>([
    ['spaces inside a line', (length) => `Maria${' '.repeat(length)}x`],
    ['spaces inside a bullet', (length) => `- a${' '.repeat(length)}b`],
    ['spaces inside a heading', (length) => `# a${' '.repeat(length)}b`],
    ['hard spaces', (length) => `Maria${'\u00A0'.repeat(length)}x`],
    ['spaces before a title', (length) => `Maria${' '.repeat(length)}Lopez (CFO)`],
    ['one name after the other', (length) => `Maria Lopez (CFO): hi\n\n${fill('Maria Lopez ', length)}`],
    ['a list of people', (length) => `Present: ${fill('Maria Lopez (CFO), ', length)}`],
    ['links that never close', (length) => fill('[a](', length)],
    ['brackets in brackets', (length) => '['.repeat(length) + ']'.repeat(length)],
    ['emphasis inside words', (length) => fill('*a**b', length)],
    ['backticks', (length) => Array.from({ length: Math.sqrt(2 * length) }, (_, at) => '`'.repeat(at)).join(' ')],
    ['small tables', (length) => fill('| a | b |\n|---|---|\n| c | d |\n\n', length / 2)],
    [
      'a wide table',
      (length) => `${fill('|a', length / 6)}|\n${fill('|-', length / 6)}|\n${fill('|b', length / 6)}|\n`,
    ],
    ['a word', (length) => 'a'.repeat(length)],
    ['full stops', (length) => '.'.repeat(length)],
    ['quotation marks', (length) => fill('"a" ', length)],
    ['"she"', (length) => fill('she ', length)],
    ['colons', (length) => fill('Aa: ', length)],
    ['colons in a bullet', (length) => `- ${fill(': ', length)}x`],
    ['colons in a heading', (length) => `# ${fill(': ', length)}x`],
    ['brackets in a bullet', (length) => `- ${fill('() ', length)}x`],
    ['digits', (length) => fill('1 ', length)],
    ['opening brackets behind a name', (length) => `Maria Lopez ${'('.repeat(length)}x\n\n${'('.repeat(length)}: x`],
    ['full stops, and then a letter', (length) => `Maria${'.,'.repeat(length / 2)}x: y`],
    ['dashes, and then a letter', (length) => `Maria${'-'.repeat(length)}x - y`],
    ['commas in a list of people', (length) => `Present: ${fill('a, ', length)}x`],
    ['digits in the value of a field', (length) => `Deal value: ${'1.'.repeat(length / 2)}x`],
    ['quotation marks that never close', (length) => fill('"a, Maria ', length)],
    ['rules of a table', (length) => fill('|-', length)],
  ])('%s', (_, make) => {
    read(make(SMALL))
    const small = cpu(() => read(make(SMALL)))
    const large = cpu(() => read(make(4 * SMALL)))
    // Four times the text: four times the time if it is linear, sixteen times if it is quadratic.
    expect(large).toBeLessThan(8 * small + 400)
  })
})
