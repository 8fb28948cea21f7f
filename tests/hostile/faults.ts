/** The file system of this process with something in its way: calls that change the disk can be counted, refused, or used to change something else first. */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** A call under the watched folder, by its name and path. `number` counts those that change the disk, from 0 on; -1 for the others. */
interface Call {
  name: string
  path: string
  number: number
}

interface Watch {
  below: string
  /** What a call fails with; undefined to let it through. */
  decide: (call: Call) => string | undefined
  count: number
}

const WRITING = ['open', 'write', 'fsync', 'rename', 'mkdir', 'chmod', 'chown', 'utimes'] as const
const WRITING_SYNC = [
  'openSync',
  'writeSync',
  'writeFileSync',
  'fsyncSync',
  'renameSync',
  'mkdirSync',
  'fchmodSync',
] as const
const READING_SYNC = ['readSync', 'readFileSync', 'readdirSync', 'fstatSync'] as const

let watch: Watch | null = null
let busy = false
/** Paths of the open files below the watched folder. */
const handles = new Map<number, string>()

/**
 * Takes the place of the file system's functions for good; without `watching` they do what they always did. To be called before the
 * program loads, since some of its dependencies keep what they find when they load.
 */
export function installFaults(): void {
  const functions = fs as unknown as Record<string, (...args: unknown[]) => unknown>
  for (const name of [...WRITING, ...WRITING_SYNC, ...READING_SYNC]) {
    const original = functions[name]!
    const sync = name.endsWith('Sync')
    const counts = !(READING_SYNC as readonly string[]).includes(name)
    functions[name] = function (this: unknown, ...args: unknown[]) {
      const path = typeof args[0] === 'number' ? handles.get(args[0]) : String(args[0])
      const refusal = refusalOf(name, path, counts && !isOpenToRead(name, args))
      if (refusal === undefined) return noting(name, path, args, (given) => original.apply(this, given))
      const error = Object.assign(new Error(`${refusal}: ${name}`), { code: refusal, syscall: name, path })
      if (sync) throw error
      const done = args.at(-1) as (error: unknown) => void
      queueMicrotask(() => done(error))
      return undefined
    }
  }
  syncBuiltinESMExports()
}

function isOpenToRead(name: string, args: unknown[]): boolean {
  return (
    (name === 'openSync' || name === 'open') &&
    (args[1] === 'r' || (typeof args[1] === 'number' && (args[1] & 3) === 0))
  )
}

function refusalOf(name: string, path: string | undefined, counts: boolean): string | undefined {
  if (watch === null || busy || path === undefined || !path.startsWith(watch.below)) return undefined
  busy = true
  try {
    return watch.decide({ name, path, number: counts ? watch.count++ : -1 })
  } finally {
    busy = false
  }
}

/** Makes the call and notes which file a handle leads to; of `open` the callback alone knows it. */
function noting(name: string, path: string | undefined, args: unknown[], call: (args: unknown[]) => unknown): unknown {
  if (path === undefined) return call(args)
  if (name === 'open') {
    const done = args.at(-1) as (error: unknown, handle: number) => void
    return call([
      ...args.slice(0, -1),
      (error: unknown, handle: number) => {
        if (!error) handles.set(handle, path)
        done(error, handle)
      },
    ])
  }
  const result = call(args)
  if (name === 'openSync') handles.set(result as number, path)
  return result
}

/** Runs `work` with every call below a folder handed to `decide` first. @returns what it gave, and how many calls would have changed the disk */
export async function watching<T>(
  below: string,
  decide: Watch['decide'],
  work: () => Promise<T>,
): Promise<{ result: T; calls: number }> {
  const mine: Watch = { below, decide, count: 0 }
  watch = mine
  handles.clear()
  try {
    return { result: await work(), calls: mine.count }
  } finally {
    watch = null
  }
}
