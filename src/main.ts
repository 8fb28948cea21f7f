/** Ties the command line to this process: its arguments, streams and signals. */
import { once } from 'node:events'
import { run } from './cli.ts'
import { EXIT, type ExitCode, type Prompts } from './context.ts'
import { reasonOf } from './failures.ts'

export async function main(): Promise<ExitCode> {
  // A reader that closes the pipe early (`personas tag … | head`) has seen enough, and the work goes on to its end.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return
      // Not thrown: from here it would be a stack trace. What was asked for is not there, so the run failed.
      process.exitCode = EXIT.couldNotRun
      if (stream === process.stdout)
        process.stderr.write(
          `personas: The output could not be written: ${reasonOf(error)}.\nFree the disk or write elsewhere.\n`,
        )
    })
  }
  return run(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    stdout: (text) => void process.stdout.write(text),
    drained: async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain')
    },
    stderr: (text) => void process.stderr.write(text),
    terminal: process.stderr.isTTY === true,
    color: wantsColor(process.env, process.stdout.isTTY === true),
    ...(process.stdin.isTTY === true && process.stderr.isTTY === true && { prompts: askAtTerminal }),
  })
}

/** Nobody else loads what asks. */
async function askAtTerminal(): Promise<Prompts> {
  const { openPrompts } = await import('./io/prompts.ts')
  return openPrompts()
}

/** NO_COLOR and FORCE_COLOR as their authors define them: any value but the empty one counts. */
function wantsColor(env: NodeJS.ProcessEnv, terminal: boolean): boolean {
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0'
  return terminal && env['TERM'] !== 'dumb'
}
