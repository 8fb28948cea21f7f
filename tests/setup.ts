/** Properties draw the same examples in every run, so that a red build is about the change and not about chance; `npm run test:long` draws anew. */
import fc from 'fast-check'

if (process.env['PERSONAS_LONG'] === undefined) fc.configureGlobal({ seed: 20_261_122 })
