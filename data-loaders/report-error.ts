/**
 * A mistake in the input or the configuration that its author can correct. Commands print its message alone, without a
 * stack, and exit with code 1.
 */
export class ReportError extends Error {
  override name = "ReportError";
}
