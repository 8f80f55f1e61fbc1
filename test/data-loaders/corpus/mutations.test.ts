import fc from "fast-check";
import {expect, test} from "vitest";
import {ReportError} from "../../../data-loaders/report-error.ts";
import {type Accounting, cleanFiles, type Files} from "./clean-files.ts";

const header = "event_time,event_type,user_id,brand,price";
const rows = [
  "2024-01-01 10:00:00,view,ann,Alder,1.5",
  "2024-01-01 10:01:00,cart,ann,,2",
  '2024-01-01 10:02:00,view,bob,"Pine, Fir",3',
  '2024-01-01 10:03:00,view,bob,"a ""b""",3',
  "NaT,view,cyd,Alder,1",
  "2024-01-01 10:04:00,wink,cyd,Alder,1",
  "2024-01-01 10:05:00,purchase,ann,Alder,1"
];

const place = fc.nat({max: 2 ** 16});
const piece = fc.constantFrom(
  '"',
  '""',
  ",",
  ";",
  "\n",
  "\r",
  "\r\n",
  "\n\n",
  " ",
  "é",
  "\0",
  "\u001a",
  "\t",
  ',"',
  '",',
  '"\n',
  "\uFEFF"
);
const mutation = fc.oneof(
  fc.record({kind: fc.constant("insert" as const), at: place, text: piece}),
  fc.record({kind: fc.constant("cut" as const), at: place, length: fc.integer({min: 1, max: 30})}),
  fc.record({kind: fc.constant("swap" as const), at: place}),
  fc.record({kind: fc.constant("repeat" as const), at: place}),
  fc.record({kind: fc.constant("move" as const), at: place})
);

test("cleanInputs accounts for every row of a file with any damage below its header, or throws a ReportError", async () => {
  const damage = fc.tuple(fc.array(mutation, {minLength: 1, maxLength: 5}), fc.constantFrom("\n", "\r\n"));
  await fc.assert(
    fc.asyncProperty(damage, async ([mutations, lineEnd]) => {
      const body = mutations.reduce(mutate, rows.join(lineEnd));
      const result = await cleanOrMessage({"events.csv": `${header}${lineEnd}${body}`});
      if (typeof result === "string") return;
      const {clean, duplicates, rejected} = result;
      const textLines = body.split(/\r\n|\r|\n/);
      const total = clean + duplicates + rejected.length;
      const full = textLines.filter((line) => line !== "").length;
      if (body.includes('"')) expect(total).toBeLessThanOrEqual(full);
      else expect(total).toBe(full);
      expect(rejected.filter((row) => !isWhereItSays(row, textLines))).toEqual([]);
    }),
    {numRuns: 30, seed: 4}
  );
}, 60_000);

test("cleanInputs accounts for every line of a file without quotes, split and with damage", async () => {
  const plain = rows.map((row) => row.replaceAll(/"[^,]*(, Fir)?"/g, "Fir").replace(/Fir""$/, "Fir"));
  const text = fc.shuffledSubarray([...plain, ...plain, "", "x", ",,,,", ",,,,,"], {minLength: 1});
  await fc.assert(
    fc.asyncProperty(text, place, fc.constantFrom("\n", "\r\n", "\r"), async (list, split, lineEnd) => {
      const middle = split % (list.length + 1);
      const parts = [list.slice(0, middle), list.slice(middle)];
      const files = Object.fromEntries(parts.map((part, i) => [`${i}.csv`, [header, ...part].join(lineEnd)]));
      const result = await cleanOrMessage(files);
      if (typeof result === "string") throw new Error(result);
      const full = list.filter((line) => line !== "");
      const good = full.filter((line) => /^2024/.test(line) && !line.includes("wink"));
      const {clean, duplicates, rejected} = result;
      expect({clean, duplicates, rejected: rejected.length}).toEqual({
        clean: new Set(good).size,
        duplicates: good.length - new Set(good).size,
        rejected: full.length - good.length
      });
    }),
    {numRuns: 12, seed: 5}
  );
}, 60_000);

function mutate(text: string, change: typeof mutation extends fc.Arbitrary<infer T> ? T : never): string {
  const at = change.at % (text.length + 1);
  if (change.kind === "insert") return text.slice(0, at) + change.text + text.slice(at);
  if (change.kind === "cut") return text.slice(0, at) + text.slice(at + change.length);
  if (change.kind === "swap")
    return (
      text.slice(0, at) +
      text
        .slice(at, at + 2)
        .split("")
        .reverse()
        .join("") +
      text.slice(at + 2)
    );
  const list = text.split("\n");
  const i = change.at % list.length;
  const [line = ""] = change.kind === "move" ? list.splice(i, 1) : [list[i]];
  return [...list, line].join("\n");
}

// a malformed row is one whole line, and begins with its text; the header is line 1
function isWhereItSays(row: string, textLines: readonly string[]): boolean {
  const [line, reason, value = ""] = row.split(/ (malformed_row) ?/);
  const text = textLines[Number(line) - 2]?.replaceAll("\0", "\uFFFD");
  return reason !== "malformed_row" || text === value;
}

async function cleanOrMessage(files: Files): Promise<Accounting | string> {
  try {
    return await cleanFiles(files);
  } catch (error) {
    if (error instanceof ReportError) return error.message;
    throw error;
  }
}
