import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {readAnnotations} from "../../../data-loaders/annotations/read-annotations.ts";
import {ReportError} from "../../../data-loaders/report-error.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

function read(text: string | Uint8Array) {
  const file = join(temporaryFolder(), "annotations.csv");
  writeFileSync(file, text);
  return readAnnotations(file);
}

test("readAnnotations(path) gives days, or first and last days, and what happened", () => {
  expect(read('date,end,label\n2024-02-29,,New checkout\n2024-03-01, 2024-03-05 ,"Sale, the ""big"" one"\n')).toEqual([
    {startedOn: "2024-02-29", endedOn: "2024-02-29", label: "New checkout"},
    {startedOn: "2024-03-01", endedOn: "2024-03-05", label: 'Sale, the "big" one'}
  ]);
});

test("readAnnotations(path) takes columns in any order, without end, with a byte order mark, and any ends of lines", () => {
  const annotation = {startedOn: "2024-01-31", endedOn: "2024-01-31", label: "Šála"};
  expect(read("\ufefflabel,date\r\nŠála,2024-01-31\r\n\r\n")).toEqual([annotation]);
  expect(read("date,label\r2024-01-31,Šála")).toEqual([annotation]);
  expect(read("\n date , label , end \n2024-01-31,Šála\n")).toEqual([annotation]);
});

test("readAnnotations(path) has none without the file, or without a row", () => {
  expect(readAnnotations("/nowhere/annotations.csv")).toEqual([]);
  expect(read("date,label\n")).toEqual([]);
});

test.each([
  ["", "annotations.csv: is empty; begin it with the line date,end,label, or remove it"],
  ["date,labels\n", 'annotations.csv, line 1: there is no column "labels" here; did you mean label?'],
  [
    "date,label,colour\n",
    'annotations.csv, line 1: there is no column "colour" here; use date, end and label, and remove others'
  ],
  [
    "date;end;label\n2024-01-31;;Sale\n",
    'annotations.csv, line 1: there is no column "date;end;label" here; separate columns by commas: date,end,label'
  ],
  ["date,end\n", "annotations.csv, line 1: the column label is missing; add it to the first line"],
  ["date,label,date\n", "annotations.csv, line 1: the column date stands there twice; keep one"],
  [
    "date,label\n2024-01-31,Sale\n31.01.2024,Sale\n",
    'annotations.csv, line 3, column date: "31.01.2024" is not a day; write days as 2024-01-31'
  ],
  [
    "date,label\n\n2023-02-29,Sale\n",
    'annotations.csv, line 3, column date: "2023-02-29" is not a day; write days as 2024-01-31'
  ],
  ["date,label\n,Sale\n", "annotations.csv, line 2, column date: nothing is not a day; write days as 2024-01-31"],
  [
    "date,end,label\n2024-01-31,soon,Sale\n",
    'annotations.csv, line 2, column end: "soon" is not a day; write days as 2024-01-31'
  ],
  [
    "date,end,label\n2024-01-31,2024-01-30,Sale\n",
    'annotations.csv, line 2, column end: "2024-01-30" is before the date "2024-01-31"; write the last day, or nothing'
  ],
  ["date,label\n2024-01-31,\n", "annotations.csv, line 2, column label: nothing; say what happened, or remove the row"],
  [
    "date,label\n2024-01-31,Sa\u0007le\n",
    'annotations.csv, line 2, column label: "Sa\\u0007le" has a control character; remove it'
  ],
  [
    "date,label\n2024-01-31,Sale, summer\n",
    'annotations.csv, line 2: "2024-01-31,Sale, summer" has 3 values for 2 columns; put a label that has a comma in quotes'
  ],
  [
    'date,label\n2024-01-31,"Sale\n2024-02-01,Sale\n',
    'annotations.csv, line 2: "2024-01-31,\\"Sale" has a quote that is not closed; write a text with quotes as "a ""good"" day"'
  ]
])("readAnnotations(path) refuses %j", (text, message) => {
  expect(() => read(text)).toThrow(new ReportError(message));
});

test("readAnnotations(path) names all that is wrong", () => {
  expect(() => read("date,label\nyesterday,\n2024-13-01,Sale\n")).toThrow(
    new ReportError(
      [
        'annotations.csv, line 2, column date: "yesterday" is not a day; write days as 2024-01-31',
        "annotations.csv, line 2, column label: nothing; say what happened, or remove the row",
        'annotations.csv, line 3, column date: "2024-13-01" is not a day; write days as 2024-01-31'
      ].join("\n")
    )
  );
});

test("readAnnotations(path) refuses what is not UTF-8", () => {
  expect(() => read(Buffer.from("date,label\n2024-01-31,S\u00e1la\n", "latin1"))).toThrow(
    new ReportError("annotations.csv: is not UTF-8; save it as CSV in UTF-8")
  );
});
