const NAMES = [
  'january february march april may june july august september october november december',
  'januar februar märz april mai juni juli august september oktober november dezember',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'januari februari maret april mei juni juli agustus september oktober november desember',
  'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
];

/** Months by their names in nine languages, and by the English short forms; from 1. */
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...NAMES.flatMap((names) => names.split(' ').map((name, at): [string, number] => [name, at + 1])),
  ...'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map((name, at): [string, number] => [name, at + 1]),
]);
