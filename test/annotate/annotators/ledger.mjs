/**
 * A worked example of an annotator of one's own: it codes every provision that speaks of a ledger as storage within the
 * State, and leaves modality, addressee and amounts to be read from the words.
 * @type {import('../../../src/model/index.js').Annotator}
 */
export default {
  name: 'ledger',
  annotate(instrument) {
    return instrument.provisions.flatMap((provision) =>
      provision.ownSpans.flatMap((span) => {
        const at = instrument.text.slice(span.start, span.end).search(/\bledgers?\b/i);
        if (at < 0) return [];
        const word = { start: span.start + at, end: span.start + at + 'ledger'.length };
        return [
          {
            eId: provision.eId,
            code: 'localization.storage',
            confidence: 0.8,
            span,
            evidence: [{ by: 'ledger:word', span: word, weight: 2 }],
          },
        ];
      }),
    );
  },
};
