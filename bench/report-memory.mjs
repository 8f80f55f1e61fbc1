// preloaded into measured commands: each process notes its peak memory, in kB, when it ends
import {appendFileSync} from "node:fs";

process.on("exit", () => appendFileSync(process.env.BENCH_MEMORY, `${process.resourceUsage().maxRSS}\n`));
