import {describe, expect, test} from "vitest";
import {readTableView, writeTableView} from "../../../src/shared/table-view.ts";

const sorting = {column: "revenue", isDown: true};
const table = {name: "unsold", names: ["product", "revenue"], sorting};

describe("readTableView(search, {name, names, sorting})", () => {
  test("gives what the address says of this table", () => {
    expect(readTableView("?unsold_sort=product&unsold_find=red+lamp&device=mobile", table)).toEqual({
      find: "red lamp",
      sorting: {column: "product", isDown: false}
    });
    expect(readTableView("?unsold_sort=-product", table).sorting).toEqual({column: "product", isDown: true});
  });

  test("gives the first sorting where it says nothing, or names no column", () => {
    expect(readTableView("?other_sort=product", table)).toEqual({find: "", sorting});
    expect(readTableView("?unsold_sort=-toString", table)).toEqual({find: "", sorting});
  });
});

describe("writeTableView(view, {search, name, sorting})", () => {
  test("keeps what else the address has, and does not name the first sorting", () => {
    const search = "?device=mobile&unsold_sort=product&unsold_find=x";
    expect(writeTableView({find: "", sorting}, {search, name: "unsold", sorting})).toBe("?device=mobile");
    const view = {find: "red lamp", sorting: {column: "revenue", isDown: false}};
    expect(writeTableView(view, {search: "", name: "unsold", sorting})).toBe(
      "?unsold_sort=revenue&unsold_find=red+lamp"
    );
  });
});
