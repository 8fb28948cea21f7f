/** What `personas init` puts into a repository, as a plan: nothing is written here, and what people have is compared first. */
import type { ConfigAsWritten } from '../config.ts'
import { STAGES } from '../types.ts'

export const CI_SERVICES = ['github', 'gitlab', 'none'] as const
export type CiService = (typeof CI_SERVICES)[number]

export interface Answers {
  /** Empty where nobody has said. */
  company: string
  ci: CiService
  preCommit: boolean
  /** As CODEOWNERS writes it, such as `@acme/marketing`; empty for none. */
  owner: string
}

/** What is so in the repository, whatever is answered. */
export interface Surroundings {
  /** The schema of the configuration, relative to it. */
  schema: string
  /** From the top of the repository to the folder of the configuration, with a slash at the end; empty where they are one. */
  below: string
  /** Folder of the pages, relative to the configuration. */
  out: string
  /** true: there is a package.json whose dependencies `npm ci` installs. */
  npm: boolean
  /** Of this program. */
  version: string
}

/** A file that should be there: as a whole, or with some lines in it. Paths count from the top of the repository. */
export interface Wanted {
  path: string
  text: string
  /** true: the text is lines that a file of that name must hold, beside whatever else it holds. */
  lines?: boolean
  /** true: once it is there it is the team's, and its default is of no interest any more. */
  once?: boolean
}

/** What is to be done about one file. */
export interface Step {
  path: string
  text: string
  /** `add` puts lines behind those that are there; `differs` is people's to decide. */
  does: 'create' | 'add' | 'nothing' | 'differs'
}

/** Places where CODEOWNERS is looked for, the first that exists counts. */
export const CODEOWNERS = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']
export const WORKFLOWS = { github: '.github/workflows/personas.yml', gitlab: '.gitlab/personas.yml' } as const
export const PRE_COMMIT = '.pre-commit-config.yaml'
const GITLAB_MAIN = '.gitlab-ci.yml'
const GITLAB_INCLUDE = `include:\n  - local: ${WORKFLOWS.gitlab}\n`

/**
 * @param template gives the text of a template of the package by name
 * @param has says whether a file is there
 */
export function wantedFiles(
  answers: Answers,
  around: Surroundings,
  template: (name: string) => string,
  has: (path: string) => boolean,
): Wanted[] {
  const { below, out } = around
  const notes = STAGES.filter((stage) => stage !== 'other').map((stage) => ({
    path: `${below}templates/notes/${stage}.md`,
    text: template(`notes/${stage}.md`),
  }))
  const wanted: Wanted[] = [
    { path: `${below}personas.config.json`, text: configText(answers, around), once: true },
    { path: `${below}.personasignore`, text: template('personasignore') },
    { path: `${below}.gitattributes`, text: attributes(out), lines: true },
    ...notes,
  ]
  if (answers.ci !== 'none')
    wanted.push({ path: WORKFLOWS[answers.ci], text: workflow(template(`ci/${answers.ci}.yml`), answers.ci, around) })
  if (answers.ci === 'gitlab' && !has(GITLAB_MAIN)) wanted.push({ path: GITLAB_MAIN, text: GITLAB_INCLUDE })
  if (answers.preCommit && !has(PRE_COMMIT)) wanted.push({ path: PRE_COMMIT, text: template('pre-commit-config.yaml') })
  if (answers.owner !== '')
    wanted.push({
      path: CODEOWNERS.find(has) ?? (answers.ci === 'gitlab' ? 'CODEOWNERS' : '.github/CODEOWNERS'),
      text: `/${below}${out}/ ${answers.owner}\n`,
      lines: true,
    })
  return wanted
}

function configText({ company, ci }: Answers, { schema, out }: Surroundings): string {
  const config: ConfigAsWritten = {
    $schema: schema,
    us: { ...(company !== '' && { company }), domains: [], people: [], products: [] },
    competitors: [],
    aliases: {},
    out,
    links: ci === 'none' ? 'github' : ci,
  }
  return `${JSON.stringify(config, null, 2)}\n`
}

/** Both files are lines without an order that matters: of two branches, all lines are kept, and the next ingest writes the lock anew. */
function attributes(out: string): string {
  return `${out}/personas.lock merge=union\n${out}/corrections.jsonl merge=union\n`
}

function workflow(template: string, ci: 'github' | 'gitlab', { npm, version, below }: Surroundings): string {
  const text = template.replace('{{install}}', npm ? 'npm ci' : `npm install --no-save personas@${version}`)
  if (below === '') return text
  const folder = JSON.stringify(below.slice(0, -1))
  return ci === 'github'
    ? text.replace('    steps:\n', `    defaults:\n      run:\n        working-directory: ${folder}\n    steps:\n`)
    : text
        .replace('  before_script:\n', `  before_script:\n    - cd ${folder}\n`)
        .replace('paths: [personas-diff.md]', `paths: [${JSON.stringify(`${below}personas-diff.md`)}]`)
        .replace('junit: personas-junit.xml', `junit: ${JSON.stringify(`${below}personas-junit.xml`)}`)
}

/** @param existing text of the files that are there, by path */
export function prepare(wanted: readonly Wanted[], existing: ReadonlyMap<string, string>): Step[] {
  return wanted.map(({ path, text, lines, once }) => {
    const there = existing.get(path)
    if (there === undefined) return { path, text, does: 'create' }
    if (once === true) return { path, text: there, does: 'nothing' }
    if (lines !== true) return { path, text, does: sameText(there, text) ? 'nothing' : 'differs' }
    const missing = text.split('\n').filter((line) => line !== '' && !holds(there, line))
    if (missing.length === 0) return { path, text: there, does: 'nothing' }
    const eol = there.includes('\r\n') ? '\r\n' : '\n'
    const end = there === '' || there.endsWith('\n') ? '' : eol
    return { path, text: there + end + missing.map((line) => line + eol).join(''), does: 'add' }
  })
}

/** A line with the same first word is the team's own word on the matter, whatever follows it. */
function holds(text: string, line: string): boolean {
  const [subject] = line.split(' ')
  return text.split(/\r?\n/).some((other) => other.trim().split(/\s+/)[0] === subject)
}

function sameText(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n') === b
}
