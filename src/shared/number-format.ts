/** How numbers are written in a report: thousands separators, at most three significant digits in prose. */
export interface NumberFormat {
  /** whole numbers, as 12,345 */
  count: (value: number) => string;
  /** numbers with two or three significant digits, as 1.82, 67.4 or 0.0012; whole ones from 100 on */
  decimal: (value: number) => string;
  /** fractions as percent with one decimal, as 9.1 % */
  percent: (value: number) => string;
  /** differences of fractions in percentage points with their sign, as +2.1 */
  points: (value: number) => string;
  /** money, rounded to whole units from 100 on, as $1,235 */
  money: (value: number) => string;
  /** money to three significant digits, for estimates, as $43,400 */
  roughMoney: (value: number) => string;
}

/** A count with its noun, as "1 user" or "12,345 users". */
export function counted(value: number, one: string, many: string, {count}: Pick<NumberFormat, "count">): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** Number formats for a language tag such as en-GB and a currency code such as EUR; no number at all reads as a dash. */
export function numberFormat(locale: string, currency: string): NumberFormat {
  const count = new Intl.NumberFormat(locale, {maximumFractionDigits: 0});
  const percent = new Intl.NumberFormat(locale, {style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1});
  const points = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: "exceptZero"
  });
  const whole = new Intl.NumberFormat(locale, {style: "currency", currency, maximumFractionDigits: 0});
  const exact = new Intl.NumberFormat(locale, {style: "currency", currency});
  const tiny = new Intl.NumberFormat(locale, {maximumSignificantDigits: 2});
  const small = new Intl.NumberFormat(locale, {maximumFractionDigits: 2});
  const large = new Intl.NumberFormat(locale, {maximumFractionDigits: 1});
  const orDash = (format: (value: number) => string) => (value: number | null | undefined) =>
    value == null || !Number.isFinite(value) ? "–" : format(value);
  const money = (value: number): string => (value === 0 || Math.abs(value) >= 100 ? whole : exact).format(value);
  return {
    count: orDash((value) => count.format(value)),
    decimal: orDash((value) => {
      const size = Math.abs(value);
      return (size < 0.1 ? tiny : size < 10 ? small : size < 100 ? large : count).format(value);
    }),
    percent: orDash((value) => percent.format(value)),
    points: orDash((value) => points.format(value * 100).replace("-", "−")),
    money: orDash(money),
    roughMoney: orDash((value) => money(Number(value.toPrecision(3))))
  };
}
