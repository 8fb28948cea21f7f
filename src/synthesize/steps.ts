/** How they decide, as steps in the order of a sale: who takes part, how long, by what proof. */
import type { Evidence, Group, NoteAnalysis, Step } from '../types.ts'
import { accountOf } from './calls.ts'
import { groupOf } from './groups.ts'
import { counted, unique } from './order.ts'
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

/**
 * @param evidence criteria that are about steps; a statement that names several steps stands at each
 * @returns the steps in order, and what names none of them
 */
export function stepsOf(
  evidence: readonly Evidence[],
  notes: readonly NoteAnalysis[],
): { steps: Step[]; unplaced: Group } {
  const titles = titlesByAccount(notes)
  const named = STEPS.map(([name, words]) => ({
    name,
    own: evidence.filter(({ statement }) => words.test(statement.text)),
  }))
  const placed = new Set(named.flatMap(({ own }) => own))
  const unplaced = groupOf(evidence.filter((one) => !placed.has(one)))
  const steps = named
    .filter(({ own }) => own.length > 0)
    .map(({ name, own }) => ({
      name,
      ...groupOf(own),
      titles: counted(own.flatMap((one) => titlesIn(one, titles))).map(({ value }) => value),
      durations: unique(own.flatMap(({ statement }) => statement.text.match(DURATIONS) ?? [])),
      proofs: PROOFS.filter(([, words]) => own.some(({ statement }) => words.test(statement.text))).map(
        ([proof]) => proof,
      ),
    }))
  return { steps, unplaced }
}

/** Words of names that point to one title of the account. */
function titlesByAccount(notes: readonly NoteAnalysis[]): Map<string, Map<string, string>> {
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
