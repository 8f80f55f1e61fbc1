import {prepareSite} from "./prepare-site.ts";
import {runCommand} from "./run-command.ts";

await runCommand(async () => {
  await prepareSite();
});
