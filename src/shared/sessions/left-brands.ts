/** A brand of what sessions left behind in their carts. */
export interface LeftBrand {
  brand: string;
  sessions: number;
  products: number;
  /** in the currency unit; null without prices */
  value: number | null;
}

/** What sessions left behind in carts, by column, one row per session and brand, ordered by session. */
export interface LeftCarts {
  brands: readonly string[];
  /** places of the sessions in the table `sessions`, from 0 */
  sessions: Int32Array;
  /** places of the brands */
  codes: Int32Array;
  products: Int32Array;
  /** NaN without prices */
  values: Float64Array;
}

/** The brands of what some sessions, given by their places among `length` sessions, left behind; none for sessions that left nothing. */
export function countLeftBrands(carts: LeftCarts, sessions: Uint32Array, length: number): LeftBrand[] {
  const isIn = new Uint8Array(length);
  for (const session of sessions) isIn[session] = 1;
  const brands = carts.brands.map((brand) => ({brand, sessions: 0, products: 0, value: 0}));
  for (let i = 0; i < carts.sessions.length; ++i) {
    const brand = brands[carts.codes[i] as number];
    if (!brand || isIn[carts.sessions[i] as number] !== 1) continue;
    ++brand.sessions;
    brand.products += carts.products[i] as number;
    brand.value += carts.values[i] as number;
  }
  return brands
    .filter(({sessions}) => sessions > 0)
    .map((brand) => ({...brand, value: Number.isNaN(brand.value) ? null : brand.value}));
}
