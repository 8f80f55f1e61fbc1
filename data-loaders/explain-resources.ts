import {ReportError} from "./report-error.ts";

/**
 * Throws an error of DuckDB's again: as a ReportError that says what to do where the machine lacks disk or memory, which is
 * nobody's bug. What is run through a warehouse goes through this; statements on a connection of one's own have to.
 */
export function explainResources(error: unknown): never {
  const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  if (/No space left on device|max_temp_directory_size/i.test(message)) {
    throw new ReportError(`the disk is full (${message}); make room where the project lies, and run again`);
  }
  if (/^Out of Memory/i.test(message)) {
    throw new ReportError(
      `the events need more memory than DuckDB may use (${message}); allow it more with memoryLimit in report.config.ts or ` +
        "--memory, or use fewer --threads"
    );
  }
  throw error;
}
