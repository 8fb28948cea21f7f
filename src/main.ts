/** Ties the command line to this process: its arguments, streams and signals. */
import { run } from './cli.ts'
import type { ExitCode } from './context.ts'

export async function main(): Promise<ExitCode> {
  // A reader that closes the pipe early (`personas tag … | head`) has seen enough: no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exitCode = 0
  })
  return run(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    terminal: process.stderr.isTTY === true,
    color: wantsColor(process.env, process.stdout.isTTY === true),
  })
}

/** NO_COLOR and FORCE_COLOR as their authors define them: any value but the empty one counts. */
function wantsColor(env: NodeJS.ProcessEnv, terminal: boolean): boolean {
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0'
  return terminal && env['TERM'] !== 'dumb'
}
