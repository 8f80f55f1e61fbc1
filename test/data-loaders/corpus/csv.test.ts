import {expect, test} from "vitest";
import {ReportError} from "../../../data-loaders/report-error.ts";
import {type Accounting, cleanAndSelect, cleanFiles, lines, type Mapping} from "./clean-files.ts";

const header = "event_time,event_type,user_id";
const ann = "2024-01-01 10:00:00,view,ann";
const bob = "2024-01-02 10:00:00,cart,bob";
const late = "NaT,view,cyd";
// two good rows, one that is none, and one that shows whether lines are still counted well after it
const rows = [ann, "x,y", bob, late];
const usual: Accounting = {clean: 2, duplicates: 0, rejected: ["3 malformed_row x,y", "5 unreadable_event_time NaT"]};

test.each<[string, string, Accounting, Mapping?]>([
  ["LF", lines(header, ...rows), usual],
  ["CR LF", lines(header, ...rows).replaceAll("\n", "\r\n"), usual],
  ["CR", lines(header, ...rows).replaceAll("\n", "\r"), usual],
  ["a byte order mark", `\uFEFF${lines(header, ...rows)}`, usual],
  ["a byte order mark and CR LF", `\uFEFF${lines(header, ...rows).replaceAll("\n", "\r\n")}`, usual],
  ["CR LF, then LF", `${header}\r\n${ann}\nx,y\r\n${bob}\n${late}\r\n`, usual],
  ["LF, then CR LF", `${header}\n${ann}\nx,y\n${bob}\r\n${late}`, usual],
  ["a rejected row before line ends change", `${header}\r\n${ann}\r\nx,y\r\n${bob}\n${late}\n`, usual],
  ["a CR among LF", `${header}\n${ann}\rx,y\n${bob}\n${late}\n`, usual],
  ["a CR among CR LF", `${header}\r\n${ann}\rx,y\r\n${bob}\r\n${late}\r\n`, usual],
  [
    "CR CR LF, which is a line end and an empty line",
    lines(header, ...rows).replaceAll("\n", "\r\r\n"),
    {...usual, rejected: ["5 malformed_row x,y", "9 unreadable_event_time NaT"]}
  ],
  [
    "empty lines",
    lines(header, "", "", ann, "", "x,y", bob, "", late, "", ""),
    {...usual, rejected: ["6 malformed_row x,y", "9 unreadable_event_time NaT"]}
  ],
  [
    "empty lines with CR LF",
    lines(header, "", "", ann, "", "x,y", bob, "", late, "", "").replaceAll("\n", "\r\n"),
    {...usual, rejected: ["6 malformed_row x,y", "9 unreadable_event_time NaT"]}
  ],
  [
    "empty lines before the header",
    lines("", " ", header, ...rows),
    {...usual, rejected: ["5 malformed_row x,y", "7 unreadable_event_time NaT"]}
  ],
  [
    "lines of spaces, which are rows of one column",
    lines(header, ann, "  ", bob, late),
    {...usual, rejected: ["3 malformed_row   ", "5 unreadable_event_time NaT"]}
  ],
  ["no line end at the end", [header, ...rows].join("\n"), usual],
  [
    "a last line that is cut off",
    `${lines(header, ann)}2024-01-02 10:0`,
    {clean: 1, duplicates: 0, rejected: ["3 malformed_row 2024-01-02 10:0"]}
  ],
  [
    "lines with too few and too many columns",
    lines(header, "2024-01-01,view", `${ann},1,2`, bob),
    {clean: 1, duplicates: 0, rejected: ["2 malformed_row 2024-01-01,view", `3 malformed_row ${ann},1,2`]}
  ],
  ["a comma at the end of every row", lines(header, `${ann},`, `${bob},`), {clean: 2, duplicates: 0, rejected: []}],
  ["a comma at the end of every line", lines(`${header},`, `${ann},`), {clean: 1, duplicates: 0, rejected: []}],
  ["an exact copy", lines(header, ann, bob, ann), {clean: 2, duplicates: 1, rejected: []}],
  ["a quoted header", lines('"event_time","event_type" , "user_id"', ...rows), usual],
  [
    "a header with a line end in it",
    lines('event_time,"brand', 'name",event_type,user_id', "2024-01-01,x,view,ann", "x", "NaT,x,view,bob"),
    {clean: 1, duplicates: 0, rejected: ["4 malformed_row x", "5 unreadable_event_time NaT"]}
  ],
  [
    "a column named twice, of which the first counts",
    lines(`${header},user_id`, `${ann},zoe`),
    {clean: 1, duplicates: 0, rejected: []}
  ],
  [
    "other columns, wherever they stand",
    lines("a,user_id,b,event_type,event_time", "1,ann,2,view,2024-01-01", "1,,2,view,2024-01-01"),
    {clean: 1, duplicates: 0, rejected: ["3 missing_user_id "]}
  ],
  [
    "quoted line ends",
    lines(`${header},brand`, `${ann},"a`, 'b"', "x,y", `${bob},"`, "", '""q"",', '"', `${late},`),
    {clean: 2, duplicates: 0, rejected: ["4 malformed_row x,y", "9 unreadable_event_time NaT"]}
  ],
  [
    "quoted line ends after a space",
    lines(`${header},brand`, `${ann}, "a`, 'b" ', "x,y", `${late},`),
    {clean: 1, duplicates: 0, rejected: ["4 malformed_row x,y", "5 unreadable_event_time NaT"]}
  ],
  [
    "a malformed row of several lines, each of which counts",
    lines(header, ann, 'a,"b', "", 'c",d,e', late),
    {
      clean: 1,
      duplicates: 0,
      rejected: ['3 malformed_row a,"b', '5 malformed_row c",d,e', "6 unreadable_event_time NaT"]
    }
  ],
  [
    "a quote that never closes, which takes no other line along",
    lines(header, ann, '2024-01-01,view,"eve', bob, late),
    {...usual, rejected: ['3 malformed_row 2024-01-01,view,"eve', "5 unreadable_event_time NaT"]}
  ],
  [
    "a quote that never closes, with CR LF",
    lines(header, ann, '2024-01-01,view,"eve', bob, late).replaceAll("\n", "\r\n"),
    {...usual, rejected: ['3 malformed_row 2024-01-01,view,"eve', "5 unreadable_event_time NaT"]}
  ],
  [
    "a quote that a quote in a later line seems to close",
    lines(header, '2024-01-01,"view,eve', ann, '2024-01-02,cart,"bob"', late),
    {...usual, rejected: ['2 malformed_row 2024-01-01,"view,eve', "5 unreadable_event_time NaT"]}
  ],
  [
    "text after a quoted field",
    lines(header, ann, '2024-01-01,view,"eve"x', bob, late),
    {...usual, rejected: ['3 malformed_row 2024-01-01,view,"eve"x', "5 unreadable_event_time NaT"]}
  ],
  [
    "text after a quoted field of two lines",
    lines(header, ann, '2024-01-01,view,"e', 've"x', bob, late),
    {...usual, rejected: ['3 malformed_row 2024-01-01,view,"e', '4 malformed_row ve"x', "6 unreadable_event_time NaT"]}
  ],
  [
    "quotes in the middle of a field",
    lines(header, '2024-01-01,view,a"nn', '2024-01-01,view,b"o"b'),
    {clean: 2, duplicates: 0, rejected: []}
  ],
  [
    "tabs",
    lines(header, ...rows).replaceAll(",", "\t"),
    {...usual, rejected: ["3 malformed_row x\ty", "5 unreadable_event_time NaT"]}
  ],
  [
    "semicolons",
    lines(header, ...rows).replaceAll(",", ";"),
    {...usual, rejected: ["3 malformed_row x;y", "5 unreadable_event_time NaT"]}
  ],
  [
    "bars",
    lines(header, ...rows).replaceAll(",", "|"),
    {...usual, rejected: ["3 malformed_row x|y", "5 unreadable_event_time NaT"]}
  ],
  [
    "another delimiter in a quoted name",
    lines('event_time;"a,b,c,d,e";event_type;user_id', "2024-01-01;1,5;view;ann"),
    {clean: 1, duplicates: 0, rejected: []}
  ],
  ["a header that begins like JSON", lines(`{x},${header}`, `1,${ann}`), {clean: 1, duplicates: 0, rejected: []}],
  [
    "a header that begins like a JSON array",
    lines(`[x],${header}`, `1,${ann}`),
    {clean: 1, duplicates: 0, rejected: []}
  ],
  [
    "bytes 0x1a, which end a file on old systems only",
    lines(header, ann, "x,\u001ay", "2024-01-02,cart,b\u001ab", late),
    {...usual, rejected: ["3 malformed_row x,\u001ay", "5 unreadable_event_time NaT"]}
  ],
  [
    "NUL bytes, which a message cannot hold",
    lines(header, ann, "x,\0", "2024-01-02,cart,b\0b", late, "\0\0\0"),
    {
      ...usual,
      rejected: ["3 malformed_row x,\uFFFD", "5 unreadable_event_time NaT", "6 malformed_row \uFFFD\uFFFD\uFFFD"]
    }
  ],
  [
    "mapped names of columns and event types",
    lines("ts;Ereignis;Kunde", "2024-01-01;Product Viewed;ann", "2024-01-01;gesehen;ann"),
    {clean: 1, duplicates: 0, rejected: ["3 unknown_event_type gesehen"]},
    {columns: {event_time: "ts", event_type: "Ereignis", user_id: "Kunde"}, types: {"Product Viewed": "view"}}
  ]
])("cleanInputs of CSV with %s", async (_name, text, expected, mapping) => {
  expect(await cleanFiles({"events.csv": text}, mapping)).toEqual(expected);
});

