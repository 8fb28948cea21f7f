/** The work of a check: reads what is committed, applies the rules. Loads everything that saying it again does not need. */
import { check as applyRules } from '../checks/check.ts'
import type { Committed, Finding } from '../checks/rule.ts'
import type { Context } from '../context.ts'
import { modelDigest } from '../io/model-digest.ts'
import { openModel } from '../io/model.ts'
import type { Workspace } from '../io/workspace.ts'
import { version } from '../version.ts'
import { changedFiles } from './branch.ts'
import type { CheckOptions } from './check.ts'
import { readCommitted, type Question, type Read } from './committed.ts'
import { fix } from './fix.ts'
import type { Said, Sight } from './recall.ts'

export interface Judged {
  said: Said
  /** Paths of findings that changed in this branch, where that is known. */
  changed: ReadonlySet<string> | null
  /** true where it rests on nothing but what a sight holds. */
  settled: boolean
}

/** @param sight what was read already, else null */
export async function judge(
  asked: Pick<Question, 'paths' | 'today'>,
  options: CheckOptions,
  workspace: Workspace,
  sight: Sight | null,
  context: Context,
): Promise<Judged> {
  const question: Question = {
    ...asked,
    maxAge: options.maxAge ?? workspace.config.checks.maxAge,
    git: options.git === true,
    model: options.cache === false ? modelDigest() : openModel(context).digest,
  }
  let read = await readCommitted(question, workspace, sight)
  if (options.fix) {
    const fixed = await fix(read, workspace)
    if (!options.quiet) context.stderr(fixed.says)
    if (fixed.changed) read = await readCommitted(question, workspace, null)
  }
  const committed = options.full ? await inFull(read, question, workspace, context) : read.committed
  const changed = changedFiles(options.since, workspace.root, context)
  const isMeant = ({ file, because = [] }: Finding) =>
    options.since === undefined || changed === null || [file, ...because].some((path) => changed.has(path))
  const { findings, waived } = applyRules(committed)
  const said = {
    today: committed.today,
    version: version(),
    pages: committed.pages.length,
    notes: committed.now.notes.size,
    findings: findings.filter(isMeant),
    waived: waived.filter(isMeant),
  }
  return { said, changed, settled: !read.askedGit }
}

async function inFull(read: Read, question: Question, workspace: Workspace, context: Context): Promise<Committed> {
  const { tagAgain } = await import('./full.ts')
  const notes = [...read.committed.now.notes.keys()]
  if (notes.length === 0) return read.committed
  const again = await tagAgain(notes, read.existing, question.today, workspace, context)
  return { ...read.committed, expected: again.expected, problems: [...read.committed.problems, ...again.problems] }
}
