import { part } from './part.mjs'

export default part(
  'redaction',
  ['src/render/{redact,secrets,national-ids,personal}.ts'],
  ['tests/render/{redact,personal,secrets,national-ids}.test.ts'],
)
