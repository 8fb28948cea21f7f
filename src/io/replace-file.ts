/**
 * A file is replaced all or not at all: the new text goes into a temporary file beside it, to the disk, and then takes its name.
 * No package: those that there are take what the system says it has written for all of it, and on a disk that fills up it is less.
 */
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs'

let count = 0

/**
 * Mode and owner of a file that is there are kept. Throws the system's error, and what `last` throws; the file is then as before.
 * @param last runs when everything but the change of name is done
 */
export function replaceFile(path: string, text: string, last: () => void = () => {}): void {
  const temporary = temporaryName(path)
  const known = statSync(path, { throwIfNoEntry: false })
  // Left by a killed process that had the same number. A link that somebody put there is taken away, not followed.
  rmSync(temporary, { force: true })
  try {
    write(temporary, text, known)
    last()
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Digits behind the name: what run-lock.ts sweeps up after a kill. */
function temporaryName(path: string): string {
  count = (count + 1) % 1_000
  return `${path}.${String(process.pid).slice(-7).padStart(4, '0')}${String(count).padStart(3, '0')}`
}

function write(path: string, text: string, known: Stats | undefined): void {
  const handle = openSync(path, 'wx', known?.mode ?? 0o666)
  try {
    if (known !== undefined) keepOwner(handle, known)
    // With a handle, all of it is written or an error thrown, in as many calls as it takes.
    writeFileSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function keepOwner(handle: number, { mode, uid, gid }: Stats): void {
  // What the umask has taken off.
  fchmodSync(handle, mode & 0o7777)
  try {
    fchownSync(handle, uid, gid)
  } catch {
    // Only root may give files away; the page is then its writer's.
  }
}
