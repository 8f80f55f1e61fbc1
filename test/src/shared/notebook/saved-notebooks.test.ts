import {expect, test} from "vitest";
import {readSavedNotebooks, withNotebook, withoutNotebook} from "../../../../src/shared/notebook/saved-notebooks.ts";

const saved = (name: string, address = "sql=a") => ({name, address, savedAt: "2021-03-01T10:00:00.000Z"});

test("readSavedNotebooks(text) reads a list by name and leaves out what is no notebook", () => {
  const kept = [saved("b"), {name: 7}, null, {...saved(""), name: ""}, saved("a")];
  expect(readSavedNotebooks(JSON.stringify(kept))).toEqual([saved("a"), saved("b")]);
  for (const text of [null, "", "{", "7", "{}", "null"]) expect(readSavedNotebooks(text)).toEqual([]);
});

test("withNotebook(notebooks, added) replaces the one of the same name", () => {
  const notebooks = withNotebook([saved("a"), saved("c")], saved("b"));
  expect(notebooks.map(({name}) => name)).toEqual(["a", "b", "c"]);
  expect(withNotebook(notebooks, saved("a", "sql=new"))).toEqual([saved("a", "sql=new"), saved("b"), saved("c")]);
});

test("withoutNotebook(notebooks, name) leaves the others", () => {
  expect(withoutNotebook([saved("a"), saved("b")], "a")).toEqual([saved("b")]);
});
