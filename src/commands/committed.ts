/** Reads what is committed, for the rules of `check`: pages and lock, and of notes and history as much as the question needs. */
import { resolve } from 'node:path'
import { readCommittedPage, type CommittedPage } from '../checks/page.ts'
import { isAsLocked, quotesOn } from '../checks/quote/on-page.ts'
import type { Committed } from '../checks/rule.ts'
import { textDigest } from '../digest.ts'
import { CannotRun } from '../failures.ts'
import { repositoryOf, type Repository } from '../io/git.ts'
import { findAsked } from '../io/find-notes.ts'
import { decodeNote, digestOfPlain, noteName, readNoteBytes } from '../io/read-note.ts'
import { readOutputFolder } from '../io/pages.ts'
import { recordPath } from '../io/place.ts'
import type { Workspace } from '../io/workspace.ts'
import type { Problem } from '../problems.ts'
import { configDigest, readLock, type Lock } from '../render/lock.ts'
import type { SourceFile } from '../types.ts'
import { repositoryIfAny } from './branch.ts'
import { contentDays, linesAsLocked, renamedNotes } from './history.ts'
import type { Sight } from './recall.ts'

export interface Question {
  /** Notes as the user named them; empty for those that the lock names. */
  paths: readonly string[]
  maxAge: string
  /** UTC day. */
  today: string
  /** Digest of the tagger that is installed. */
  model: string
  /** Ask git when a page last changed. */
  git: boolean
}

export interface Read {
  committed: Committed
  /** What stands in the output folder: text by path. */
  existing: Map<string, string>
  /** Whether anything rests on what git knows, or would if there was a repository. */
  askedGit: boolean
}

/** @param sight what was read already, null for nothing */
export async function readCommitted(question: Question, workspace: Workspace, sight: Sight | null): Promise<Read> {
  const existing = sight?.pages ?? readOutputFolder(workspace.out)
  const lockText = existing.get('personas.lock')
  const lock = lockText === undefined ? null : readLock(lockText)
  const sound = lock === null || 'error' in lock ? null : lock
  const out = folderPath(workspace)
  const pages = [...existing].flatMap(
    ([path, text]) => readCommittedPage(path, text, out, sound?.pages.has(path) === true) ?? [],
  )
  if (pages.length === 0 && lock === null) throw new CannotRun('no-pages', { path: workspace.out })
  const git = once(() => findRepository(question, workspace))
  if (question.git) git.get()
  const notes = await readNotes(question.paths, workspace, pages, sound, sight)
  const gone = [...(sound?.notes.keys() ?? [])].filter((file) => !notes.digests.has(file) && !notes.unread.has(file))
  const renamed = renamedNotes(gone, notes.digests, sound, git.get, workspace.root)
  const texts = keepTexts(notes, pages, lock, renamed, workspace.root)
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
      model: question.model,
    },
    problems: [...notes.unread.values()],
    texts,
    retention: notes.retention,
    renamed,
    expected: sound === null ? new Map() : linesAsLocked(drifted, sound, git.get, workspace),
    contentDays: question.git ? contentDays(pages, git.get(), workspace) : new Map(),
  }
  return { committed, existing, askedGit: git.wasAsked() }
}

/** Asked for when it is needed, and then once. */
function once<T>(make: () => T): { get: () => T; wasAsked: () => boolean } {
  let made: { value: T } | undefined
  return { get: () => (made ??= { value: make() }).value, wasAsked: () => made !== undefined }
}

/** From the root to the output folder, with a slash at its end; empty where they are one. */
function folderPath(workspace: Workspace): string {
  const path = recordPath(workspace.root, workspace.out)
  return path === '' ? '' : `${path}/`
}

/** Without `--git` history only helps; with it, it must be there, and all of it. */
function findRepository({ git }: Question, { root }: Workspace): Repository | null {
  if (!git) return repositoryIfAny(root)
  const repository = repositoryOf(root)
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
  /** A note by its path, as readNote. */
  read: (path: string) => SourceFile | Problem
}

async function readNotes(
  paths: readonly string[],
  workspace: Workspace,
  pages: readonly CommittedPage[],
  lock: Lock | null,
  sight: Sight | null,
): Promise<Notes> {
  const quoted = () => pages.flatMap((page) => quotesOn(page).map(({ note }) => note))
  const problems: Problem[] = [...(sight?.unfound ?? [])]
  const found = sight?.found ?? (await findAsked(paths, lock?.notes.keys() ?? quoted(), workspace, problems))
  const bytesOf = sight?.bytesOf ?? ((path: string) => readNoteBytes(path, workspace.root))
  const read = (path: string) => {
    const bytes = bytesOf(path)
    return 'rule' in bytes ? bytes : decodeNote(path, workspace.root, bytes)
  }
  const notes: Notes = { digests: new Map(), texts: new Map(), unread: new Map(), retention: new Map(), read }
  for (const one of problems) if (one.rule === 'note/unreadable') notes.unread.set(one.file, one)
  for (const path of found) {
    const bytes = bytesOf(path)
    const name = noteName(path, workspace.root)
    const digest = 'rule' in bytes ? null : digestOfPlain(bytes)
    // Of a note that is as locked, nothing but a day in its front matter is asked.
    if (digest !== null && lock?.notes.get(name) === digest) notes.digests.set(name, digest)
    else await addNote('rule' in bytes ? bytes : decodeNote(path, workspace.root, bytes), notes, lock, workspace)
  }
  return notes
}

async function addNote(
  note: SourceFile | Problem,
  notes: Notes,
  lock: Lock | null,
  workspace: Workspace,
): Promise<void> {
  if ('rule' in note) {
    notes.unread.set(note.file, note)
    return
  }
  const digest = textDigest(note.text)
  notes.digests.set(note.path, digest)
  if (lock?.notes.get(note.path) !== digest) notes.texts.set(note.path, note.text)
  const last = await lastDayOf(note, workspace)
  if (last !== null) notes.retention.set(note.path, last)
}

/** Few notes have one, and nothing else says how long they may be kept. */
const FRONT_MATTER = /^\uFEFF?(---|\+\+\+)[^]*?[\r\n\u2028\u2029]\1[ \t]*(?![^\r\n\u2028\u2029])/

/** Whatever word it takes for it. */
const MAY_SAY =
  /^[^\p{L}\n]{0,20}(?:retention|(?:retain|keep)[^\p{L}\p{N}]{0,10}until|delete[^\p{L}\p{N}]{0,10}(?:after|on)|expires)/imu

/** The notes that do not say so are not opened. */
async function lastDayOf(note: SourceFile, { config }: Workspace): Promise<string | null> {
  const front = FRONT_MATTER.exec(note.text)?.[0]
  if (front === undefined || !MAY_SAY.test(front)) return null
  const { retentionOf } = await import('../analyze/parse.ts')
  return retentionOf(note, config)
}

/** Beside the notes that changed, those that are quoted on a page which is not as locked: its quotes may be anybody's words. */
function keepTexts(
  notes: Notes,
  pages: readonly CommittedPage[],
  lock: Committed['lock'],
  renamed: ReadonlyMap<string, string>,
  root: string,
): Map<string, string> {
  const texts = new Map(notes.texts)
  for (const page of pages.filter((one) => !isAsLocked(one, lock))) {
    for (const quote of quotesOn(page)) {
      const file = renamed.get(quote.note) ?? quote.note
      if (texts.has(file) || !notes.digests.has(file)) continue
      const note = notes.read(resolve(root, file))
      if (!('rule' in note)) texts.set(file, note.text)
    }
  }
  return texts
}
