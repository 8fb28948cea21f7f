import { part } from './part.mjs'

export default part(
  'redaction',
  ['src/render/{redact,name-replacer,short-names,personal-data,secrets,national-ids,personal,spellings}.ts'],
  ['tests/render/{redact,personal,secrets,national-ids}.test.ts'],
)
