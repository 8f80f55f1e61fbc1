import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // DuckDB is native code: a process of its own per file, one after the other, each with all cores
    pool: "forks",
    fileParallelism: false
  }
});
