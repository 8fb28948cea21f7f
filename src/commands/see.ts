/** What is seen in each of many notes: remembered where nothing changed, else analyzed, the text of a note let go as soon as it is read. */
import { keyOf, stampOf, wordsByFile, type Words } from '../analyze/stamp.ts'
import type { AnalyzedFile } from '../analyze/analyze.ts'
import { analysisConfig } from '../config.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import type { Cache, Entry } from '../io/cache.ts'
import { cacheFolder } from '../io/cache-folder.ts'
import type { Model } from '../io/model.ts'
import { readNote } from '../io/read-note.ts'
import { programId } from '../io/program.ts'
import type { Workspace } from '../io/workspace.ts'
import type { Progress } from '../reporters/progress.ts'
import type { Correction, SourceFile } from '../types.ts'

/** Characters of notes that go to a worker at once: enough to outweigh the way there, few enough to end soon after Ctrl-C. */
const BATCH = 16_000
/** Characters of new notes that are kept from the first look for the second. */
const KEPT = 8_000_000

export interface SeeOptions {
  /** false: nothing is remembered and nothing kept. */
  cache?: boolean
  /** The most workers; undefined for as many as the machine runs at once. */
  jobs?: number
  /** true: only the statements that pages rest on are kept. */
  forPages?: boolean
}

/** What stays of a file after the first look. */
interface Look {
  /** As findNotes gives it. */
  path: string
  key: string
  size: number
}

interface Task {
  workspace: Workspace
  model: Model
  corrections: readonly Correction[]
  options: SeeOptions
  stamp: string
  words: Words
  /** Folder of all caches; null where nothing is remembered. */
  folder: string | null
  /** Texts kept from the first look. */
  kept: Map<string, SourceFile>
  meter: Progress
  /** What is seen, by path as given, until it is handed on. */
  seen: Map<string, AnalyzedFile>
}

/** Notes as they were found and read once, and what decides what will be seen in them. */
export interface Looked {
  /** As findNotes gives them. */
  paths: readonly string[]
  looks: Look[]
  task: Task
  /** Of all that was read: where it is the same, the same will be seen. */
  digest: string
}

/**
 * The first look: reads every note for its digest, and lets its text go.
 * @param paths as findNotes gives them
 * @param tell is called for every note that is read
 */
export function look(
  paths: readonly string[],
  workspace: Workspace,
  model: Model,
  corrections: readonly Correction[],
  options: SeeOptions,
  context: Pick<Context, 'env'>,
  { meter, tell }: { meter: Progress; tell: (file: SourceFile) => void },
): Looked {
  const uncached = options.cache === false
  const stamp = uncached ? '' : stampOf(programId(), model.digest, analysisConfig(workspace.config))
  const task: Task = {
    workspace,
    model,
    corrections,
    options,
    stamp,
    words: wordsByFile(corrections),
    folder: uncached ? null : cacheFolder(context.env),
    kept: new Map(),
    meter,
    seen: new Map(),
  }
  const looks = lookAt(paths, task, tell)
  const unread = [...task.seen.values()].flatMap(({ problems }) => problems)
  return { paths, looks, task, digest: digest(JSON.stringify([task.stamp, looks.map(({ key }) => key), unread])) }
}

/** @returns what came of each note, in their order */
export async function see({ paths, looks, task }: Looked): Promise<AnalyzedFile[]> {
  // Where nothing changed since the last run, it ends before what is remembered is read.
  const { openCache } = await import('../io/cache.ts')
  const cache = openCache(task.folder, task.workspace.root, task.stamp)
  const known = cache.find(new Set(looks.map(({ key }) => key)), task.options.forPages !== true)
  for (const { path, key } of looks) {
    const analyzed = known.get(key)
    if (analyzed) task.seen.set(path, analyzed)
  }
  task.meter.advance(task.seen.size)
  await analyzeAll(
    looks.filter(({ path }) => !task.seen.has(path)),
    cache,
    task,
  )
  const all = paths.map((path) => task.seen.get(path) ?? { analysis: null, problems: [] })
  // Who is who writes most of it anew, and an archive need not be held twice.
  task.seen.clear()
  return all
}

function lookAt(paths: readonly string[], task: Task, tell: (file: SourceFile) => void): Look[] {
  let size = 0
  return paths.flatMap((path) => {
    const file = readNote(path, task.workspace)
    if ('rule' in file) {
      task.seen.set(path, { analysis: null, problems: [file] })
      return []
    }
    tell(file)
    size += file.text.length
    // Standard input is there once.
    if (size <= KEPT || path === '-') task.kept.set(path, file)
    return [{ path, key: keyOf(file, task.stamp, task.words), size: file.text.length }]
  })
}

/** Keeps all hands busy, and no more text in memory than they need. */
async function analyzeAll(looks: readonly Look[], cache: Cache, task: Task): Promise<void> {
  if (looks.length === 0) return
  const { hireAnalysts } = await import('../io/analysts.ts')
  const { slim } = await import('../io/packed.ts')
  const errand = { config: analysisConfig(task.workspace.config), corrections: task.corrections }
  const size = looks.reduce((sum, look) => sum + look.size, 0)
  const analysts = await hireAnalysts(errand, task.model, task.options.jobs, size)
  try {
    const queue = batches(looks).values()
    const work = async () => {
      for (const batch of queue) {
        const files = readAgain(batch, task)
        const analyzed = await analysts.analyze(files.map(({ file }) => file))
        const entries = entriesOf(files, analyzed, task)
        cache.add(entries.map(([, entry]) => entry))
        for (const [path, { analyzed: one }] of entries)
          task.seen.set(path, task.options.forPages === true ? slim(one) : one)
        task.meter.advance(task.seen.size)
      }
    }
    await Promise.all(Array.from({ length: analysts.width }, work))
  } finally {
    await analysts.end()
  }
}

function batches(looks: readonly Look[]): Look[][] {
  const all: Look[][] = []
  let size = BATCH
  for (const look of looks) {
    if (size >= BATCH) {
      all.push([])
      size = 0
    }
    all.at(-1)?.push(look)
    size += look.size
  }
  return all
}

interface Opened {
  path: string
  file: SourceFile
}

function readAgain(batch: readonly Look[], task: Task): Opened[] {
  return batch.flatMap(({ path }) => {
    const file = task.kept.get(path) ?? readNote(path, task.workspace)
    task.kept.delete(path)
    if (!('rule' in file)) return [{ path, file }]
    task.seen.set(path, { analysis: null, problems: [file] })
    return []
  })
}

/** What came of each file, by its path as given. */
function entriesOf(files: readonly Opened[], analyzed: readonly AnalyzedFile[], task: Task): [string, Entry][] {
  return files.flatMap(({ path, file }, at): [string, Entry][] => {
    const found = analyzed[at]
    // The key of the text that was analyzed: it may have changed since the first look.
    return found ? [[path, { key: keyOf(file, task.stamp, task.words), path: file.path, analyzed: found }]] : []
  })
}
