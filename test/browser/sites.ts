import {existsSync, mkdirSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {afterAll, inject} from "vitest";
import {serveSite} from "../../scripts/serve.ts";
import {hostileShop} from "../fixtures/hostile-shop.ts";
import {type BuiltSite, rees46File, Workspace} from "./workspace.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** folder of the sites that test files share in one run */
    sitesFolder: string;
  }
}

// one user only; names that a careless page would run
const singleUser = `event_time,event_type,user_id,user_session,product_id,brand,price,campaign
2020-01-01T10:00:00Z,view,1000000000000000001,s1,7,"<img src=x onerror=alert(1)>",5.00,"<script>alert(2)</script>"
2020-01-01T10:01:00Z,cart,1000000000000000001,s1,7,"<img src=x onerror=alert(1)>",5.00,"<script>alert(2)</script>"
2020-01-01T10:02:00Z,"</script><script>alert(3)</script>",1000000000000000001,s1,7,"=1+1",5.00,x
`;

/** The name of a set of data that sites are tested on. */
export type SiteName = "demo" | "rees46" | "single user" | "hostile";

// what `EVENTS` names: a file, made of text where it is not there; none for the demo store
const inputs: Record<SiteName, {file?: string; text?: () => string}> = {
  demo: {},
  rees46: {file: rees46File},
  "single user": {text: () => singleUser},
  hostile: {text: hostileShop}
};

/** The sets of data that there are on this machine: the made-up shop, real events of one day, a single user, and a shop of hostile names. */
export const siteNames = (Object.keys(inputs) as SiteName[]).filter(
  (name) => name !== "rees46" || existsSync(rees46File)
);

const served = new Map<SiteName, Promise<BuiltSite>>();

/** A site that is served until the test file is done. It is built once in a run, by the first test file that asks for it. */
export function openSite(name: SiteName): Promise<BuiltSite> {
  const site = served.get(name) ?? serve(name);
  served.set(name, site);
  return site;
}

afterAll(async () => {
  for (const site of served.values()) (await site).server.close().closeAllConnections();
});

async function serve(name: SiteName): Promise<BuiltSite> {
  const home = join(inject("sitesFolder"), name.replace(" ", "-"));
  const [folder, snapshots] = [join(home, "site"), join(home, "snapshots")];
  if (isFirst(`${home}.claimed`)) build(name, home);
  while (!existsSync(home)) {
    if (existsSync(`${home}.failed`)) throw new Error(`the site of ${name} could not be built; see the first failure`);
    await setTimeout(200);
  }
  return {...(await serveSite(folder, {port: 0})), folder, snapshots};
}

// whether no other process has asked before
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function build(name: SiteName, home: string): void {
  const workspace = new Workspace();
  try {
    const {file = "", text} = inputs[name];
    const events = text ? join(workspace.folder, "events.csv") : file;
    if (text) writeFileSync(events, text());
    const {code, output} = workspace.build({EVENTS: events});
    if (code !== 0) throw new Error(output);
    const next = `${home}.next`;
    mkdirSync(next);
    renameSync(join(workspace.folder, "dist"), join(next, "site"));
    renameSync(join(workspace.folder, ".funnelbook", "snapshots"), join(next, "snapshots"));
    renameSync(next, home);
  } catch (error) {
    writeFileSync(`${home}.failed`, String(error));
    throw error;
  } finally {
    workspace.close();
  }
}
