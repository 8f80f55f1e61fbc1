import {spawnSync} from "node:child_process";
import {cpSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import type {Server} from "node:http";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {serveSite} from "../../scripts/serve.ts";

const project = join(import.meta.dirname, "..", "..");

/** The real events that developers may have beside the project. */
export const rees46File = join(project, "..", "shared", "data", "rees46-2019-10-01.csv");

/** A site that was built and is being served. */
export interface BuiltSite {
  address: string;
  /** folder of the site's files */
  folder: string;
  /** folder of the snapshots that it was built from */
  snapshots: string;
  server: Server;
}

const left = new Set(["node_modules", "dist", ".git", ".funnelbook", ".observablehq", "fonts", "snapshots"]);

// what vendoring makes: see scripts/vendor.ts
const vendored = ["_npm", "vendored.txt"].map((name) => join("src", ".observablehq", "cache", name));

/** A copy of the project in which tests can build without touching the project's own site. */
export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), "funnelbook-"));
  private readonly servers: Server[] = [];

  /**
   * With all pages, or with nothing but a title on those that are not named, which builds sooner; and with the packages that browsers load, as the project's own folder has
   * them after vendoring, unless `isBare`.
   */
  constructor({isBare = false, pages}: {isBare?: boolean; pages?: string[]} = {}) {
    cpSync(project, this.folder, {recursive: true, filter: (path) => path === project || !left.has(basename(path))});
    symlinkSync(join(project, "node_modules"), join(this.folder, "node_modules"));
    for (const file of readdirSync(join(this.folder, "src"))) {
      const name = file.slice(0, -3);
      if (file.endsWith(".md") && pages?.includes(name) === false) {
        writeFileSync(join(this.folder, "src", file), `# ${name}\n`);
      }
    }
    if (isBare) return;
    for (const path of [...vendored, join("src", "fonts")]) {
      cpSync(join(project, path), join(this.folder, path), {recursive: true});
    }
  }

  /** Puts fields of the configuration, such as `claims: "fail"`, in place of the project's. */
  configure(fields: string): void {
    const source = `import {defineReport} from "./data-loaders/configuration.ts";\n\nexport default defineReport({${fields}});\n`;
    writeFileSync(join(this.folder, "report.config.ts"), source);
  }

  /** Runs `npm run build` without a network; gives its exit code and all that it printed. */
  build(environment: Record<string, string> = {}): {code: number | null; output: string} {
    const {status, stdout, stderr} = spawnSync("npm", ["run", "-s", "build"], {
      cwd: this.folder,
      encoding: "utf8",
      env: {
        ...process.env,
        EVENTS: "",
        ...environment,
        NODE_OPTIONS: `--import ${join(import.meta.dirname, "no-network.mjs")}`
      }
    });
    return {code: status, output: `${stdout}${stderr}`};
  }

  /** Builds, puts the site aside under a name, and serves it. Throws when the build fails. */
  async site(name: string, environment: Record<string, string> = {}): Promise<BuiltSite> {
    const {code, output} = this.build(environment);
    if (code !== 0) throw new Error(output);
    const [folder, snapshots] = [join(this.folder, `site-${name}`), join(this.folder, `snapshots-${name}`)];
    renameSync(join(this.folder, "dist"), folder);
    cpSync(join(this.folder, ".funnelbook", "snapshots"), snapshots, {recursive: true});
    const {address, server} = await serveSite(folder, {port: 0, basePath: environment.BASE_PATH ?? "/"});
    this.servers.push(server);
    return {address, folder, snapshots, server};
  }

  /** Stops the servers and removes the copy. */
  close(): void {
    for (const server of this.servers) server.close().closeAllConnections();
    rmSync(this.folder, {recursive: true, force: true});
  }
}
