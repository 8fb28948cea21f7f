// natural describes its stemmers in one index, which loads them all with their dictionaries; one of them takes a fifth of that time.
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  import type { Stemmer } from 'natural/lib/natural/stemmers/index.js'
  const stemmer: Stemmer
  export default stemmer
}
