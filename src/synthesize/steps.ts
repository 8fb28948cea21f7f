/** How each account decides, as steps in the order of a sale: who takes part, how long, by what proof. */
import type { Chain, Evidence, Group, NoteAnalysis, Step } from '../types.ts'
import { accountOf } from './calls.ts'
import { groupOf } from './groups.ts'
import { byText, groupBy, unique } from './order.ts'
import { anyOf } from './phrases.ts'
import { byQuality } from './quotes.ts'
import { STEPS } from './vocabulary.ts'

const NUMBER = '(?:\\d+(?:[-–]\\d+| to \\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half a)'
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const DURATIONS = new RegExp(
  `\\b(?:within |about |up to |takes |at least )?${NUMBER}[- ](?:working |business |calendar )?(?:day|week|month|year)s?\\b` +
    `|\\b(?:by|on|until|before|in|from) (?:the )?(?:end of )?(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?)?${MONTH}(?: \\d{1,2}\\b)?` +
    `|\\b(?:by|on|until|before|every) (?:next )?(?:Monday|Tuesday|Wednesday|Thursday|Friday)\\b|\\b(?:by|in|before) Q[1-4]\\b`,
  'gu',
)
const PROOFS: readonly [name: string, words: RegExp][] = [
  ['reference customer', /\breferences?\b/i],
  ['test with their own data', /\b(?:own data|our data|test (?:data|with)|tested by|pilot|trial)\b/i],
  ['penetration test', /\bpen(?:etration)? test\w*\b/i],
  ['SOC 2', /\bsoc ?2\b/i],
  ['ISO 27001', /\biso ?27\d*\b/i],
  ['security questionnaire', /\bquestionnaire\b/i],
  ['data-processing agreement', /\b(?:dpa|processing agreement|dpia)\b/i],
  ['business case', /\b(?:business case|payback|roi)\b/i],
  ['guarantee or escrow', /\b(?:guarantee|escrow|insurance certificate)\b/i],
  ['certificate', /\bcertificat\w+\b/i],
]

const ANY_STEP = anyOf(STEPS.map(([, words]) => words))

/** What takes the time away from a step: the day on which they do not meet, the way round that takes nine months. */
const NOT_THEN =
  /(?:\b(?:not|never|no|without|instead of|rather than|avoid\w*|otherwise|else|\w+n't)\b(?:\s+\w+){0,4}|\b(?:not|\w+n't) (?:meet|start|decide|sign)\b.{0,20})\s*$/i

/**
 * @param evidence criteria that are about steps
 * @param titles see `titlesByAccount`
 * @returns a chain per account in the order of a sale, the account that tells most steps first, and what names no step.
 * A statement stands once; who, when and by what proof is what that statement says, and nothing of another.
 */
export function stepsOf(
  evidence: readonly Evidence[],
  titles: ReadonlyMap<string, ReadonlyMap<string, string>>,
): { chains: Chain[]; unplaced: Group } {
  const told = evidence
    .filter(({ note }) => note.consent !== false)
    .flatMap((one): Step[] => {
      const { text } = one.statement
      if (!ANY_STEP.test(text)) return []
      const names = STEPS.flatMap(([name, words]) => (words.test(text) ? [name] : []))
      return [stepOf(one, names, titles)]
    })
  const placed = new Set(told.map(({ evidence: one }) => one))
  const chains = [...groupBy(told, ({ evidence: one }) => one.account)].map(([account, steps]) => ({
    account,
    steps: steps.toSorted((a, b) => place(a) - place(b) || byQuality(a.evidence, b.evidence)),
  }))
  return {
    chains: chains.toSorted((a, b) => b.steps.length - a.steps.length || byText(a.account, b.account)),
    unplaced: groupOf(evidence.filter((one) => !placed.has(one))),
  }
}

function place({ names }: Step): number {
  return STEPS.findIndex(([name]) => name === names[0])
}

function stepOf(one: Evidence, names: string[], titles: ReadonlyMap<string, ReadonlyMap<string, string>>): Step {
  const { text } = one.statement
  const times = [...text.matchAll(DURATIONS)].filter(({ index }) => !NOT_THEN.test(text.slice(0, index)))
  return {
    names,
    titles: titlesIn(one, titles),
    durations: unique(times.map(([time]) => time)),
    proofs: PROOFS.filter(([, words]) => words.test(text)).map(([proof]) => proof),
    evidence: one,
  }
}

/** By account, words of names that point to one title. */
export function titlesByAccount(notes: readonly NoteAnalysis[]): Map<string, Map<string, string>> {
  const all = new Map<string, Map<string, string>>()
  for (const { note, people } of notes) {
    const known = all.get(accountOf(note)) ?? new Map<string, string>()
    all.set(accountOf(note), known)
    for (const { name, title, side } of people)
      if (title !== null && side !== 'seller')
        for (const part of name.split(/[\s.]+/)) if (part.length > 2 && /^\p{Lu}/u.test(part)) known.set(part, title)
  }
  return all
}

function titlesIn(
  { statement, account }: Evidence,
  titles: ReadonlyMap<string, ReadonlyMap<string, string>>,
): string[] {
  const known = titles.get(account)
  if (known === undefined) return []
  return unique(
    (statement.text.match(/\p{Lu}[\p{L}'’-]+/gu) ?? []).flatMap((word) => known.get(word.replace(/['’]s$/, '')) ?? []),
  )
}
