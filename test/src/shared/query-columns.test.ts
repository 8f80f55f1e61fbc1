import {expect, test} from "vitest";
import {queryColumns} from "../../../src/shared/query-columns.ts";

test.each([
  ["select stage, users from funnel_users order by position", []],
  ["select revenue from daily -- by device", ["price", "quantity"]],
  ["select channel, average_order_value from traffic", ["price", "quantity", "order_id", "source"]],
  ["select orders, sessions from brands where brand <> 'device'", ["order_id", "user_session", "brand"]],
  ["select category_code from categories where browser = 'x'", ["category_code", "browser"]],
  ["", []]
])("queryColumns(%j) is %j", (query, columns) => expect(queryColumns(query)).toEqual(columns));
