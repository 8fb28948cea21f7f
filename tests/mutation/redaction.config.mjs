import { part } from './part.mjs'

export default part(
  'redaction',
  ['src/render/{redact,secrets,national-ids,personal,spellings}.ts'],
  ['tests/render/{redact,personal,secrets,national-ids}.test.ts'],
)
