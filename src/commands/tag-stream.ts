/** `tag --stdin jsonl`: notes as JSON lines in, what was seen as JSON lines out, while they come, in their order. */
import { stampOf, wordsByFile, sealOf } from '../analyze/stamp.ts'
import type { AnalyzedFile } from '../analyze/analyze.ts'
import { analysisConfig, type Config } from '../config.ts'
import { EXIT, type Context, type ExitCode } from '../context.ts'
import { hireAnalysts } from '../io/analysts.ts'
import { readCodebook, readCorrections } from '../io/knowledge.ts'
import { linesOf } from '../io/lines.ts'
import { openModel } from '../io/model.ts'
import { noteOf } from '../io/read-note.ts'
import { openWorkspace } from '../io/workspace.ts'
import { problem, severity, type Problem } from '../problems.ts'
import { linesOfNote, parseInput } from '../records.ts'
import { attribute } from '../synthesize/attribute.ts'
import { matchThemes } from '../synthesize/themes.ts'
import type { CodebookTheme, SourceFile } from '../types.ts'
import { version } from '../version.ts'

interface StreamOptions {
  config?: string
  all?: boolean
  codebook?: string
  jobs?: number
}

/** Text is never little where nobody knows how much of it will come. */
const UNKNOWN_SIZE = Number.MAX_SAFE_INTEGER

/** Exit code 1 where a note could not be read; its line says so, and the others go on. */
export async function tagStream(options: StreamOptions, context: Context): Promise<ExitCode> {
  const workspace = openWorkspace(context.cwd, options)
  const { list: corrections } = readCorrections(workspace)
  const codebook = options.codebook === undefined ? [] : readCodebook(options.codebook, context.cwd)
  const model = openModel(context)
  const errand = { config: analysisConfig(workspace.config), corrections }
  const stamp = stampOf(version(), model.digest, errand.config)
  const words = wordsByFile(corrections)
  // Who reads from a pipe is one of many already; --jobs says otherwise.
  const analysts = await hireAnalysts(errand, model, options.jobs ?? 1, UNKNOWN_SIZE)
  let failed = false
  const print = async (work: Promise<AnalyzedFile[]>) => {
    for (const analyzed of await work) {
      failed ||= analyzed.problems.some((found) => severity(found) === 'error')
      const path = analyzed.analysis?.note.file ?? ''
      const told = guessed(analyzed, workspace.config, codebook)
      context.stdout(linesOfNote(told, sealOf(path, stamp, words), options.all === true))
    }
    await context.drained?.()
  }
  try {
    const under: Promise<AnalyzedFile[]>[] = []
    for await (const inputs of inputsOf()) {
      under.push(seeAll(inputs, analysts.analyze))
      if (under.length >= analysts.width) await print(under.shift()!)
    }
    for (const work of under) await print(work)
  } finally {
    await analysts.end()
  }
  return failed ? EXIT.findings : EXIT.fine
}

/** The notes of the lines that came together; what is none is a problem with its line. */
async function* inputsOf(): AsyncGenerator<(SourceFile | Problem)[]> {
  let line = 0
  for await (const lines of linesOf('-')) {
    const inputs: (SourceFile | Problem)[] = []
    for (const text of lines) {
      line += 1
      if (text === null) inputs.push(problem('stdin/invalid', 'stdin', line, { reason: 'it is far too long' }))
      else if (text.trim() !== '') inputs.push(inputOf(text, line))
    }
    if (inputs.length > 0) yield inputs
  }
}

function inputOf(text: string, line: number): SourceFile | Problem {
  const input = parseInput(text, line)
  return 'rule' in input ? input : noteOf(input.path, input.text)
}

async function seeAll(
  inputs: readonly (SourceFile | Problem)[],
  analyze: (files: readonly SourceFile[]) => Promise<AnalyzedFile[]>,
): Promise<AnalyzedFile[]> {
  const seen = (await analyze(inputs.filter((input): input is SourceFile => !('rule' in input)))).values()
  return inputs.map((input) =>
    'rule' in input ? { analysis: null, problems: [input] } : (seen.next().value ?? { analysis: null, problems: [] }),
  )
}

/**
 * Persona and theme as one note alone lets guess them, for those who count over the stream. `ingest --from-tags` settles both over all
 * notes, so everything else stays as it was seen.
 */
function guessed(analyzed: AnalyzedFile, config: Config, codebook: readonly CodebookTheme[]): AnalyzedFile {
  const { analysis } = analyzed
  if (analysis === null) return analyzed
  const [told] = matchThemes(attribute([analysis], config).notes, codebook)
  const personas = new Map(told?.people.map(({ name, persona }) => [name, persona]))
  return {
    problems: analyzed.problems,
    analysis: {
      note: analysis.note,
      people: analysis.people.map((person) => ({ ...person, persona: personas.get(person.name) ?? null })),
      statements: analysis.statements.map((statement, at) => ({
        ...statement,
        persona: told?.statements[at]?.persona ?? null,
        theme: told?.statements[at]?.theme ?? null,
      })),
    },
  }
}
