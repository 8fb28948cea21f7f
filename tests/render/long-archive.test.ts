/** A page stays readable however many notes there are, and says of what it leaves out how much it is. */
import { expect, test } from 'vitest'
import { quoting } from '../../src/render/quote.ts'
import { shared } from '../../src/render/sections/findings.ts'
import { money } from '../../src/render/sections/money.ts'
import { synthesize } from '../../src/synthesize/synthesize.ts'
import type { Finding } from '../../src/types.ts'
import { config, note } from '../synthesize/notes.ts'

const cfo = [{ name: 'Maria Lopez', title: 'CFO' }]

/** The section of notes that each name a sum of their own, in currencies as given. */
function moneyOf(currencies: readonly (string | null)[]): string[] {
  const notes = currencies.map((currency, at) => {
    const sum = 20_000 + at
    const facets = { amount: { min: sum, max: sum, currency, period: null } }
    const said = { text: `There is ${sum} set aside for it.`, tag: 'budget' as const, facets }
    return note(`${at}.md`, { account: `Acme ${String(at).padStart(2, '0')}` }, cfo, [said])
  })
  const [persona] = synthesize(notes, config(), []).personas
  return money(persona!, quoting(notes, config(), '')).filter((line) => line.startsWith('- '))
}

test('sums of one account are bounded, those that accounts share are not', () => {
  const lines = moneyOf(['EUR', 'EUR', ...Array.from({ length: 11 }, () => null)])
  expect(lines).toHaveLength(1 + 8 + 1)
  expect(lines[0]).toContain('EUR 20,000 to 20,001')
  expect(lines.at(-1)).toBe('- **Budget, or money set aside:** 3 more, of 3 accounts, under Evidence.')
})

test('eight sums of one account stand there all', () => {
  expect(moneyOf(Array.from({ length: 8 }, () => null)).join('\n')).not.toContain('more')
})

test('of hundreds of themes every one is shown or named among the others', () => {
  const findings = Array.from({ length: 60 }, (_, at) => ({ accounts: at < 40 ? ['A', 'B'] : ['A'] }) as Finding)
  const { shown, once } = shared(findings)
  expect(shown).toHaveLength(25)
  expect([...shown, ...once]).toEqual(findings)
})
