/** The value of a field as text. */
import { z } from 'zod'

const scalar = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.date().transform((date) => date.toISOString()),
  z.bigint().transform(String),
])

/** One value as text, also where it is the only item of a list; null for everything else. */
export function textOfValue(value: unknown): string | null {
  const text = scalar.safeParse(Array.isArray(value) && value.length === 1 ? value[0] : value)
  return text.success ? String(text.data).trim() : null
}
