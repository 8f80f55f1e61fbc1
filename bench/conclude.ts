/** Prints whether a measurement keeps to its limits; the process ends with exit code 1 when one does not. */
export function conclude(sentence: string, isWithin: boolean): void {
  console.log(`${sentence}: ${isWithin ? "within" : "over the limit"}`);
  if (!isWithin) process.exitCode = 1;
}
