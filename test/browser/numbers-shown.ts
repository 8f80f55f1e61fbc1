import type {Page} from "playwright-core";

/** The rows of the table behind a chart, by its headings. It is unfolded where it is not, and stays so. */
export async function numbersShown(page: Page, chart: string): Promise<Record<string, string>[]> {
  const figure = page.locator(`figure[id="${chart}"]`);
  const numbers = figure.locator(".figure-tools details", {hasText: "Numbers"});
  if (!(await numbers.evaluate((details) => (details as HTMLDetailsElement).open))) {
    await numbers.locator("summary").click();
  }
  return figure.locator(".numbers-table").evaluate((table) => {
    const labels = [...table.querySelectorAll("thead th")].map((cell) => cell.textContent ?? "");
    return [...table.querySelectorAll("tbody tr")].map((row) =>
      Object.fromEntries([...row.querySelectorAll("td")].map((cell, i) => [labels[i] ?? "", cell.textContent ?? ""]))
    );
  });
}

/** The text of every cell of a table that has a name of its own, row by row; of no such table nothing. */
export function tableCells(page: Page, name: string): Promise<(string | null)[][]> {
  return page
    .getByRole("table", {name, exact: true})
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent)));
}
