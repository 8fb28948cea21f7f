import { part } from './part.mjs'

export default part(
  'pages',
  ['src/render/{managed,settle,retired,anchor}.ts'],
  ['tests/render/{managed,settle,anchor,pages-kept}.test.ts'],
)
