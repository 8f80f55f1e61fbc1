import {ReportError} from "../data-loaders/report-error.ts";

/**
 * Runs a command's main function. A mistake that its author can correct is printed without a stack; either way a failure
 * ends the process with exit code 1.
 */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof ReportError ? `\nfunnelbook: ${error.message}\n` : (fullDisk(error) ?? error));
    process.exitCode = 1;
  }
}

function fullDisk(error: unknown): string | undefined {
  const {code, path} = error as NodeJS.ErrnoException;
  if (code !== "ENOSPC" && code !== "EDQUOT") return undefined;
  return `\nfunnelbook: the disk is full${path ? `: ${path} cannot be written` : ""}; make room, and run again\n`;
}
