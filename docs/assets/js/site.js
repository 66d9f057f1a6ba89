/* Every page: light or dark, and the search. Both only add: a page is whole without them. */
(() => {
  "use strict";
  const root = document.documentElement;

  /* Light or dark: as the device, light, dark, and round again. The choice stays in this browser. */
  const KEY = "claim-by-claim.look";
  const LOOKS = { "": "as the device is set", light: "light", dark: "dark" };
  const look = document.querySelector(".look");
  if (look) {
    const say = () => {
      const now = LOOKS[root.dataset.look || ""];
      look.title = look.ariaLabel = `Colours: ${now}. Press to change`;
    };
    look.addEventListener("click", () => {
      const names = Object.keys(LOOKS);
      const next = names[(names.indexOf(root.dataset.look || "") + 1) % names.length];
      if (next) root.dataset.look = next; else delete root.dataset.look;
      try { next ? localStorage.setItem(KEY, next) : localStorage.removeItem(KEY); } catch { /* a private window */ }
      say();
    });
    say();
    look.hidden = false;
  }

  /* The search: the theme's worker and its index are fetched when a reader opens it, not before. Pages in a folder may
     fetch nothing; there a script carries both. */
  const find = document.querySelector(".find");
  if (!find || !window.Worker || !window.HTMLDialogElement) return;
  const home = new URL(find.dataset.root + "/", location.href);
  const KINDS = { cases: "Case", claims: "Claim", comparisons: "Comparison text", sources: "Source", voices: "Voice",
    techniques: "Technique", terms: "Term", lessons: "Lesson", omissions: "Omission" };
  const SHOWN = 30;
  let box, field, status, list, worker, ready = false, asked = "", guessed = false, timer;

  const make = (tag, props, ...inside) => {
    const each = Object.assign(document.createElement(tag), props);
    each.append(...inside);
    return each;
  };

  const build = () => {
    field = make("input", { type: "search", id: "seek-words", autocomplete: "off", spellcheck: false });
    field.setAttribute("aria-controls", "seek-found");
    status = make("p", { className: "seek__status" });
    status.setAttribute("role", "status");
    list = make("ol", { className: "seek__found", id: "seek-found" });
    const close = make("button", { type: "button", className: "seek__close", textContent: "Close" });
    close.addEventListener("click", () => box.close());
    const label = make("label", { htmlFor: "seek-words", textContent: "Search claims, sources, techniques and terms" });
    const bar = make("form", { className: "seek__bar" }, label, field, close);
    bar.setAttribute("role", "search");
    bar.addEventListener("submit", event => { event.preventDefault(); list.querySelector("a")?.focus(); });
    box = make("dialog", { className: "seek" }, bar, status, list);
    box.setAttribute("aria-label", "Search the site");
    box.addEventListener("click", event => { if (event.target === box) box.close(); });
    box.addEventListener("keydown", move);
    field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 80); });
    document.body.append(box);
  };

  const move = event => {
    if (event.key === "Escape") { event.preventDefault(); box.close(); return; } /* a search field would only empty itself */
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [field, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement) + step;
    event.preventDefault();
    stops[Math.max(0, Math.min(at, stops.length - 1))].focus();
  };

  const start = async () => {
    if (worker) return;
    status.textContent = "Fetching the index …";
    try {
      const { carried } = find.dataset;
      if (carried) await new Promise((onload, onerror) =>
        document.head.append(make("script", { src: carried, onload, onerror })));
      worker = new Worker(carried ? URL.createObjectURL(new Blob([window.carried.worker], { type: "text/javascript" }))
        : new URL(find.dataset.worker, location.href));
      worker.addEventListener("message", ({ data }) => {
        if (data.type === 1) { ready = true; status.textContent = ""; ask(); }
        if (data.type === 3) show(data.data.items);
      });
      const index = carried ? window.carried.index
        : await (await fetch(new URL("search/search_index.json", home))).json(); // what is no index is no JSON either
      worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
    } catch {
      worker = undefined;
      status.textContent = "The search could not be loaded here. The page “Explore” lists every claim.";
    }
  };

  const ask = () => {
    const words = field.value.trim();
    if (!ready || words === asked) return;
    asked = words;
    guessed = false;
    if (words) worker.postMessage({ type: 2, data: words }); else show([]);
  };

  /* Titles and texts come from the site's own index, where they were escaped when it was written. */
  const show = groups => {
    if (!groups.length && asked && !guessed) { /* perhaps one letter is wrong: each longer word may differ by one */
      guessed = true;
      worker.postMessage({ type: 2, data: asked.replace(/[^\s"~*^:+-]{4,}(?=\s|$)/g, "$&~1") });
      return;
    }
    const found = groups.map(group => group.reduce((best, each) => each.score > best.score ? each : best)).slice(0, SHOWN);
    list.replaceChildren(...found.map(entry => {
      const kind = KINDS[entry.location.split("/")[0]] || "Page";
      const title = make("b", { innerHTML: entry.title });
      const link = make("a", { href: new URL(entry.location, home) }, make("span", { textContent: kind }), title);
      if (entry.text) link.append(make("small", { innerHTML: excerpt(entry.text) }));
      return make("li", {}, link);
    }));
    const many = groups.length > SHOWN ? `${SHOWN} of ${groups.length} results` : `${found.length} results`;
    const like = guessed && found.length ? " for words like these" : "";
    status.textContent = !asked ? "" : found.length === 1 ? `1 result${like}` : found.length ? many + like
      : "Nothing was found. Try a name or a single word.";
  };

  /* About 160 characters around the first word that was met. */
  const excerpt = html => {
    const plain = make("div", { innerHTML: html });
    const met = plain.querySelector("mark");
    const text = plain.textContent;
    if (text.length <= 170) return html;
    let at = 0;
    if (met) {
      const before = document.createRange();
      before.setStart(plain, 0);
      before.setEndBefore(met);
      at = Math.max(0, before.toString().length - 60);
    }
    const from = at ? text.indexOf(" ", at) + 1 : 0;
    const cut = make("span", { textContent: (from ? "… " : "") + text.slice(from, from + 160).replace(/\s+\S*$/, "") + " …" });
    return cut.innerHTML;
  };

  const open = event => {
    event.preventDefault();
    if (!box) build();
    box.showModal();
    field.select();
    start();
  };
  find.setAttribute("role", "button");
  find.addEventListener("click", event => { if (!(event.metaKey || event.ctrlKey || event.shiftKey)) open(event); });
  find.addEventListener("keydown", event => { if (event.key === " ") open(event); });
  document.addEventListener("keydown", event => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !box?.open) open(event);
  });
})();
