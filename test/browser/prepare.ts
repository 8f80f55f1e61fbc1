import {vendorPackages} from "../../scripts/vendor.ts";
import {findChromium} from "./browser.ts";

/** What several tests need and would make at once: the browser's file and the packages that it loads. */
export async function setup(): Promise<void> {
  await Promise.all([findChromium(), vendorPackages()]);
}
