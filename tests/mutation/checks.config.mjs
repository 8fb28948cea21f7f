import { part } from './part.mjs'

export default part(
  'checks',
  ['src/checks/**/*.ts'],
  ['tests/checks/{calendar,precedence,pages,quotes,relink,rule-pages}.test.ts'],
)
