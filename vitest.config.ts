import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    // several times what they take, as machines differ
    testTimeout: 120_000,
    // what a page shows after its engine has started
    expect: {poll: {timeout: 30_000}},
    hookTimeout: 240_000,
    // DuckDB is native code: a process of its own per file
    pool: "forks",
    projects: [
      {
        extends: true,
        test: {
          name: "functions and models",
          include: ["test/**/*.test.ts"],
          exclude: ["test/scripts/**", "test/browser/**"],
          maxWorkers: 2,
          // files share a process, which loads the sources once
          isolate: false,
          sequence: {groupOrder: 0}
        }
      },
      {
        extends: true,
        test: {
          name: "commands and pages",
          include: ["test/scripts/**/*.test.ts", "test/browser/**/*.test.ts"],
          globalSetup: "test/browser/prepare.ts",
          // they wait for browsers more than they compute
          maxWorkers: 3,
          // each builds sites in a copy of the project of its own
          testTimeout: 300_000,
          hookTimeout: 600_000,
          sequence: {groupOrder: 1}
        }
      }
    ]
  }
});
