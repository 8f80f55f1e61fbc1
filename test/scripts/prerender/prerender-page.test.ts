import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {expect, test} from "vitest";
import {prerenderPage} from "../../../scripts/prerender/prerender-page.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

const loading = "<observablehq-loading></observablehq-loading>";

// what the prerenderer relies on in Framework's client
const client = `export async function define({id, body}) {
  const marks = document.createNodeIterator(document.body, 128);
  let mark;
  while ((mark = marks.nextNode()) && mark.data !== ":" + id + ":");
  const show = (node) => {
    if (mark.previousSibling?.localName === "observablehq-loading") mark.previousSibling.remove();
    mark.parentNode.insertBefore(node instanceof Node ? node : document.createTextNode(node), mark);
  };
  try {
    show(await body());
  } catch (error) {
    console.error(error);
    show(Object.assign(document.createElement("div"), {className: "observablehq--error"}));
  }
}`;

test("prerenderPage(page) gives the page with what its cells display", async () => {
  const {body, problems} = await prerender({
    a: "async () => (await (await fetch(new URL('./_file/n.json', location))).json()).n + 1",
    b: "() => new Promise((resolve) => setTimeout(resolve, 3000, 'late'))"
  });
  expect(problems).toEqual([]);
  expect(body).toBe(`<p>${shown("42")}<!--:0000000a:--></p><p>${shown("late")}<!--:0000000b:--></p>`);
});

test("prerenderPage(page) draws what asks for its width for each screen, and tells no host", async () => {
  const {body} = await prerender({
    a: `() => {
      const link = document.createElement("a");
      new ResizeObserver(([{contentRect}]) => (link.textContent = contentRect.width)).observe(link);
      link.href = new URL("_file/n.json", import.meta.url).href;
      return link;
    }`
  });
  expect(body).toBe(
    `<p>${shown(
      `<a href="../shop/_file/n.json">${["912", "326", "704"]
        .map((width, i) => `<span class="at-screen at-${["desktop", "phone", "tablet"][i]}">${width}</span>`)
        .join("")}</a>`
    )}<!--:0000000a:--></p>`
  );
});

test("prerenderPage(page) shows what waits to be seen, and leaves what waits for a reader to come near or for an idle moment", async () => {
  const observed = (options: string) =>
    `() => {
      const text = document.createElement("i");
      new IntersectionObserver(([{isIntersecting}]) => isIntersecting && text.append("seen"), ${options}).observe(text);
      return text;
    }`;
  const idle =
    "() => {const text = document.createElement('i'); requestIdleCallback(() => text.append('idle')); return text;}";
  const {body} = await prerender({a: observed("{}"), b: observed("{rootMargin: '600px'}"), c: idle});
  expect(body).toBe(
    `<p>${shown("<i>seen</i>")}<!--:0000000a:--></p><p>${shown("<i></i>")}<!--:0000000b:--></p><p>${shown("<i></i>")}<!--:0000000c:--></p>`
  );
});

test("prerenderPage(page) leaves cells that fail or do not end, and says so", async () => {
  const {body, problems} = await prerender({
    a: "() => {throw new Error('no luck')}",
    b: "() => new Promise(() => {})",
    c: "() => 'fine'"
  });
  expect(body).toBe(
    `<p>${loading}<!--:0000000a:--></p><p>${loading}<!--:0000000b:--></p><p>${shown("fine")}<!--:0000000c:--></p>`
  );
  expect(problems).toEqual(["Error: no luck"]);
});

test("prerenderPage(page) gives the same bytes again, whatever a page draws at random", async () => {
  const cells = {a: "() => Math.random() + performance.now()"};
  expect(await prerender(cells)).toEqual(await prerender(cells));
});

test("prerenderPage(page) throws when the page's script does not run", async () => {
  await expect(prerender({a: "() => 1"}, "throw new Error('broken');")).rejects.toThrow("broken");
});

test("prerenderPage(page) leaves a page without cells as it is", async () => {
  expect((await prerender({})).body).toBe("");
});

function shown(content: string): string {
  return `<observablehq-loading class="prerendered">${content}</observablehq-loading>`;
}

// a page of cells by the last letter of their ids, which stand in a paragraph each
async function prerender(cells: Record<string, string>, start = ""): Promise<{body: string; problems: string[]}> {
  const folder = temporaryFolder();
  const ids = Object.keys(cells).map((letter) => `0000000${letter}`);
  const definitions = Object.entries(cells).map(([letter, body]) => `define({id: "0000000${letter}", body: ${body}});`);
  const page = `<!DOCTYPE html><html><head><script type="module">
${ids.length ? 'import {define} from "../_observablehq/client.js";' : ""}${start}${definitions.join("\n")}
</script></head><body>${ids.map((id) => `<p>${loading}<!--:${id}:--></p>`).join("")}</body></html>`;
  const files = {
    "shop/page.html": page,
    "_observablehq/client.js": client,
    "_file/n.json": '{"n": 41}',
    "shop/_file/n.json": '{"n": 41}'
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), text);
  }
  const {html, problems} = await prerenderPage({folder, file: "shop/page.html", basePath: "/base"});
  return {body: /<body>(.*)<\/body>/s.exec(html)?.[1] ?? "", problems};
}
