import {ReportError} from "../data-loaders/report-error.ts";

/**
 * Runs a command's main function. A mistake that its author can correct is printed without a stack; either way a failure
 * ends the process with exit code 1.
 */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof ReportError ? `\nfunnelbook: ${error.message}\n` : error);
    process.exitCode = 1;
  }
}
