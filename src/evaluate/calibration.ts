/** Whether a confidence of 0.8 is right eight times out of ten. */

interface CalibrationBin {
  /** Lower end of the bin, 0, 0.1 … 0.9. */
  from: number
  of: number
  /** Mean confidence said. */
  said: number
  /** Share that was right. */
  right: number
}

export interface Calibration {
  /** Only bins that hold something. */
  bins: CalibrationBin[]
  /** Expected calibration error: mean distance of said and right, weighted by how many statements a bin holds. */
  error: number
}

const BINS = 10

/** @see M. P. Naeini et al., "Obtaining well calibrated probabilities using Bayesian binning", 2015, for the error */
export function calibration(predictions: readonly { confidence: number; right: boolean }[]): Calibration {
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length
  const bins: CalibrationBin[] = []
  for (let bin = 0; bin < BINS; bin += 1) {
    const inside = predictions.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin)
    if (inside.length === 0) continue
    const said = mean(inside.map(({ confidence }) => confidence))
    const right = mean(inside.map((one) => (one.right ? 1 : 0)))
    bins.push({ from: bin / BINS, of: inside.length, said, right })
  }
  const weighted = bins.reduce((sum, { of, said, right }) => sum + of * Math.abs(said - right), 0)
  return { bins, error: predictions.length === 0 ? 0 : weighted / predictions.length }
}
