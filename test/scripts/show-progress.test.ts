import {afterEach, expect, test, vi} from "vitest";
import {showProgress} from "../../scripts/show-progress.ts";

afterEach(() => vi.unstubAllEnvs());

test("showProgress(stream) keeps one line up to date on a terminal, with the time left", () => {
  vi.stubEnv("CI", undefined);
  const {text, report} = watch({isTTY: true, columns: 60});
  report(0, {step: "cleaned", share: 0, detail: "a.csv"});
  report(10_000, {step: "cleaned", share: 0.25, rows: 1_234_567, detail: "a-file-with-a-long-name.csv"});
  report(40_000, {step: "cleaned", isDone: true});
  report(40_000, {step: "built", share: 0.01});
  report(130_000, {step: "built", share: 0.5});
  const clear = "\r\u001b[K  ";
  expect(text()).toBe(
    `${clear}cleaned · 0 % · a.csv` +
      `${clear}cleaned · 25 % · 1,234,567 rows · 30 s left · a-file-with-`.slice(0, clear.length + 57) +
      `${clear}cleaned (40.0 s)\n` +
      `${clear}built · 1 %` +
      `${clear}built · 50 % · 1 min 30 s left`
  );
});

test("showProgress(stream) writes plain lines elsewhere: steps that are done, and long ones every ten seconds", () => {
  const {text, report} = watch({});
  report(0, {step: "cleaned", share: 0});
  report(9_000, {step: "cleaned", share: 0.1});
  report(11_000, {step: "cleaned", share: 0.5, detail: "b.csv"});
  report(12_000, {step: "cleaned", share: 0.6});
  report(20_000, {step: "cleaned", isDone: true});
  expect(text()).toBe("  cleaned · 50 % · 11 s left · b.csv\n  cleaned (20.0 s)\n");
});

test("showProgress(stream) writes plain lines in CI, on a terminal too", () => {
  vi.stubEnv("CI", "true");
  const {text, report} = watch({isTTY: true});
  report(0, {step: "cleaned", share: 0});
  report(1000, {step: "cleaned", isDone: true});
  expect(text()).toBe("  cleaned (1.0 s)\n");
});

function watch(stream: {isTTY?: boolean; columns?: number}) {
  let text = "";
  let now = 0;
  const progress = showProgress({...stream, write: (more) => (text += more)}, () => now);
  return {
    text: () => text,
    report: (at: number, update: Parameters<typeof progress>[0]) => {
      now = at;
      progress(update);
    }
  };
}
