import {expect, test} from "vitest";
import {loadReport} from "../../data-loaders/report.ts";

test("loadReport(environment) reads report.config.ts, which is valid", async () => {
  expect(await loadReport({})).toMatchObject({events: {source: expect.any(String) as string}});
});

test("loadReport(environment) reads other events where EVENTS names them", async () => {
  const {events, ...rest} = await loadReport({EVENTS: "data/*.csv"});
  expect(events).toMatchObject({source: "files", files: ["data/*.csv"]});
  const {events: _, ...own} = await loadReport({});
  expect(rest).toEqual(own);
});
