/** The tagger: which one it is can be told without loading it, which spares a run over known notes its cost. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '../context.ts'
import type { Tagger } from '../tagging/tagger.ts'
import { readAsset } from './assets.ts'
import { cacheFolder, readSmall } from './cache-folder.ts'
import { MODEL_FILES, canEncode, modelDigest } from './model-digest.ts'
import { programId } from './program.ts'

export interface Model {
  /** Of the tagger; stands in personas.lock. */
  readonly digest: string
  /** Loads it at the first call in this process. */
  load(): Promise<Tagger>
}

/** Once per process. */
let loaded: Promise<Tagger> | undefined

/** @param context.stderr is told when the platform can't run the encoder and the first, weaker model speaks instead */
export function openModel({ env, stderr }: Pick<Context, 'env' | 'stderr'>): Model {
  let known: string | undefined
  return {
    get digest() {
      return (known ??= remembered(cacheFolder(env)))
    },
    load: () => (loaded ??= canEncode() ? loadEncoder() : loadLinear(stderr)),
  }
}

async function loadEncoder(): Promise<Tagger> {
  const { encoderTagger } = await import('../tagging/encoder-tagger.ts')
  const [linear, kernel, weights] = MODEL_FILES.map((name) => readAsset('tagging', name))
  return encoderTagger(linear!, kernel!, weights!)
}

async function loadLinear(warn: (sentence: string) => void): Promise<Tagger> {
  const { linearTagger } = await import('../tagging/linear.ts')
  warn(
    `The tagger's encoder does not run here, so the weaker linear model tags.\nUse Node 20 or newer on a processor with SIMD.\n`,
  )
  return linearTagger(readAsset('tagging', 'linear.bin'))
}

/** Reading 20 MB for a digest takes longer than all else that a run over known notes does, so it is kept with the program's identity. */
function remembered(folder: string | null): string {
  const path = folder === null ? null : join(folder, 'model.json')
  const kept = path === null ? null : parse(readSmall(path))
  if (kept?.program === programId()) return kept.digest
  const found = modelDigest()
  if (folder !== null && path !== null) remember(folder, path, found)
  return found
}

function parse(text: string | null): { program: string; digest: string } | null {
  try {
    const { program, digest } = JSON.parse(text ?? '') as Record<string, unknown>
    return typeof program === 'string' && typeof digest === 'string' && /^[0-9a-f]{16}$/.test(digest)
      ? { program, digest }
      : null
  } catch {
    return null
  }
}

function remember(folder: string, path: string, found: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(`${path}.${process.pid}`, `${JSON.stringify({ program: programId(), digest: found })}\n`)
    renameSync(`${path}.${process.pid}`, path)
  } catch {
    // It is counted again next time.
  }
}
