/** Loads the tagger once per process. */
import { isCannotRun, reasonOf } from '../failures.ts'
import { encoderTagger } from '../tagging/encoder-tagger.ts'
import { linearTagger } from '../tagging/linear.ts'
import type { Tagger } from '../tagging/tagger.ts'
import { readAsset } from './assets.ts'

let loaded: Tagger | undefined

/**
 * @param warn is told when the platform can't run the encoder and the first, weaker model speaks instead
 */
export function loadTagger(warn: (sentence: string) => void): Tagger {
  loaded ??= load(warn)
  return loaded
}

function load(warn: (sentence: string) => void): Tagger {
  const linear = readAsset('tagging', 'linear.bin')
  try {
    return encoderTagger(
      linear,
      readAsset('tagging', 'encoder/kernel.wasm'),
      readAsset('tagging', 'encoder/encoder.bin'),
    )
  } catch (error) {
    // A file that is missing or broken is a broken installation; everything else is a platform without WebAssembly's SIMD.
    if (isCannotRun(error)) throw error
    warn(
      `The tagger's encoder does not run here (${reasonOf(error)}), so the weaker linear model tags.\nUse Node 20 or newer on a processor with SIMD.\n`,
    )
    return linearTagger(linear)
  }
}
