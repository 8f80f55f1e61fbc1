import {join} from "node:path";
import {projectFolder} from "../data-loaders/fingerprint.ts";
import {loadReport} from "../data-loaders/report.ts";
import {buildSite} from "./build.ts";
import {runCommand} from "./run-command.ts";
import {serveSite} from "./serve.ts";

await runCommand(async () => {
  await buildSite();
  const {basePath} = await loadReport();
  const {address} = await serveSite(join(projectFolder, "dist"), {
    basePath,
    port: Number(process.env.PORT ?? 3000)
  });
  console.log(`\nThe report is at ${address} (Ctrl-C to stop)`);
});
