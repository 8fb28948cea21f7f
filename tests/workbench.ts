/** A temporary folder per test, and the command line run in it, in process. */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { run } from '../src/cli.ts'

/** An empty folder that its maker removes. */
export function temporary(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'personas-')))
}

export function remove(path: string): void {
  rmSync(path, { recursive: true, force: true })
}

/** An empty folder that is gone after the test, filled with the files given as text by path. */
export function folder(files: Record<string, string | Uint8Array> = {}): string {
  const path = temporary()
  onTestFinished(() => remove(path))
  for (const [name, text] of Object.entries(files)) put(path, name, text)
  return path
}

export function put(home: string, name: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(home, name)), { recursive: true })
  writeFileSync(join(home, name), text)
}

/** Text of every file below a folder, by path with slashes, sorted. */
export function contents(home: string): Record<string, string> {
  const names = readdirSync(home, { recursive: true, encoding: 'utf8' }).toSorted()
  const files = names.filter((name) => statSync(join(home, name)).isFile())
  return Object.fromEntries(files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(home, name), 'utf8')]))
}

export interface Ran {
  code: number
  stdout: string
  stderr: string
}

/** Runs the command line in a folder. The day is fixed unless the environment says otherwise. */
export async function personas(
  cwd: string,
  args: string[],
  env: NodeJS.ProcessEnv = { SOURCE_DATE_EPOCH: '1795305600' },
): Promise<Ran> {
  const ran = { code: 0, stdout: '', stderr: '' }
  ran.code = await run(args, {
    cwd,
    env,
    stdout: (text) => void (ran.stdout += text),
    stderr: (text) => void (ran.stderr += text),
    terminal: false,
    color: false,
  })
  return ran
}

/** What stands at the top of a folder that holds these files, by their paths in it. */
export function atTop(files: Record<string, string>): string[] {
  return [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))].toSorted()
}

/** A line of corrections.jsonl, about a statement that is nowhere. */
export const CORRECTION = '{"v":1,"file":"notes/a.md","digest":"0123456789abcdef","tag":"job"}\n'
