/**
 * Who analyzes notes: this thread, or workers that each load the model once. What is said of a note is the same by whomever,
 * so the number of workers changes no byte.
 */
import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { analyzeEach, type AnalyzedFile } from '../analyze/analyze.ts'
import type { AnalysisConfig } from '../config.ts'
import type { Correction, SourceFile } from '../types.ts'
import type { Model } from './model.ts'

/** Text that pays for the start of a worker, in characters: about eight notes. */
const WORTH_A_WORKER = 32_000

export interface Analysts {
  /** How many batches are worked on at once; to hand in more only keeps their text in memory. */
  width: number
  /** @returns what came of each file, in their order */
  analyze(files: readonly SourceFile[]): Promise<AnalyzedFile[]>
  end(): Promise<void>
}

/** What a worker is told when it starts. */
export interface Errand {
  config: AnalysisConfig
  corrections: readonly Correction[]
}

/**
 * @param jobs how many workers there may be; undefined for as many as the machine runs at once
 * @param size of the text to come, in characters: little work is done here
 */
export async function hireAnalysts(
  errand: Errand,
  model: Model,
  jobs: number | undefined,
  size: number,
): Promise<Analysts> {
  const most = jobs ?? availableParallelism()
  const count = Math.min(most, Math.ceil(size / WORTH_A_WORKER))
  return count < 2 ? oneself(errand, model) : pool(errand, count)
}

async function oneself({ config, corrections }: Errand, model: Model): Promise<Analysts> {
  const tagger = await model.load()
  return {
    width: 1,
    async analyze(files) {
      const found: AnalyzedFile[] = []
      // Between two notes the process may hear that it is to end.
      for (const file of files) {
        found.push(...(await analyzeEach([file], config, tagger, corrections)))
        await setImmediate()
      }
      return found
    },
    async end() {},
  }
}

async function pool(errand: Errand, count: number): Promise<Analysts> {
  const { Tinypool } = await import('tinypool')
  const workers = new Tinypool({
    filename: WORKER,
    minThreads: count,
    maxThreads: count,
    workerData: errand,
    // A worker keeps its model; nothing else of it grows.
    isolateWorkers: false,
  })
  return {
    width: 2 * count,
    analyze: (files) => workers.run(files) as Promise<AnalyzedFile[]>,
    end: () => workers.destroy(),
  }
}

/** Node runs the compiled file alone; seen from src/io and from dist/io it lies in the same place. */
const WORKER = fileURLToPath(new URL('../../dist/io/analyst.js', import.meta.url))
