import type {ReportFormats} from "../report-formats.js";
import type {PurchaseTest} from "./curve-rows.js";

const plural: Record<string, string> = {device: "Devices", source: "Sources"};

/** What the log-rank test of a dimension says, in words. Segments are made of what people bought, so that they differ is no finding. */
export function purchaseTestText(
  dimension: string,
  test: PurchaseTest | undefined,
  {count, decimal}: Pick<ReportFormats, "count" | "decimal">
): string {
  if (dimension === "all") return "";
  if (dimension === "segment") {
    return "Segments are made of what people bought, so that their curves differ is no finding.";
  }
  const names = plural[dimension] ?? dimension;
  if (!test || test.corrected_p_value === null) {
    return `Whether ${names.toLowerCase()} differ cannot be told: two of them need enough people.`;
  }
  const p = test.corrected_p_value < 0.001 ? "below 0.001" : decimal(test.corrected_p_value);
  const tested = `log-rank test of ${count(test.compared_values)} ${names.toLowerCase()} and ${count(test.users)} people, corrected p ${p}`;
  return test.corrected_p_value <= 0.05
    ? `${names} differ by more than chance would bring (${tested}). Which of them, the curves show.`
    : `No difference between ${names.toLowerCase()} is proven (${tested}).`;
}
