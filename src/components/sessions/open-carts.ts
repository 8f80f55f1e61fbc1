import type {LeftCarts} from "../../shared/sessions/left-brands.js";
import {openTables} from "./session-database.js";

let opening: Promise<LeftCarts> | undefined;

/** What the published sessions left behind in their carts, which the first call reads with the reader's DuckDB. */
export function openCarts(): Promise<LeftCarts> {
  opening ??= readCarts().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function readCarts(): Promise<LeftCarts> {
  const database = await openTables(["session_carts"]);
  const brands = [...(await database.query("select distinct brand from session_carts order by brand"))];
  const table = await database.query(`select
      cast(session_number - 1 as integer) as session,
      cast(dense_rank() over (order by brand) - 1 as integer) as code,
      cast(products as integer) as products,
      coalesce(cast(value as double), cast('nan' as double)) as value
    from session_carts
    order by session_number, brand`);
  const column = <T>(name: string): T => table.getChild(name)?.toArray() as T;
  return {
    brands: brands.map(({brand}) => String(brand)),
    sessions: column("session"),
    codes: column("code"),
    products: column("products"),
    values: column("value")
  };
}
