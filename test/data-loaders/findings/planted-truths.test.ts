import {beforeAll, expect, test} from "vitest";
import {judgeFinding} from "../../../bench/planted-truths/judge-shops.ts";
import {measureShop, type MeasuredShop} from "../../../bench/planted-truths/measure-shop.ts";
import {truthNames} from "../../../data-loaders/demo-store/truths.ts";

// in a smaller shop the checkout of one browser has too few visits
const shop = {users: 40_000, seed: 301};
let planted: MeasuredShop, clean: MeasuredShop;

beforeAll(async () => {
  planted = await measureShop({...shop, isPlanted: true});
  clean = await measureShop({...shop, isPlanted: false});
}, 120_000);

test.each(truthNames)("the finding about %s holds where it is planted and does not where it is not", (name) => {
  expect(judgeFinding(planted, name, true)).toEqual([301, true, expect.any(String)]);
  expect(judgeFinding(clean, name, false)).toEqual([301, true, expect.any(String)]);
});

test("the drivers of what is planted in a dimension begin with it", () => {
  expect(planted.answers.map(({ranked}) => ranked[0])).toEqual([
    "browser = Mobile Safari",
    "browser = Mobile Safari",
    "campaign = December promotion",
    "campaign = December promotion",
    "campaign = December promotion"
  ]);
});
