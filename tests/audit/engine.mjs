/* Opens pages in Firefox, over BiDi, and writes what it found as JSON, one line a page.
   Its one argument is JSON: { firefox, axe, rules, address, pages: [[name, path]], filters,
     search: {opener, field, result, word, without} } */
import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";

const told = JSON.parse(process.argv[2]);
const axe = readFileSync(told.axe, "utf8");
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: told.firefox,
  headless: true,
  // What readers have; without it, pages on a disk may do here what Firefox forbids them.
  extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true },
});

const visible = selector => [...document.querySelectorAll(selector)].find(each => each.getClientRects().length);

const search = async page => {
  const { opener, field, result, word, without } = told.search;
  if (!(await page.$(opener)) || page.url().includes(without)) return "-";
  const first = await page.waitForFunction(visible, { timeout: 5000 }, `${opener}, ${field}`);
  await first.click();
  const inside = await page.waitForFunction(visible, { timeout: 5000 }, field);
  await inside.focus();
  await page.keyboard.type(word);
  await page.waitForFunction(visible, { timeout: 10000 }, result);
  return "found";
};

/* Opens the filters, ticks the first box that can be ticked, and says how many rows are left. */
const filter = async page => {
  if (!(await page.$(told.filters))) return "-";
  await page.evaluate(selector =>
    document.querySelectorAll(selector).forEach(each => { each.parentElement.open = true; }), told.filters);
  const rows = () => page.$$eval("main tbody tr", all => all.filter(each => each.getClientRects().length).length);
  const before = await rows();
  const box = await page.waitForFunction(visible, { timeout: 5000 }, "main form input[type=checkbox]:not(:disabled)");
  await box.click();
  await new Promise(done => setTimeout(done, 500));
  const after = await rows();
  if (!after || after >= before) throw new Error(`${before} rows, and ${after} with a filter`);
  return `${after} of ${before}`;
};

/* What an attempt gives, or what went wrong. */
const attempt = async (page, does) => {
  try { return [await does(page), ""]; } catch (error) { return ["no", String(error.message).split("\n")[0]]; }
};

for (const [name, path] of told.pages) {
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
    // axe would fetch the style sheets, which no page on a disk may.
    rules => window.axe.run({ runOnly: rules, preload: location.protocol !== "file:" }).then(found =>
      found.violations.map(each => `${each.id} (${each.nodes.length}) ${each.nodes[0].target}`)),
    told.rules,
  );
  const [filtered, why] = await attempt(page, filter);
  const [searched, reason] = await attempt(page, search);
  complaints.push(...[why, reason].filter(each => each));
  console.log(JSON.stringify({ name, wide, violations, filtered, searched, complaints }));
  await page.close();
}
await browser.close();
