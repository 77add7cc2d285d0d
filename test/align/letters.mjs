/** A worked example of an embedder: how often each Latin letter stands in a text. A real one would ask a model on this disk. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

export default {
  name: 'letters',
  async embed(texts) {
    return texts.map((text) => [...LETTERS].map((letter) => text.toLowerCase().split(letter).length - 1));
  },
};
