import {expect, test} from "vitest";
import {findForeignKeys} from "../../../data-loaders/demo-store/foreign-keys.ts";
import type {DemoTable} from "../../../data-loaders/demo-store/schema.ts";

const users: DemoTable = {
  name: "users",
  grain: "person",
  primaryKey: ["user_id"],
  columns: [{name: "user_id", type: "varchar", description: "id"}]
};
const orders: DemoTable = {
  name: "orders",
  grain: "order",
  primaryKey: ["order_id"],
  columns: [
    {name: "order_id", type: "varchar", description: "id"},
    {name: "buyer", type: "varchar", references: "users", description: "who"}
  ]
};

test("findForeignKeys(tables) gives the tables and columns at both ends", () => {
  expect(findForeignKeys([users, orders])).toEqual([{one: users, named: "user_id", many: orders, column: "buyer"}]);
  expect(findForeignKeys([users])).toEqual([]);
});

test("findForeignKeys(tables) throws when a column refers to what is no table with a key of one column", () => {
  const message = "orders.buyer: users is not a table with a primary key of one column";
  expect(() => findForeignKeys([orders])).toThrow(message);
  expect(() => findForeignKeys([{...users, primaryKey: ["user_id", "day"]}, orders])).toThrow(message);
});
