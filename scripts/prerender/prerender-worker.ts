import {type PageToPrerender, prerenderPage} from "./prerender-page.ts";

// a process of its own: a page that never ends can be ended, and the next page starts afresh

let strays: string[] = [];

// what a page does without waiting for it is no reason to stop
process.on("unhandledRejection", (error) => strays.push(String(error)));
process.on("uncaughtException", (error) => strays.push(String(error)));
process.on("disconnect", () => process.exit());

process.on("message", (page: PageToPrerender) => {
  strays = [];
  prerenderPage(page).then(
    ({html, problems}) => process.send?.({html, problems: [...new Set([...problems, ...strays])]}),
    (error: unknown) => process.send?.({failure: String(error)})
  );
});

process.send?.("ready");
