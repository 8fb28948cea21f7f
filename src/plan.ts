/** From everything that was seen to everything that should stand in the output folder. Pure: ingest writes it, check compares it. */
import type { Config } from './config.ts'
import { textDigest } from './digest.ts'
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
}

export function plan(inputs: PlanInputs): Plan {
  const synthesis = synthesize(inputs.notes, inputs.config, inputs.codebook.themes)
  const rendered = render(synthesis, inputs.config, {
    pages: inputs.existing,
    today: inputs.today,
    toRoot: inputs.toRoot,
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
  return { files: [...rendered.files, lock], problems: rendered.problems }
}
