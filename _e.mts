import {serveSite} from "/work/main/scripts/serve.ts";import {launchBrowser} from "/work/main/test/browser/browser.ts";
const [site,page,sel,w,out,scheme="light"]=process.argv.slice(2);
const {address,server}=await serveSite(site,{port:0});const b=await launchBrowser();const p=await b.newPage({viewport:{width:Number(w),height:900},colorScheme:scheme as any,deviceScaleFactor:2});
await p.goto(address+page);await p.waitForTimeout(1500);await p.locator(sel).first().screenshot({path:out});await b.close();process.exit(0);
