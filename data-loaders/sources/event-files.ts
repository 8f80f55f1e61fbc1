import type {ReportConfiguration} from "../configuration.ts";

/** The globs and paths of all files that events are read from; empty for the demo store. */
export function eventFiles({events}: ReportConfiguration): string[] {
  if (events.source === "demo-store") return [];
  if (events.source === "files") return events.files;
  return [...Object.values(events.tables).flat(), ...(events.people === undefined ? [] : [events.people])];
}
