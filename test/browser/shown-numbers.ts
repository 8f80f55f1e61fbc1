/** Numbers as pages in English with dollars show them, written here without the site's own formats. */
export const numbers = {
  count: (value: unknown) => Number(value).toLocaleString("en-US", {maximumFractionDigits: 0}),
  percent: (value: unknown) =>
    `${(Number(value) * 100).toLocaleString("en-US", {minimumFractionDigits: 1, maximumFractionDigits: 1})}%`,
  money: (value: unknown) => {
    const digits = Number(value) === 0 || Number(value) >= 100 ? 0 : 2;
    return `$${Number(value).toLocaleString("en-US", {minimumFractionDigits: digits, maximumFractionDigits: digits})}`;
  }
};
