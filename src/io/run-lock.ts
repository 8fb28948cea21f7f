/** One run at a time writes to an output folder. */
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { lock } from 'proper-lockfile'
import { CannotRun, reasonOf } from '../failures.ts'

/** The folder that is the lock; proper-lockfile touches it as long as the run lives. */
const LOCK = '.writing'
/** Who holds it: the lock itself can't say. */
const HOLDER = '.writing-by'
const NAME = `${process.pid} ${hostname()}\n`
const TEMPORARY = /\.(?:md|yaml|lock|jsonl|bak)\.\d{4,10}$|^\.writing-by\.\d{1,10}$/
/** A lock that nobody has touched for so long is free. Milliseconds, as below. */
const STALE = 30_000
const PATIENCE = 60_000
const PAUSE = 150
/** After this long a person wants to know why nothing happens. */
const SILENCE = 1_000

/**
 * Runs `work` while no other run can write to the folder, which is made where it is missing.
 * The lock of a run that was killed on this machine is taken over at once, any other within half a minute.
 * @param say is told why it takes a while
 */
export async function withRunLock<T>(
  out: string,
  work: () => Promise<T>,
  say: (sentence: string) => void = () => {},
): Promise<T> {
  prepare(out)
  const release = await acquire(out, say)
  try {
    // Whoever ends in order takes his name away; one that is still there was killed while he wrote, or while he took over.
    if (readdirSync(out).some((name) => name.startsWith(HOLDER))) sweep(out)
    sign(out)
    return await work()
  } finally {
    await leave(out, release)
  }
}

function sign(out: string): void {
  try {
    writeFileSync(join(out, HOLDER), NAME)
  } catch (error) {
    throw new CannotRun('not-writable', { path: out, reason: reasonOf(error) }, { cause: error })
  }
}

/** What went wrong before is what the user has to know; a lock that stays is taken over by the next run. */
async function leave(out: string, release: () => Promise<void>): Promise<void> {
  try {
    if (read(join(out, HOLDER)) === NAME) rmSync(join(out, HOLDER), { force: true })
    await release()
  } catch {
    // The folder is gone, or a file has taken its place.
  }
}

/**
 * After a sleep of the machine another run may have taken the lock, or somebody deleted it. What that run has written is noticed
 * page by page (see writeFiles), so this one need not end in the middle.
 */
function onCompromised(): void {}

/**
 * The library listens to signals, to take its lock away. A listener waits until this thread is free, which takes a while over many notes;
 * without one Ctrl-C ends the run at once, and the next run takes the lock over.
 */
async function loadLock(): Promise<typeof lock> {
  const before = new Map(ENDINGS.map((signal) => [signal, process.listeners(signal)]))
  const library = await import('proper-lockfile')
  for (const [signal, own] of before)
    for (const listener of process.listeners(signal))
      if (!own.includes(listener)) process.removeListener(signal, listener)
  return library.lock
}

/** What people and systems end a run with. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

async function acquire(out: string, say: (sentence: string) => void): Promise<() => Promise<void>> {
  const path = join(out, LOCK)
  const start = performance.now()
  const take = await loadLock()
  for (let told = false; ;) {
    try {
      return await take(out, { lockfilePath: path, stale: STALE, update: 5_000, onCompromised })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED')
        throw new CannotRun('not-writable', { path: out, reason: reasonOf(error) }, { cause: error })
      const waited = performance.now() - start
      if (waited > PATIENCE) throw new CannotRun('locked', { path: out, lock: path }, { cause: error })
      if (takeOver(out)) {
        say(
          'A run that was broken off had left its lock; it was taken over. Every page is either as before or complete.\n',
        )
        continue
      }
      if (!told && waited > SILENCE)
        say(`Another run is writing to ${out}; waiting until it has ended, a minute at most.\n`)
      told ||= waited > SILENCE
      await wait(PAUSE)
    }
  }
}

/**
 * Frees the lock of a process of this machine that is gone. Its note of who it was is moved away first, which only one of
 * several waiting runs can do; who moved another's note by mistake puts it back.
 */
function takeOver(out: string): boolean {
  const note = join(out, HOLDER)
  const dead = read(note)
  if (dead === null || !isGone(dead)) return false
  const taken = `${note}.${process.pid}`
  try {
    renameSync(note, taken)
    if (read(taken) !== dead) {
      renameSync(taken, note)
      return false
    }
    rmSync(taken)
    sweep(out)
    rmdirSync(join(out, LOCK))
    return true
  } catch {
    // Another run was faster.
    return false
  }
}

/** Takes away what a killed run has left half written: the temporary files of replace-file.ts. */
function sweep(out: string): void {
  for (const folder of [out, join(out, 'evidence')]) {
    if (statSync(folder, { throwIfNoEntry: false }) === undefined) continue
    for (const name of readdirSync(folder)) if (TEMPORARY.test(name)) rmSync(join(folder, name), { force: true })
  }
}

function read(path: string): string | null {
  try {
    return lstatSync(path).isFile() ? readFileSync(path, 'utf8') : null
  } catch {
    return null
  }
}

function isGone(holder: string): boolean {
  const [, pid, host] = /^(\d{1,10}) (.+)\n$/.exec(holder) ?? []
  if (pid === undefined || host !== hostname()) return false
  try {
    // Signal 0 asks whether the process is there and does nothing to it.
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

function prepare(out: string): void {
  try {
    makeFolder(out)
    const info = statSync(out)
    if (!info.isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' })
    // root may write anywhere; whoever took all write bits off a folder did not mean to have it written.
    if (process.platform !== 'win32' && (info.mode & 0o222) === 0) throw Object.assign(new Error(), { code: 'EACCES' })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    const reason = code === 'EEXIST' || code === 'ENOTDIR' ? 'it is a file, not a folder' : reasonOf(error)
    throw new CannotRun('not-writable', { path: out, reason }, { cause: error })
  }
}

/** Folder by folder: where none may be made and the system says that it does not exist (/proc), Node's own way never ends. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
