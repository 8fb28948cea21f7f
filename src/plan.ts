/** From everything that was seen to everything that should stand in the output folder. Pure: ingest writes it, check compares it. */
import type { Config } from './config.ts'
import { textDigest } from './digest.ts'
import { problem, type Problem } from './problems.ts'
import { configDigest, renderLock } from './render/lock.ts'
import { render } from './render/render.ts'
import { synthesize } from './synthesize/synthesize.ts'
import type { CodebookTheme, NoteAnalysis, Plan } from './types.ts'

export interface PlanInputs {
  /** Attributed notes, in path order. */
  notes: readonly NoteAnalysis[]
  config: Config
  codebook: { themes: readonly CodebookTheme[]; text: string }
  /** Text of corrections.jsonl, empty where there is none. */
  corrections: string
  /** Digest of the tagger. */
  model: string
  /** What stands in the output folder: text by path. */
  existing: ReadonlyMap<string, string>
  /** UTC day, YYYY-MM-DD. */
  today: string
  /** From a page to the root, with slashes and a slash at the end, such as `../`; empty where they are one folder. */
  toRoot: string
  /** Pages whose markers are broken or that are not ours are written anew, what stood there kept beside them. */
  force?: boolean
}

export function plan(inputs: PlanInputs): Plan {
  const { usable, problems } = withoutExpired(inputs.notes, inputs.today)
  const synthesis = synthesize(usable, inputs.config, inputs.codebook.themes)
  const rendered = render(synthesis, inputs.config, {
    pages: inputs.existing,
    today: inputs.today,
    toRoot: inputs.toRoot,
    force: inputs.force === true,
  })
  const codebook = rendered.files.find((file) => file.path === 'themes.yaml')?.text ?? inputs.codebook.text
  const lock = renderLock(
    {
      notes: inputs.notes.map(({ note }) => note),
      codebook: textDigest(codebook),
      config: configDigest(inputs.config),
      corrections: textDigest(inputs.corrections),
      model: inputs.model,
    },
    rendered.blocks,
  )
  return { files: [...rendered.files, lock], problems: [...problems, ...rendered.problems] }
}

/** What pages, quotes and questions may rest on: a note that says nothing is no call, and one past its `retention:` day may not be used any more. */
export function withoutExpired(
  notes: readonly NoteAnalysis[],
  day: string,
): { usable: readonly NoteAnalysis[]; problems: Problem[] } {
  const expired = notes.filter(({ note }) => (note.retention ?? day) < day)
  const gone = new Set(expired)
  return {
    usable: notes.filter((one) => one.statements.length > 0 && !gone.has(one)),
    problems: expired.map(({ note }) => problem('note/retention', note.file, null, { day: note.retention ?? '' })),
  }
}
