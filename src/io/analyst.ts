/** A worker of the pool in analysts.ts: loads the model once, then analyzes batch after batch. */
import { workerData } from 'node:worker_threads'
import { analyzeEach, type AnalyzedFile } from '../analyze/analyze.ts'
import type { SourceFile } from '../types.ts'
import type { Errand } from './analysts.ts'
import { openModel } from './model.ts'

// Tinypool puts its own data before ours. Whoever hired the workers has said already what there is to say of the model.
const [, { config, corrections }] = workerData as [unknown, Errand]
const model = openModel({ env: {}, stderr() {} })

export default async function analyst(files: readonly SourceFile[]): Promise<AnalyzedFile[]> {
  return analyzeEach(files, config, await model.load(), corrections)
}