test("cleanInputs of CSV with a line of 3 MB rejects it alone, and keeps its beginning", async () => {
  const long = `2024-01-01,view,${"x".repeat(3_000_000)}`;
  expect(await cleanFiles({"events.csv": lines(header, ann, long, bob, late)})).toEqual({
    ...usual,
    rejected: [`3 malformed_row ${long.slice(0, 10_000)}…`, "5 unreadable_event_time NaT"]
  });
});

test("cleanInputs of CSV with a quote that never closes in front of 3 MB loses no row", async () => {
  const many = Array.from({length: 100_000}, (_, i) => `2024-01-01 10:00:00,view,user ${i}`);
  const text = [header, 'x,view,"bob', ...many, late, ""].join("\n");
  expect(await cleanFiles({"events.csv": text})).toEqual({
    clean: 100_000,
    duplicates: 0,
    rejected: ['2 malformed_row x,view,"bob', "100003 unreadable_event_time NaT"]
  });
});

test("cleanInputs of CSV numbers lines after many quoted line ends, wherever chunks of 1 MB begin", async () => {
  const many = Array.from({length: 40_000}, (_, i) => {
    if (i % 4000 === 3999) return `NaT,view,${i}`;
    if (i % 4000 === 3998) return `x${i}`;
    return i % 3 === 0 ? `2024-01-01 10:00:00,view,"user\n\n,""${i}"` : `2024-01-01 10:00:00,view,user ${i}`;
  });
  const text = [header, ...many, ""].join("\n");
  const textLines = text.split("\n");
  const expected = textLines.flatMap((line, i) => {
    if (line.startsWith("NaT")) return [`${i + 1} unreadable_event_time NaT`];
    return line.startsWith("x") ? [`${i + 1} malformed_row ${line}`] : [];
  });
  expect(await cleanFiles({"events.csv": text})).toEqual({clean: 39_980, duplicates: 0, rejected: expected});
});

