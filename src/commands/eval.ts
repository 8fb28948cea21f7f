import { join } from 'node:path'
import { EXIT, type Context, type ExitCode } from '../context.ts'
import { evaluate, type LabelledNote } from '../evaluate/evaluate.ts'
import { CannotRun } from '../failures.ts'
import { readLabels } from '../io/labels.ts'
import { openModel } from '../io/model.ts'
import { openWorkspace } from '../io/workspace.ts'
import { severity } from '../problems.ts'
import { evaluationAsJson, evaluationAsMarkdown, evaluationAsText } from '../reporters/evaluation.ts'
import { reportProblems } from '../reporters/problems.ts'
import { survey, type SurveyOptions } from './survey.ts'

interface EvalOptions extends SurveyOptions {
  config?: string
  notes?: string
  second?: string
  minF1?: number
  format: 'pretty' | 'json' | 'markdown'
}

/** Scores the tagger on labels of the team's own, and the agreement of two people who labelled the same notes. */
export async function evaluateLabels(labels: string, options: EvalOptions, context: Context): Promise<ExitCode> {
  const workspace = openWorkspace(context.cwd, options)
  const gold = readLabels(labels, context.cwd)
  const second = options.second === undefined ? null : readLabels(options.second, context.cwd)
  const model = openModel(context)
  const seen = await survey([options.notes ?? join(labels, '../notes')], workspace, model, [], options, context)
  const notes = seen.notes.flatMap((analysis): LabelledNote[] => {
    const labelled = gold.get(nameOf(analysis.note.file))
    return labelled === undefined
      ? []
      : [{ analysis, gold: labelled, second: second?.get(nameOf(analysis.note.file)) ?? null }]
  })
  if (notes.length === 0) throw new CannotRun('no-labelled-notes', { path: labels })
  const evaluation = evaluate(notes)
  const errors = seen.problems.filter((found) => severity(found) === 'error')
  context.stderr(reportProblems(errors, context.paint))
  if (options.format === 'json') context.stdout(evaluationAsJson(evaluation))
  else if (options.format === 'markdown') context.stdout(evaluationAsMarkdown(evaluation))
  else context.stdout(evaluationAsText(evaluation, context.paint))
  const reached = verdict(evaluation.figures.macroF1, options.minF1, context)
  return errors.length > 0 ? EXIT.findings : reached
}

function verdict(macroF1: number, least: number | undefined, context: Context): ExitCode {
  if (least === undefined || macroF1 >= least) return EXIT.fine
  context.stderr(
    `The macro-F1 of ${macroF1.toFixed(3)} is under the ${least} asked for with --min-f1.\nLook at the surest errors above: labels may be wrong too.\n`,
  )
  return EXIT.findings
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.(md|markdown)$/i, '')
}
