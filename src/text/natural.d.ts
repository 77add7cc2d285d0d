/** natural types its package root only; the root loads 1,268 files, so its parts are imported by themselves. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const porter: { stem(word: string): string };
  export default porter;
}
