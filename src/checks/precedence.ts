/**
 * One thing wrong is said once: where a rule explains what another one noticed, the other is silent about it. A rule that is
 * switched off explains all the same, since whoever switched it off has decided about those lines.
 */
import type { Found, Hunk } from './rule.ts'
import { RULE_IDS, type RuleId } from './rule-ids.ts'

/** A finding with the rule that made it. */
export type Raw = Found & { rule: string }

interface Precedence {
  rules: readonly RuleId[]
  silence: readonly RuleId[]
  /** On the lines they name; on the same page; about the note that they come from; in the whole run. */
  where: 'lines' | 'page' | 'note' | 'run'
}

const group = (prefix: string) => RULE_IDS.filter((id) => id.startsWith(prefix))
const allBut = (id: RuleId) => RULE_IDS.filter((other) => other !== id)

export const PRECEDENCE: readonly Precedence[] = [
  { rules: ['page/markers'], silence: allBut('page/markers'), where: 'page' },
  { rules: ['page/without-persona'], silence: allBut('page/without-persona'), where: 'page' },
  {
    rules: ['quote/not-verbatim', ...group('privacy/'), ...group('date/')],
    silence: ['persona/drift'],
    where: 'lines',
  },
  { rules: ['quote/not-verbatim'], silence: ['lock/notes'], where: 'note' },
  { rules: ['lock/model'], silence: ['persona/drift'], where: 'run' },
  { rules: ['persona/stale'], silence: ['persona/evidence-stale'], where: 'page' },
  { rules: ['coverage/too-few-calls'], silence: ['coverage/one-account-dominates'], where: 'page' },
]

export function settle(all: readonly Raw[]): Raw[] {
  return PRECEDENCE.reduce((found: readonly Raw[], one) => {
    const speaking = found.filter(({ rule }) => includes(one.rules, rule))
    if (speaking.length === 0) return found
    const silent = silencer(one, speaking)
    return found.flatMap((finding) => (includes(one.silence, finding.rule) ? silent(finding) : [finding]))
  }, all) as Raw[]
}

function includes(ids: readonly RuleId[], rule: string): boolean {
  return ids.some((id) => id === rule)
}

/** @returns what is left of a finding */
function silencer({ where }: Precedence, speaking: readonly Raw[]): (finding: Raw) => Raw[] {
  if (where === 'run') return () => []
  if (where === 'page') {
    const pages = new Set(speaking.map(({ file }) => file))
    return (finding) => (pages.has(finding.file) ? [] : [finding])
  }
  if (where === 'note') {
    const notes = new Set(speaking.flatMap(({ because = [] }) => because))
    return (finding) => (notes.has(finding.file) ? [] : [finding])
  }
  const explained = new Map<string, Set<number>>()
  for (const { file, line, lines = [], elsewhere } of speaking) {
    if (elsewhere) continue
    const known = explained.get(file) ?? new Set<number>()
    explained.set(file, known)
    for (const one of [line, ...lines]) if (one !== null) known.add(one)
  }
  return (finding) => unexplained(finding, explained.get(finding.file) ?? new Set())
}

/** Where nobody can say which lines differ, one that is explained is taken for all of them: it comes back if it was not. */
function unexplained(finding: Raw, explained: ReadonlySet<number>): Raw[] {
  if (finding.hunks === undefined) {
    const lines = finding.lines ?? [finding.line ?? 0]
    return lines.some((line) => explained.has(line)) ? [] : [finding]
  }
  const hunks = finding.hunks.filter((hunk) => !isExplained(hunk, explained))
  if (hunks.length === 0) return []
  return [{ ...finding, hunks, line: hunks[0]?.at ?? finding.line }]
}

/** Every line that was put in is explained, and so are as many that it took the place of. */
function isExplained({ lines, added }: Hunk, explained: ReadonlySet<number>): boolean {
  const removed = lines.filter((line) => line.startsWith('-')).length
  const put = lines.filter((line) => line.startsWith('+'))
  // Empty lines around what is explained say nothing of their own.
  const said = added.filter((_, at) => put[at]?.trim() !== '+')
  return said.length > 0 && removed <= added.length && said.every((line) => explained.has(line))
}
