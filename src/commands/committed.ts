/** Reads what is committed, for the rules of `check`: pages and lock, and of notes and history as much as the question needs. */
import { resolve } from 'node:path'
import { readCommittedPage, type CommittedPage } from '../checks/page.ts'
import { isAsLocked, quotesOn } from '../checks/quote/on-page.ts'
import type { Committed } from '../checks/rule.ts'
import { textDigest } from '../digest.ts'
import { CannotRun } from '../failures.ts'
import { repositoryOf, type Repository } from '../io/git.ts'
import { modelDigest } from '../io/model-digest.ts'
import { findNotes, findNotesAgain, readNote } from '../io/notes.ts'
import { readOutputFolder } from '../io/pages.ts'
import { recordPath, type Workspace } from '../io/workspace.ts'
import type { Problem } from '../problems.ts'
import { configDigest, readLock, type Lock } from '../render/lock.ts'
import type { SourceFile } from '../types.ts'
import { contentDays, linesAsLocked, renamedNotes } from './history.ts'

export interface Question {
  /** Notes as the user named them; empty for those that the lock names. */
  paths: readonly string[]
  maxAge: string
  /** UTC day. */
  today: string
  /** Ask git when a page last changed. */
  git: boolean
}

export interface Read {
  committed: Committed
  /** What stands in the output folder: text by path. */
  existing: Map<string, string>
  repository: Repository | null
}

export async function readCommitted(question: Question, workspace: Workspace): Promise<Read> {
  const existing = readOutputFolder(workspace.out)
  const lockText = existing.get('personas.lock')
  const lock = lockText === undefined ? null : readLock(lockText)
  const sound = lock === null || 'error' in lock ? null : lock
  const out = folderPath(workspace)
  const pages = [...existing].flatMap(
    ([path, text]) => readCommittedPage(path, text, out, sound?.pages.has(path) === true) ?? [],
  )
  if (pages.length === 0 && lock === null) throw new CannotRun('no-pages', { path: workspace.out })
  const repository = findRepository(question, workspace)
  const notes = await readNotes(question.paths, workspace, pages, sound)
  const gone = [...(sound?.notes.keys() ?? [])].filter((file) => !notes.digests.has(file) && !notes.unread.has(file))
  const renamed = renamedNotes(gone, notes.digests, sound, repository, workspace.root)
  const texts = keepTexts(notes, pages, lock, renamed, workspace)
  const drifted = pages.filter((page) => page.block !== null && sound?.pages.has(page.path) && !isAsLocked(page, lock))
  const committed: Committed = {
    today: question.today,
    config: workspace.config,
    configFile: workspace.configFile,
    maxAge: question.maxAge,
    out,
    pages,
    lock,
    now: {
      notes: notes.digests,
      codebook: textDigest(existing.get('themes.yaml') ?? ''),
      config: configDigest(workspace.config),
      corrections: textDigest(existing.get('corrections.jsonl') ?? ''),
      model: modelDigest(),
    },
    problems: [...notes.unread.values()],
    texts,
    retention: notes.retention,
    renamed,
    expected: repository === null || sound === null ? new Map() : linesAsLocked(drifted, sound, repository, workspace),
    contentDays: question.git && repository !== null ? contentDays(pages, repository, workspace) : new Map(),
  }
  return { committed, existing, repository }
}

/** From the root to the output folder, with a slash at its end; empty where they are one. */
function folderPath(workspace: Workspace): string {
  const path = recordPath(workspace.root, workspace.out)
  return path === '' ? '' : `${path}/`
}

/** Without `--git` history only helps; with it, it must be there, and all of it. */
function findRepository({ git }: Question, { root }: Workspace): Repository | null {
  let repository: Repository | null
  try {
    repository = repositoryOf(root)
  } catch (error) {
    if (git) throw error
    return null
  }
  if (!git) return repository
  if (repository === null) throw new CannotRun('no-git', { path: root, option: '--git' })
  if (repository.shallow) throw new CannotRun('shallow-clone', { option: '--git' })
  return repository
}

interface Notes {
  /** Digest by record path. */
  digests: Map<string, string>
  /** Text of those that are not as locked. */
  texts: Map<string, string>
  unread: Map<string, Problem>
  /** Last day by record path. */
  retention: Map<string, string>
}

async function readNotes(
  paths: readonly string[],
  workspace: Workspace,
  pages: readonly CommittedPage[],
  lock: Lock | null,
): Promise<Notes> {
  const quoted = () => pages.flatMap((page) => quotesOn(page).map(({ note }) => note))
  const problems: Problem[] = []
  const found =
    paths.length > 0
      ? await findNotes(paths, workspace, problems)
      : await findNotesAgain(lock?.notes.keys() ?? quoted(), workspace, problems)
  const notes: Notes = { digests: new Map(), texts: new Map(), unread: new Map(), retention: new Map() }
  for (const one of problems) if (one.rule === 'note/unreadable') notes.unread.set(one.file, one)
  for (const path of found) {
    const note = readNote(path, workspace)
    if ('rule' in note) {
      notes.unread.set(note.file, note)
      continue
    }
    const digest = textDigest(note.text)
    notes.digests.set(note.path, digest)
    if (lock?.notes.get(note.path) !== digest) notes.texts.set(note.path, note.text)
    const last = await retentionOf(note, workspace)
    if (last !== null) notes.retention.set(note.path, last)
  }
  return notes
}

/** Where a note says how long it may be kept, whatever word it takes for it. */
const MAY_SAY =
  /^[^\p{L}\n]{0,20}(?:retention|(?:retain|keep)[^\p{L}\p{N}]{0,10}until|delete[^\p{L}\p{N}]{0,10}(?:after|on)|expires)/imu

/** Few notes say so; the others are not parsed. */
async function retentionOf(note: SourceFile, { config }: Workspace): Promise<string | null> {
  if (!MAY_SAY.test(note.text)) return null
  const { parse } = await import('../analyze/parse.ts')
  return parse(note, config).note?.record.retention ?? null
}

/** Beside the notes that changed, those that are quoted on a page which is not as locked: its quotes may be anybody's words. */
function keepTexts(
  notes: Notes,
  pages: readonly CommittedPage[],
  lock: Committed['lock'],
  renamed: ReadonlyMap<string, string>,
  workspace: Workspace,
): Map<string, string> {
  const texts = new Map(notes.texts)
  for (const page of pages.filter((one) => !isAsLocked(one, lock))) {
    for (const quote of quotesOn(page)) {
      const file = renamed.get(quote.note) ?? quote.note
      if (texts.has(file) || !notes.digests.has(file)) continue
      const note = readNote(resolve(workspace.root, file), workspace)
      if (!('rule' in note)) texts.set(file, note.text)
    }
  }
  return texts
}