test("cleanInputs of CSV lists thousands of rejected rows", async () => {
  const many = Array.from({length: 6000}, (_, i) => (i % 2 ? `x,${i}` : `NaT,view,user ${i}`));
  const {clean, rejected} = await cleanFiles({"events.csv": lines(header, ann, ...many)});
  expect([clean, rejected.length, rejected[0], rejected.at(-1)]).toEqual([
    1,
    6000,
    "3 unreadable_event_time NaT",
    "6002 malformed_row x,5999"
  ]);
});

test("cleanInputs of CSV numbers lines of unknown event types among others", async () => {
  const text = lines(header, "2024-01-01,zoom,ann", ann, late, "2024-01-01,wink,ann", late, bob, "2024-01-01,zoom,ann");
  expect(await cleanFiles({"events.csv": text})).toEqual({
    clean: 2,
    duplicates: 0,
    rejected: [
      "2 unknown_event_type zoom",
      "4 unreadable_event_time NaT",
      "5 unknown_event_type wink",
      "6 unreadable_event_time NaT",
      "8 unknown_event_type zoom"
    ]
  });
});

test("cleanInputs of CSV keeps text as it is: quotes, commas, line ends and spaces", async () => {
  const text = lines(
    "event_time,event_type,user_id,brand,city,page",
    '2024-01-01,view,ann,"a ""b"", c","x\ny"," z "',
    '2024-01-01,view,"007",,"",\'q\''
  );
  const query = "select user_id, brand, city, page from raw.read_events";
  expect((await cleanAndSelect({"events.csv": text}, {}, query)).rows).toEqual([
    {user_id: "ann", brand: 'a "b", c', city: "x\ny", page: " z "},
    {user_id: "007", brand: null, city: null, page: "'q'"}
  ]);
});

test.each<[string, string, string]>([
  ["nothing", "", "events.csv: the file is empty; expected a first line that names the columns"],
  ["white space only", " \r\n\t\n ", "events.csv: the file is empty; expected a first line that names the columns"],
  [
    "no header",
    lines(ann, bob),
    'events.csv, line 1: there is no column "event_time" for event_time; the file has 2024-01-01 10:00:00, view, ann. ' +
      "Name the file's column in report.config.ts, events.columns.event_time"
  ],
  [
    "a name in capitals",
    lines("Event_Time,event_type,user_id", ann),
    'events.csv, line 1: there is no column "event_time" for event_time; did you mean "Event_Time"?; ' +
      "the file has Event_Time, event_type, user_id. Name the file's column in report.config.ts, events.columns.event_time"
  ],
  [
    "a header whose quote never closes",
    lines('event_time,event_type,user_id,"brand', ann, '2024,view,"x'),
    'events.csv, line 1: the header has a quote that never closes, or text after a quoted name: "event_time,event_type,' +
      'user_id,\\"brand". Correct the header'
  ],
  [
    "one byte",
    "x",
    'events.csv, line 1: there is no column "event_time" for event_time; the file has x. ' +
      "Name the file's column in report.config.ts, events.columns.event_time"
  ]
])("cleanInputs of CSV with %s throws", async (_name, text, message) => {
  await expect(cleanFiles({"events.csv": text})).rejects.toThrow(new ReportError(message));
});
