import { relative, sep } from 'node:path'
import { configJsonSchema } from '../config.ts'
import { EXIT, type Context, type ExitCode, type Prompts } from '../context.ts'
import { CannotRun } from '../failures.ts'
import { nearestHolding, readFiles } from '../io/files.ts'
import { repositoryOf } from '../io/git.ts'
import { writeFiles } from '../io/pages.ts'
import { readTemplate } from '../io/templates.ts'
import { openWorkspace } from '../io/workspace.ts'
import { setupAsText } from '../reporters/setup.ts'
import {
  CI_SERVICES,
  CODEOWNERS,
  PRE_COMMIT,
  WORKFLOWS,
  prepare,
  wantedFiles,
  type Answers,
  type CiService,
  type Surroundings,
} from '../setup/prepare.ts'
import { version } from '../version.ts'

interface InitOptions {
  yes?: boolean
  company?: string
  ci?: CiService
  preCommit: boolean
  owner?: string
  schema?: boolean
}

/** Sets a repository up. What is there is compared, and written over only where the person at the terminal says so. */
export async function init(options: InitOptions, context: Context): Promise<ExitCode> {
  if (options.schema) {
    context.stdout(`${JSON.stringify(configJsonSchema(), null, 2)}\n`)
    return EXIT.fine
  }
  const { top, around } = lookAround(context.cwd)
  const prompts = options.yes ? null : await context.prompts?.()
  if (prompts === undefined) throw new CannotRun('nobody-to-ask')
  const existing = readFiles(top, [
    ...CODEOWNERS,
    ...Object.values(WORKFLOWS),
    PRE_COMMIT,
    '.gitlab-ci.yml',
    `${around.below}personas.config.json`,
  ])
  const answers = await ask(options, existing, around, prompts)
  const wanted = wantedFiles(answers, around, readTemplate, (path) => existing.has(path))
  const steps = prepare(
    wanted,
    readFiles(
      top,
      wanted.map(({ path }) => path),
    ),
  )
  const differing = steps.filter(({ does }) => does === 'differs').map(({ path }) => path)
  const over =
    prompts === null || differing.length === 0
      ? []
      : await prompts.pick('These files are there and differ. Which shall be written over?', differing)
  const written = steps.filter(
    ({ path, does }) => does === 'create' || does === 'add' || (does === 'differs' && over.includes(path)),
  )
  await writeFiles(top, written)
  context.stderr(setupAsText({ steps, written, answers, existing }, context.paint))
  return EXIT.fine
}

/** The top of the repository, and where the configuration stands or will stand in it. */
function lookAround(cwd: string): { top: string; around: Surroundings } {
  const workspace = openWorkspace(cwd, {})
  const top = repositoryOf(workspace.root)?.root ?? workspace.root
  const from = relative(top, workspace.root).split(sep).join('/')
  const installed = nearestHolding(workspace.root, 'node_modules/personas') ?? workspace.root
  const up = relative(workspace.root, installed).split(sep).join('/')
  return {
    top,
    around: {
      schema: `${up === '' ? '.' : up}/node_modules/personas/dist/personas.schema.json`,
      below: from === '' ? '' : `${from}/`,
      out: workspace.config.out.replace(/^\.\//, '').replace(/(?<!\/)\/+$/, ''),
      npm: nearestHolding(workspace.root, 'package-lock.json') !== null,
      version: version(),
    },
  }
}

/** Asks for what is given neither as an option nor by what is there. */
async function ask(
  options: InitOptions,
  existing: ReadonlyMap<string, string>,
  { below, out }: Surroundings,
  prompts: Prompts | null,
): Promise<Answers> {
  const has = (path: string) => existing.has(path)
  const owned = [...existing].some(([path, text]) => CODEOWNERS.includes(path) && text.includes(`/${below}${out}/ `))
  const asked = { company: '', ci: ciOf(existing), preCommit: options.preCommit, owner: '' }
  if (prompts !== null) {
    if (options.company === undefined && !has(`${below}personas.config.json`))
      asked.company = await prompts.text('What is your own company called?', 'Acme')
    if (options.ci === undefined && !Object.values(WORKFLOWS).some(has))
      asked.ci = await prompts.choose('Which CI shall check the pages, on changes and weekly?', CI_SERVICES)
    if (options.preCommit && !has(PRE_COMMIT))
      asked.preCommit = await prompts.confirm('Shall pre-commit check the pages before each commit?')
    if (options.owner === undefined && !owned)
      asked.owner = await prompts.text('Who reviews the pages (for CODEOWNERS; empty for nobody)?', '@acme/marketing')
  }
  return {
    ...asked,
    ...(options.company !== undefined && { company: options.company }),
    ...(options.ci && { ci: options.ci }),
    ...(options.owner !== undefined && { owner: options.owner.trim() }),
  }
}

function ciOf(existing: ReadonlyMap<string, string>): CiService {
  if (existing.has(WORKFLOWS.github)) return 'github'
  return existing.has(WORKFLOWS.gitlab) || existing.has('.gitlab-ci.yml') ? 'gitlab' : 'github'
}
