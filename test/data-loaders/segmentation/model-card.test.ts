import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {parseConfiguration} from "../../../data-loaders/configuration.ts";
import {projectFolder} from "../../../data-loaders/fingerprint.ts";
import {runPipeline} from "../../../data-loaders/pipeline.ts";
import {buildModelCard} from "../../../data-loaders/segmentation/model-card.ts";
import {writeModelCard} from "../../../data-loaders/segmentation/model-card-markdown.ts";
import {buildWarehouse} from "../../fixtures/build-warehouse.ts";
import {event} from "../../fixtures/raw-event.ts";

test("docs/model-card.md is up to date", async () => {
  const configuration = parseConfiguration({});
  const warehouse = await runPipeline(configuration);
  onTestFinished(() => warehouse.close());
  const text = readFileSync(join(projectFolder, "docs", "model-card.md"), "utf8");
  // npm run docs writes it
  expect(text).toBe(writeModelCard(await buildModelCard(warehouse, configuration)));
});

test("buildModelCard(warehouse, configuration) says what it cannot tell of one user", async () => {
  const warehouse = await buildWarehouse([event("2024-01-01 10:00:00", "view", "ann")]);
  const card = await buildModelCard(warehouse, parseConfiguration({}));
  const paragraphs = (title: string) => card.find((section) => section.title === title)?.paragraphs.join(" ");
  expect(paragraphs("Model details")).toContain("K-Means with 1 cluster (");
  expect(paragraphs("How well they do")).toBe("All users are alike, or nearly so: there is nothing to measure.");
  expect(paragraphs("Drift")).toBe("There is no earlier snapshot of these events to compare with.");
  expect(JSON.stringify(card)).not.toMatch(/NaN|undefined|null/);
});

test("writeModelCard(sections) writes tables, with signs of markdown made plain", () => {
  const table = {columns: ["a", "b"], rows: [["x | y", "*1*"]]};
  expect(writeModelCard([{title: "Data", paragraphs: ["It *is*."], table}])).toContain(`## Data

It \\*is\\*.

| a | b |
| --- | --- |
| x \\| y | \\*1\\* |
`);
});
