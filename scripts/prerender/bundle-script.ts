import {existsSync, readFileSync} from "node:fs";
import {dirname, join, relative, resolve, sep} from "node:path";
import {build as bundle, type Plugin} from "esbuild";

/**
 * The module script of a built page with all that it imports, as one classic script. `folder` is the site's, `file` the page's in there, and
 * `address` where the site is served. An empty string where the page has no script.
 */
export async function bundleScript(
  html: string,
  {folder, file, address}: {folder: string; file: string; address: string}
): Promise<string> {
  const scripts = [...html.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)].map(([, code = ""]) => code);
  const contents = scripts.filter((code) => /\bdefine\(/.test(code)).join("\n");
  if (!contents) return "";
  const {outputFiles} = await bundle({
    stdin: {contents: nameAddress(contents, address + file), resolveDir: join(folder, dirname(file))},
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "esnext",
    charset: "utf8",
    minifyWhitespace: true,
    logLevel: "silent",
    plugins: [siteFiles(folder, address)]
  });
  return outputFiles[0]?.text ?? "";
}

// imports are those of the site's own files, and each file knows its address as in a browser
function siteFiles(folder: string, address: string): Plugin {
  return {
    name: "site-files",
    setup(build) {
      build.onResolve({filter: /.*/}, ({path, resolveDir}) => {
        const file = resolve(resolveDir, path);
        return existsSync(file) ? {path: file} : {path, namespace: "missing"};
      });
      build.onLoad({filter: /\.js$/, namespace: "file"}, ({path}) => {
        const url = address + relative(folder, path).split(sep).join("/");
        return {contents: nameAddress(readFileSync(path, "utf8"), url)};
      });
      // Framework's client could load more libraries than the site has
      build.onLoad({filter: /.*/, namespace: "missing"}, ({path}) => ({
        contents: `module.exports = {}; throw new Error(${JSON.stringify(`${path} is not part of the site`)});`
      }));
    }
  };
}

function nameAddress(code: string, url: string): string {
  const literal = JSON.stringify(url);
  return code
    .replace(/\bimport\.meta\.resolve\b/g, `((path) => new URL(path, ${literal}).href)`)
    .replace(/\bimport\.meta\.url\b/g, () => literal);
}
