/**
 * The only place that runs git. Arguments go as a list, never through a shell, and nothing that the repository's own configuration
 * names is run: no monitor, hook, pager, filter, diff or signature program, and nothing is fetched.
 */
import { spawnSync } from 'node:child_process'
import { realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { CannotRun } from '../failures.ts'

export interface Repository {
  /** The top folder of the working tree, absolute, links resolved. */
  root: string
  /** true: history ends somewhere on the way, so that no day may be taken from it. */
  shallow: boolean
  /** Settings that keep its own filters from running. */
  quiet: readonly string[]
}

export interface Commit {
  id: string
  /** UTC day on which it was written or, where that is later, put in its place (by a rebase, say). */
  day: string
  /** Where the file was then, from the top folder, with slashes. */
  path: string
}

/** More output than this is no text of ours. */
const MAX_OUTPUT = 512 * 1024 * 1024

const HARMLESS = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.pager', 'cat'],
  ['core.quotePath', 'false'],
  ['diff.external', ''],
  ['log.showSignature', 'false'],
  ['protocol.allow', 'never'],
  ['safe.bareRepository', 'explicit'],
].flatMap(([key, value]) => ['-c', `${key}=${value}`])

/** Variables that would lead git to another repository than the one of the folder, or make it run something. */
const MISLEADING =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|NAMESPACE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|PREFIX|EXTERNAL_DIFF|DIFF_OPTS|PAGER|LITERAL_PATHSPECS|GLOB_PATHSPECS|ICASE_PATHSPECS|TRACE.*)$/

interface Ran {
  code: number
  out: Buffer
  error: string
}

function git(cwd: string, args: readonly string[], settings: readonly string[] = [], input?: string): Ran {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !MISLEADING.test(name)))
  const { status, stdout, stderr, error } = spawnSync(
    'git',
    ['--no-pager', '--literal-pathspecs', ...HARMLESS, ...settings, ...args],
    {
      cwd,
      input: input ?? '',
      maxBuffer: MAX_OUTPUT,
      windowsHide: true,
      env: {
        ...env,
        LC_ALL: 'C',
        TZ: 'UTC',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_TERMINAL_PROMPT: '0',
        GIT_NO_LAZY_FETCH: '1',
        GIT_NO_REPLACE_OBJECTS: '1',
      },
    },
  )
  if (error !== undefined)
    return { code: -1, out: Buffer.alloc(0), error: (error as NodeJS.ErrnoException).code ?? error.message }
  return { code: status ?? -1, out: stdout, error: stderr.toString('utf8').trim() }
}

/** What must succeed once the repository is known; its failure is the repository's, so the run says it and ends. */
function must(repository: Repository, args: readonly string[], input?: string): Buffer {
  const { code, out, error } = git(repository.root, args, repository.quiet, input)
  if (code === 0) return out
  if (/lazy fetching|promisor|transport '\w+' not allowed/.test(error)) throw new CannotRun('partial-clone')
  throw new CannotRun('git-failed', { command: `git ${args[0] ?? ''}`, reason: error.split('\n')[0] ?? '' })
}

/**
 * @param folder absolute; need not exist, then its nearest parent that does is asked
 * @returns the repository whose working tree holds the folder; null where there is none, or no git.
 * Throws where git refuses to look at it (it belongs to somebody else).
 */
export function repositoryOf(folder: string): Repository | null {
  const cwd = nearest(folder)
  const { code, out, error } = git(cwd, ['rev-parse', '--is-shallow-repository', '--show-toplevel'])
  if (error.includes('dubious ownership'))
    throw new CannotRun('git-failed', { command: 'git rev-parse', reason: error.split('\n')[0] ?? '' })
  if (code !== 0) return null
  const [shallow, ...root] = out.toString('utf8').replace(/\n$/, '').split('\n')
  const top = realpathSync(root.join('\n'))
  return { root: top, shallow: shallow === 'true', quiet: withoutFilters(top) }
}

export function isShallow(repository: Repository): boolean {
  return repository.shallow
}

function nearest(folder: string): string {
  let at = folder
  while (statSync(at, { throwIfNoEntry: false })?.isDirectory() !== true && dirname(at) !== at) at = dirname(at)
  return at
}

/** Filters turn a file of the working tree into what is stored, by running a program that the configuration names. */
function withoutFilters(root: string): string[] {
  const { out } = git(root, [
    'config',
    '--name-only',
    '-z',
    '--get-regexp',
    '^filter\\..*\\.(clean|smudge|process|required)$',
  ])
  return [
    ...new Set(
      out
        .toString('utf8')
        .split('\0')
        .filter((name) => name !== ''),
    ),
  ].flatMap((name) => ['-c', `${name}=${name.endsWith('.required') ? 'false' : ''}`])
}

