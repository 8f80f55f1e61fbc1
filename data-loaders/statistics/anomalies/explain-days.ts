const months = "January February March April May June July August September October November December".split(" ");

/**
 * Days in words, at the beginning of a sentence and up to what follows: `On 17 February 2021`, `From 10 to 16 December 2020`, or how
 * long it is since a new level began. Days are given as 2020-09-24, the last one inclusive.
 */
export function explainDays(startedOn: string, endedOn: string, isNewLevel = false): string {
  const [from, until] = [startedOn.split("-").map(Number), endedOn.split("-").map(Number)] as [number[], number[]];
  if (isNewLevel) {
    const days = Math.round((Date.parse(endedOn) - Date.parse(startedOn)) / 86_400_000) + 1;
    return `In the ${days} days from ${words(from)} on`;
  }
  if (startedOn === endedOn) return `On ${words(from)}`;
  if (from[0] !== until[0]) return `From ${words(from)} to ${words(until)}`;
  const parts = from[1] === until[1] ? 1 : 2;
  return `From ${words(from).split(" ").slice(0, parts).join(" ")} to ${words(until)}`;
}

function words([year, month, day]: number[]): string {
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}
