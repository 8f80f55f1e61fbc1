import {existsSync, readFileSync} from "node:fs";
import {createServer, type Server} from "node:http";
import {join} from "node:path";
import sirv from "sirv";
import {ReportError} from "../data-loaders/report-error.ts";

/** How to serve a folder. */
export interface ServeOptions {
  /** the path under which the site lives, such as /shop/ */
  basePath?: string;
  /** the first port to try; 0 for any free one */
  port?: number;
}

/**
 * Serves a built site to this machine, as GitHub Pages would, and gives its address and server. Tries the next ports when
 * one is taken.
 */
export async function serveSite(
  folder: string,
  {basePath = "/", port = 3000}: ServeOptions = {}
): Promise<{address: string; server: Server}> {
  const serveFile = sirv(folder, {extensions: ["html"], etag: true});
  const base = basePath.endsWith("/") ? basePath : `${basePath}/`;
  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    const notFound = () => {
      response.writeHead(404, {"Content-Type": "text/html; charset=utf-8"});
      const page = join(folder, "404.html");
      response.end(existsSync(page) ? readFileSync(page) : "Not found");
    };
    if (!url.startsWith(base)) return notFound();
    request.url = url.slice(base.length - 1);
    serveFile(request, response, notFound);
  });
  for (let tried = port; tried < port + 100; ++tried) {
    try {
      await listen(server, tried);
      const bound = server.address();
      return {address: `http://localhost:${typeof bound === "object" && bound ? bound.port : tried}${base}`, server};
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    }
  }
  throw new ReportError(`ports ${port} to ${port + 99} are all taken; set PORT to a free one`);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", () => {
      server.removeListener("error", reject);
      resolve();
    });
  });
}
