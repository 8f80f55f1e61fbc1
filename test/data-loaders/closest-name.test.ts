import {expect, test} from "vitest";
import {closestName} from "../../data-loaders/closest-name.ts";

test.each<[string, string[], string | undefined]>([
  ["curency", ["currency", "locale"], "currency"],
  ["EVENT_TIME", ["event_type", "event_time"], "event_time"],
  ["prise", ["price", "prize"], "price"],
  ["ab", ["abc", "b"], "abc"],
  ["x", ["yz"], undefined],
  ["timestamp", ["user_id", "price"], undefined],
  ["kitten", ["sitting"], undefined],
  ["kittens", ["sitten"], "sitten"],
  ["anything", [], undefined]
])("closestName(%j, %j) is %j", (word, names, expected) => {
  expect(closestName(word, names)).toBe(expected);
});
