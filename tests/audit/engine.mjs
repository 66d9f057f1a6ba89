/* Opens pages in Firefox, over BiDi, and writes what it found as JSON, one line a page.
   Its one argument is JSON: { firefox, axe, rules, address, pages: {name: path}, search: {opener, field, result, word} } */
import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";

const told = JSON.parse(process.argv[2]);
const axe = readFileSync(told.axe, "utf8");
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: told.firefox,
  headless: true,
});

const visible = selector => [...document.querySelectorAll(selector)].find(each => each.getClientRects().length);

const search = async page => {
  const { opener, field, result, word } = told.search;
  if (!(await page.$(opener))) return "-";
  const first = await page.waitForFunction(visible, { timeout: 5000 }, `${opener}, ${field}`);
  await first.click();
  await page.focus(field.split(",").map(each => each.trim()).length > 1 ? await named(page, field) : field);
  await page.keyboard.type(word);
  await page.waitForFunction(visible, { timeout: 10000 }, result);
  return "found";
};

/* The first of several selectors that the page has. */
const named = async (page, selectors) => {
  for (const each of selectors.split(",")) if (await page.$(each.trim())) return each.trim();
  return selectors;
};

for (const [name, path] of Object.entries(told.pages)) {
  const page = await browser.newPage();
  const complaints = [];
  page.on("console", said => ["error", "warn"].includes(said.type()) && complaints.push(said.text()));
  page.on("pageerror", error => complaints.push(String(error.message)));
  page.on("requestfailed", request => complaints.push(`failed: ${request.url()}`));
  page.on("request", request => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(new URL(told.address).origin)) {
      complaints.push(`third party: ${request.url()}`);
    }
  });
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(told.address + path, { waitUntil: "load" });
  const wide = [];
  for (const width of [320, 390]) {
    await page.setViewport({ width, height: 800 });
    const got = await page.evaluate(() => document.documentElement.scrollWidth);
    if (got > width) wide.push(`${got} in ${width}`);
  }
  await page.evaluate(axe);
  const violations = await page.evaluate(
    rules => window.axe.run({ runOnly: rules }).then(found =>
      found.violations.map(each => `${each.id} (${each.nodes.length}) ${each.nodes[0].target}`)),
    told.rules,
  );
  let searched;
  try { searched = await search(page); } catch (error) { searched = String(error.message).split("\n")[0]; }
  console.log(JSON.stringify({ name, wide, violations, searched, complaints }));
  await page.close();
}
await browser.close();
