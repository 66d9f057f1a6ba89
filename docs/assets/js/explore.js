/* Narrows, sorts and saves the table of all claims, or narrows and sorts that of all lessons. Every word that it shows
   stands in the page: what a row has in its data-facets, what finds it in its data-words. */
(() => {
  "use strict";
  const form = document.getElementById("finder");
  if (!form) return;
  const find = (selector) => document.querySelector(selector);
  const table = document.getElementById(form.dataset.table);
  const body = table.tBodies[0];
  const [bar, none, chosen, csv, more] =
    [".finder-bar", "#finder-none", "#finder-chosen", "#finder-csv", "#finder-more"].map(find);
  const count = bar.querySelector("b");
  const words = form.elements.find;
  const sort = form.elements.sort;
  const fields = [...form.querySelectorAll("fieldset")];
  const boxes = [...form.querySelectorAll("[type=checkbox]")];
  const counts = boxes.map((box) => box.parentNode.querySelector("b"));
  // One bit a facet, so that what a row meets and what it lacks are two numbers.
  const bits = boxes.map((box) => 1 << fields.indexOf(box.closest("fieldset")));
  const place = new Map(boxes.map((box, index) => [`${box.name}:${box.value}`, index]));

  // One space before each word: a word that is typed is looked for at the beginnings of words.
  const fold = (text) => ` ${text}`.normalize("NFKD").replace(/[\p{M}'’ʼ]/gu, "").toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ");
  const rows = Array.from(body.rows, (element, number) => ({
    element,
    number,
    fits: true,
    has: element.dataset.facets.split(" ").map((value) => place.get(value)).filter((index) => index >= 0),
    text: fold(element.cells[1].textContent + " " + element.dataset.words),
  }));
  // The table holds what is drawn and no more: among ten thousand rows that are hidden, showing one takes long.
  const FIRST = 50; // explore.css draws as many at once
  let limit = FIRST;
  let fitting = rows.length;
  let sorted = "number";
  let waiting;

  const draw = () => {
    const linked = location.hash.slice(1);
    let left = limit;
    const drawn = rows.filter((row) => row.fits && (left-- > 0 || row.element.id === linked)).map((row) => row.element);
    const kept = new Set(drawn);
    // Many rows move outside the page, where no style looks at each of them.
    const many = Math.max(drawn.length, body.rows.length) > 4 * FIRST;
    if (many) body.remove();
    for (const node of [...body.childNodes]) if (!kept.has(node)) node.remove();
    let at = body.firstChild;
    for (const row of drawn) {
      if (row === at) at = at.nextSibling;
      else body.insertBefore(row, at);
    }
    if (many) table.append(body);
    more.hidden = fitting <= limit;
    more.firstElementChild.textContent = limit;
  };

  const narrow = () => {
    const wanted = fold(words.value).match(/ \S+/g) || [];
    const on = boxes.map((box) => box.checked);
    const asked = bits.reduce((all, bit, index) => on[index] ? all | bit : all, 0);
    const sums = boxes.map(() => 0);
    fitting = 0;
    for (const row of rows) {
      row.fits = false;
      if (wanted.every((word) => row.text.includes(word))) {
        let lacks = asked;
        for (const index of row.has) if (on[index]) lacks &= ~bits[index];
        row.fits = !lacks;
        // A value counts under the choices of the other facets: a row that lacks one facet alone counts there.
        if (!(lacks & lacks - 1)) for (const index of row.has) if (!lacks || lacks === bits[index]) sums[index]++;
      }
      if (row.fits) fitting++;
    }
    limit = FIRST;
    draw();
    counts.forEach((each, index) => {
      if (each.textContent !== String(sums[index])) each.textContent = sums[index];
      each.parentNode.classList.toggle("is-empty", !sums[index] && !on[index]);
    });
    none.hidden = fitting > 0;
    table.hidden = !fitting;
    tell(on);
  };

  // What was chosen, in the words of the form; it stands over the table on paper too.
  const tell = (on) => {
    const told = fields.flatMap((field) => {
      const values = boxes.filter((box, index) => on[index] && field.contains(box));
      const labels = values.map((box) => box.parentNode.querySelector("span").textContent);
      return values.length ? `${field.firstElementChild.textContent} ${labels.join(chosen.dataset.or)}` : [];
    });
    if (words.value.trim()) told.unshift(`“${words.value.trim()}”`);
    chosen.hidden = !told.length;
    chosen.firstElementChild.textContent = told.join(" · ");
    document.documentElement.toggleAttribute("data-narrowed", told.length > 0);
  };

  const order = () => {
    const option = sort.selectedOptions[0];
    table.caption.textContent = option.dataset.caption;
    for (const head of table.tHead.rows[0].cells) head.removeAttribute("aria-sort");
    table.tHead.rows[0].cells[option.dataset.column].setAttribute("aria-sort", "ascending");
    if (sorted === option.value) return;
    sorted = option.value;
    for (const row of rows) row.rank = row.has.find((index) => boxes[index].name === sorted) ?? 0;
    rows.sort((one, other) => one.rank - other.rank || one.number - other.number);
  };

  // A browser takes about a hundred new addresses in half a minute, and a listener one number at a time: both wait.
  const settle = (pause) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      count.textContent = fitting;
      const state = new URLSearchParams(new FormData(form));
      if (!words.value.trim()) state.delete("find");
      if (!sort.selectedIndex) state.delete("sort");
      history.replaceState(history.state, "", (String(state) && "?" + state || location.pathname) + location.hash);
    }, pause);
  };
  const update = (pause) => {
    order();
    narrow();
    settle(pause);
  };
  const restore = () => {
    const state = new URLSearchParams(location.search);
    words.value = state.get("find") || "";
    for (const box of boxes) box.checked = state.getAll(box.name).includes(box.value);
    sort.selectedIndex = Math.max(0, Array.from(sort, (each) => each.value).indexOf(state.get("sort")));
    update(0);
  };

  // RFC 4180, with a mark that tells spreadsheets that it is UTF-8. A cell that one of them would take for a formula
  // gets an apostrophe.
  const cell = (text) => {
    const plain = text.replace(/\s+/g, " ").trim().replaceAll('"', '""');
    return `"${/^\s*[=+\-@]|^[\t\r]/.test(text) ? "'" : ""}${plain}"`;
  };
  // From a copy in a folder it is still the page on the web; where that is unknown, nothing of the folder's own place.
  const canonical = find("link[rel=canonical]");
  const address = (link) => {
    const path = link.getAttribute("href").replace(/index\.html$/, "");
    return canonical ? new URL(path, canonical.href).href : link.protocol === "file:" ? path : link.href;
  };
  const line = ({ element: { cells: [number, assertion, ...rest] } }) => [
    number.textContent,
    assertion.querySelector("a").textContent,
    Array.from(assertion.querySelectorAll("a:has(~ .place)"), (link) => link.textContent).join(", "),
    assertion.querySelector(".place").textContent,
    ...rest.map((each) => each.textContent),
    address(assertion.querySelector("a")),
  ].map(cell).join();
  const save = () => {
    const lines = [csv.dataset.columns, ...rows.filter((row) => row.fits).map(line), ""];
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", lines.join("\r\n")], { type: "text/csv;charset=utf-8" }));
    link.download = "claims.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  const reach = (next) => {
    limit = next;
    draw();
  };

  words.addEventListener("input", () => {
    narrow();
    settle(400);
  });
  form.addEventListener("change", () => update(0));
  sort.addEventListener("change", () => update(0)); // it stands outside the form
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => {
    update(0);
    words.focus(); // the button that was pressed has gone
  }));
  csv?.addEventListener("click", save); // the table of lessons is for reading alone
  more.lastElementChild.addEventListener("click", () => {
    const next = rows.filter((row) => row.fits)[limit];
    reach(limit * 4);
    next.element.querySelector("a").focus();
  });
  addEventListener("beforeprint", () => reach(Infinity));
  addEventListener("afterprint", () => reach(FIRST));
  addEventListener("popstate", restore);

  const wide = matchMedia("(min-width: 64em)");
  const facets = form.querySelector("details");
  const fit = () => { facets.open = wide.matches; };
  wide.addEventListener("change", fit);
  fit();
  restore();
  form.hidden = bar.hidden = false;
})();
