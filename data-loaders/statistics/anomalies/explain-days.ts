const months = "January February March April May June July August September October November December".split(" ");

/**
 * Days in words, at the beginning of a sentence and up to what follows: `On 17 February 2021`, `From 10 to 16 December 2020`, or how
 * long it is since a new level began. Days are given as 2020-09-24, the last one inclusive.
 */
export function explainDays(startedOn: string, endedOn: string, isNewLevel = false): string {
  if (isNewLevel) {
    const days = Math.round((Date.parse(endedOn) - Date.parse(startedOn)) / 86_400_000) + 1;
    return `In the ${days} days from ${dayInWords(startedOn)} on`;
  }
  if (startedOn === endedOn) return `On ${dayInWords(startedOn)}`;
  const isSame = (length: number): boolean => startedOn.slice(0, length) === endedOn.slice(0, length);
  const parts = isSame("2020-12".length) ? 1 : isSame("2020".length) ? 2 : 3;
  return `From ${dayInWords(startedOn).split(" ").slice(0, parts).join(" ")} to ${dayInWords(endedOn)}`;
}

/** A day given as 2020-09-24 in words, as `24 September 2020`. */
export function dayInWords(day: string): string {
  return `${Number(day.slice(8, 10))} ${monthInWords(day)}`;
}

/** A month given as 2020-09, or as a day in it, in words, as `September 2020`. */
export function monthInWords(month: string): string {
  return `${months[Number(month.slice(5, 7)) - 1]} ${Number(month.slice(0, 4))}`;
}
