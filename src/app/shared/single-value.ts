/**
 * What a query parameter says, for `input({ transform: singleValue })`. The router hands one that is given twice on as a
 * list, whatever the type of the input says; the first counts, as for `ParamMap.get`.
 */
export function singleValue(given: string | readonly string[] | undefined): string | undefined {
  return typeof given === 'object' ? given[0] : given;
}
