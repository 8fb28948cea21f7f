/** What `personas init` did, and what is left to a person. */
import type { Context } from '../context.ts'
import { CODEOWNERS, PRE_COMMIT, WORKFLOWS, type Answers, type Step } from '../setup/prepare.ts'
import { printable } from './printable.ts'

export interface Setup {
  steps: readonly Step[]
  written: readonly Step[]
  answers: Answers
  /** Files that were there before, by path. */
  existing: ReadonlyMap<string, string>
}

export function setupAsText(setup: Setup, paint: Context['paint']): string {
  const lines = setup.steps.map((step) => {
    const path = printable(step.path)
    if (setup.written.includes(step))
      return step.does === 'create' ? `${paint.green('new    ')} ${path}` : `${paint.yellow('changed')} ${path}`
    return `kept    ${path}${step.does === 'differs' ? paint.dim(' (yours; it differs from the default)') : ''}`
  })
  const next = nextSteps(setup)
  lines.push(
    '',
    setup.written.length === 0 ? 'Everything is there; nothing was written.' : 'Next:',
    ...next.map((step, at) => `${at + 1}. ${step}`),
  )
  return `${lines.join('\n')}\n`
}

function nextSteps({ written, answers, existing }: Setup): string[] {
  const wrote = (path: string) => written.some((step) => step.path === path)
  const steps: string[] = []
  if (written.some(({ path }) => path.endsWith('personas.config.json')))
    steps.push('Say in personas.config.json who you are: "us" and "competitors". Your editor explains every setting.')
  if (wrote(WORKFLOWS.gitlab)) {
    if (!wrote('.gitlab-ci.yml')) steps.push(`Add to .gitlab-ci.yml:  include: [{local: ${WORKFLOWS.gitlab}}]`)
    steps.push('Add a weekly schedule in GitLab, under Build > Pipeline schedules: 17 6 * * 1. No file can hold it.')
  }
  if (
    written.length > 0 &&
    answers.preCommit &&
    existing.has(PRE_COMMIT) &&
    !existing.get(PRE_COMMIT)?.includes('personas')
  )
    steps.push(`Add to ${PRE_COMMIT} a local hook with  entry: npx personas check`)
  if (written.length > 0 && answers.owner === '' && !CODEOWNERS.some((path) => existing.has(path)))
    steps.push('Name who reviews the pages: personas init --owner @your-org/your-team')
  if (written.length > 0)
    steps.push(
      'Begin a note: personas new discovery --account "Your customer" --with "Their name (their title)", or put your notes into notes/.',
      'Write the pages: personas ingest notes/',
      'Commit everything: git add --all && git commit',
    )
  return steps
}
