/** All notes together: who is who, what is said, by whom, how often. Pure; the same notes in any order give the same. */
import type { Config } from '../config.ts'
import { BUYING_ROLES, STAGES, type CodebookTheme, type Evidence, type NoteAnalysis, type Synthesis } from '../types.ts'
import { aggregate } from './aggregate.ts'
import { attribute } from './attribute.ts'
import { callOf } from './calls.ts'
import { accountTables } from './committee.ts'
import { dealsOf } from './deals.ts'
import { demandsOf } from './demands.ts'
import { byText, groupBy } from './order.ts'
import { isPraise } from './praise.ts'
import { reviewsOf } from './reasons.ts'
import { rivalsOf } from './rivals.ts'
import { groupThemes } from './themes.ts'

/**
 * @param notes as analyzed, attributed or not
 * @param codebook themes as people keep them
 */
export function synthesize(
  notes: readonly NoteAnalysis[],
  config: Config,
  codebook: readonly CodebookTheme[],
): Synthesis {
  const inOrder = notes.toSorted((a, b) => byText(a.note.file, b.note.file))
  const attributed = attribute(inOrder, config)
  const statements = attributed.notes.flatMap((analysis) => analysis.statements)
  const signals = statements.filter((statement) => statement.tag !== 'none' && statement.side !== 'seller')
  // Praise and good results are not what stops anybody.
  const sound = attributed.evidence.filter(
    ({ statement }) => statement.tag !== 'objection' || !isPraise(statement.text) || statement.origin !== 'model',
  )
  const { codebook: grown, themes, evidence } = groupThemes(signals, sound, codebook)
  const deals = dealsOf(attributed.notes)
  const accounts = accountTables(attributed.notes, deals)
  const reviews = reviewsOf(attributed.notes, deals)
  return {
    notes: attributed.notes,
    personas: aggregate({ themes, evidence, notes: attributed.notes, deals, accounts, reviews }, config),
    themes,
    demands: demandsOf(evidence, themes, deals),
    accounts,
    rivals: rivalsOf(evidence, config.competitors),
    coverage: coverageOf(evidence),
    codebook: grown,
    waiting: statements.filter((statement) => statement.tag !== 'none' && !statement.accepted).length,
    unattributed: evidence.filter(({ statement }) => statement.persona === null),
    reviews,
    problems: attributed.problems,
  }
}

function coverageOf(evidence: readonly Evidence[]): Synthesis['coverage'] {
  const byRole = groupBy(evidence, ({ statement }) => statement.role)
  return BUYING_ROLES.map((role) => {
    const byStage = groupBy(byRole.get(role) ?? [], ({ note }) => note.stage)
    return {
      role,
      calls: STAGES.map((stage) => ({
        stage,
        calls: new Set((byStage.get(stage) ?? []).map(({ note }) => callOf(note))).size,
      })),
    }
  })
}
