import type {PeriodKind, PeriodRow} from "../../shared/trends/periods.js";
import type {NumbersColumn} from "../figure/numbers-table.js";
import type {ReportFormats} from "../report-formats.js";

/** The columns of a table of days, weeks or months. */
export function periodColumns(kind: PeriodKind, {count, percent, money}: ReportFormats): NumbersColumn<PeriodRow>[] {
  const names = {day: "Day", week: "Week from", month: "Month from"};
  const first = ({event_date, event_week, event_month}: PeriodRow) => (event_date ?? event_week ?? event_month) as Date;
  return [
    {label: names[kind], text: (row) => first(row).toISOString().slice(0, 10)},
    {label: "Sessions", text: ({sessions}) => count(sessions), isNumber: true},
    {label: "With a purchase", text: (row) => percent(row.session_conversion_rate ?? NaN), isNumber: true},
    {label: "Orders", text: ({orders}) => count(orders), isNumber: true},
    {label: "Revenue", text: ({revenue}) => money(revenue ?? NaN), isNumber: true},
    {label: "Complete", text: ({is_complete}) => (is_complete ? "yes" : "no")}
  ];
}