/** `path` (absolute) as git names it: from the top folder, with slashes; null where it lies outside of the repository. */
export function pathInRepository(repository: Repository, path: string): string | null {
  const folder = nearest(path)
  const real = join(realpathSync(folder), relative(folder, path))
  const name = relative(repository.root, real).split(sep).join('/')
  return name === '..' || name.startsWith('../') ? null : name
}

/** @returns the id of the commit that `revision` names; null where it names none */
export function commitOf(repository: Repository, revision: string): string | null {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]
  const { code, out } = git(repository.root, args, repository.quiet)
  return code === 0 ? out.toString('utf8').trim() : null
}

/** @returns text of the file as it was at the revision, nothing filtered; null where it was not there */
export function fileAt(repository: Repository, revision: string, path: string): string | null {
  return filesAt(repository, [{ revision, path }])[0] ?? null
}

/** As fileAt for many, with one process. A name with a line feed can't be asked for, and is null. */
export function filesAt(
  repository: Repository,
  wanted: readonly { revision: string; path: string }[],
): (string | null)[] {
  const asked = wanted.map(({ revision, path }) => `${revision}:${path}`)
  const input = asked.filter((name) => !name.includes('\n'))
  if (input.length === 0) return asked.map(() => null)
  const answers = must(repository, ['cat-file', '--batch'], `${input.join('\n')}\n`)
  let at = 0
  return asked.map((name) => {
    if (name.includes('\n')) return null
    const end = answers.indexOf(10, at)
    const header = answers.toString('utf8', at, end)
    at = end + 1
    const size = / blob (\d+)$/.exec(header)?.[1]
    if (size === undefined) {
      // A folder or submodule of that name answers with bytes of its own, which are passed over.
      const other = / (?:tree|commit|tag) (\d+)$/.exec(header)?.[1]
      if (other !== undefined) at += Number(other) + 1
      return null
    }
    const text = answers.toString('utf8', at, at + Number(size))
    at += Number(size) + 1
    return text
  })
}

/** @returns the commits that touched the file, newest first, followed over renames */
export function history(repository: Repository, path: string, most: number): Commit[] {
  const format = '--format=%H %at %ct'
  const args = ['log', '--follow', '-M', `-n${most}`, format, '--name-only', '--no-ext-diff', '--no-textconv', '-z']
  const { code, out } = git(repository.root, [...args, '--', path], repository.quiet)
  // A repository without a commit has no history, which is no failure.
  if (code !== 0) return []
  return [...out.toString('utf8').matchAll(/([0-9a-f]{40,64}) (\d+) (\d+)\0\n([^\0]+)\0/g)].map(
    ([, id = '', written, placed, name = '']) => ({
      id,
      day: dayOf(Math.max(Number(written), Number(placed))),
      path: name,
    }),
  )
}

/** @returns the last commit that touched the file; null where none did */
export function lastChange(repository: Repository, path: string): Commit | null {
  return history(repository, path, 1)[0] ?? null
}

function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10)
}

/**
 * @param revision what this branch is compared with: the point where the two parted counts, where there is one
 * @returns paths from the top folder that differ from it, in commits, in the index, in the working tree, and files that git does not
 * know yet; null where there is no such revision
 */
export function changedSince(repository: Repository, revision: string): string[] | null {
  const given = commitOf(repository, revision)
  if (given === null) return null
  const parted = git(repository.root, ['merge-base', given, 'HEAD'], repository.quiet)
  const from = parted.code === 0 ? parted.out.toString('utf8').trim() : given
  const names = ['--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all']
  const changed = must(repository, ['diff', ...names, from, '--'])
  const unknown = must(repository, ['ls-files', '-z', '--others', '--exclude-standard'])
  return [...new Set(`${changed}${unknown}`.split('\0').filter((name) => name !== ''))].toSorted()
}

/**
 * @param gone paths that are no longer there
 * @returns the path that each has now, where git knows it as renamed in a commit, step by step; those it doesn't know are left out
 */
export function renames(repository: Repository, gone: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const path of gone) {
    const now = renamed(repository, path)
    if (now !== null) found.set(path, now)
  }
  return found
}

/** A file renamed more often than this goes in circles. */
const MOST_STEPS = 20

function renamed(repository: Repository, path: string): string | null {
  let at = path
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const last = git(repository.root, ['log', '-n1', '--format=%H', '--', at], repository.quiet)
      .out.toString('utf8')
      .trim()
    if (last === '') return at === path ? null : at
    const args = ['diff-tree', '-r', '-z', '-M', '--root', '--no-commit-id', '--no-ext-diff', '--name-status', last]
    const fields = must(repository, args).toString('utf8').split('\0')
    const here = fields.findIndex((field, index) => /^R\d+$/.test(field) && fields[index + 1] === at)
    if (here < 0) return at === path ? null : at
    at = fields[here + 2] ?? at
  }
  return null
}
