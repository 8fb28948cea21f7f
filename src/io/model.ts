/** Loads the tagger once per process. */
import { linearTagger } from '../tagging/linear.ts'
import type { Tagger } from '../tagging/tagger.ts'
import { readAsset } from './assets.ts'

let loaded: Promise<Tagger> | undefined

export function loadTagger(): Promise<Tagger> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Tagger> {
  return linearTagger(readAsset('tagging', 'linear.bin'))
}
