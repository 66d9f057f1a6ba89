// Previews: a link to a term or a source shows what is there, by mouse, by keyboard, or as a sheet after a tap.
// Without it, or where the page cannot be read, the link is just a link. Needs preview.css.
(() => {
  const main = document.querySelector("main");
  if (!main || !main.showPopover) return;
  const pages = {};
  let link, wanted, timer, touched; // link: whose preview is shown; wanted: whose is being fetched

  const make = (name, facts, ...inside) => {
    const made = Object.assign(document.createElement(name), facts);
    made.append(...inside);
    return made;
  };

  const close = () => {
    clearTimeout(timer);
    wanted = 0;
    if (!link) return;
    link.removeAttribute("aria-describedby");
    if (box.contains(document.activeElement)) link.focus();
    clearTimeout(timer); // the focus that came back asks for no preview
    status.textContent = link = "";
    box.hidePopover();
  };

  const shown = make("div");
  const way = make("a", { textContent: "Open the page" });
  const ways = make("p", { className: "ways" }, way, make("button", { textContent: "Close", onclick: close }));
  const box = make("div", { id: "preview", popover: "manual", role: "dialog", tabIndex: -1 }, shown, ways);
  const status = make("p", { className: "vh", role: "status" });
  main.append(box, status);

  const later = (what, delay) => {
    clearTimeout(timer);
    timer = setTimeout(what, delay);
  };

  // The link at the place of an event, if it leads to a term or a source of another page.
  const linkAt = (target) => {
    const a = target.closest("main a[href]");
    const leads = a && a.origin === location.origin && /\/(terms\/#.|sources\/[^/]+\/$)/.test(a.pathname + a.hash);
    return leads && a.pathname !== location.pathname && !box.contains(a) && a;
  };

  // What a page marks for its preview, or for that of one entry: words and their shape, no links, no ids a second time.
  const parts = (page, id) => [...(page.getElementById(id) || page).querySelectorAll("[data-preview]")].map((part) => {
    const name = part.localName;
    const copy = make(name === "dl" ? name : "div", { className: name }, ...document.importNode(part, true).childNodes);
    copy.querySelectorAll("a, [id]").forEach((each) => each.href ? each.replaceWith(...each.childNodes) : each.removeAttribute("id"));
    return copy;
  });

  // `aloud` lets a screen reader say what came up; a sheet takes the focus instead.
  const open = async (a, aloud, sheet) => {
    wanted = a;
    try {
      const text = pages[a.pathname] ||= await (await fetch(a.href)).text();
      if (wanted !== a) return;
      close();
      shown.replaceChildren(...parts(new DOMParser().parseFromString(text, "text/html"), a.hash.slice(1)));
      if (!shown.firstChild) throw 0; // another page answered
    } catch {
      if (sheet) location = a.href;
      return;
    }
    link = a;
    box.className = sheet;
    box.ariaLabel = "Preview: " + a.textContent;
    way.href = a.href;
    box.showPopover();
    if (sheet) return box.focus();
    const { left, top, bottom } = a.getBoundingClientRect(), height = box.offsetHeight + 6;
    box.style.left = scrollX + Math.max(16, Math.min(left, innerWidth - box.offsetWidth - 16)) + "px";
    box.style.top = scrollY + (bottom + height > innerHeight && top > height ? top - height : bottom + 6) + "px";
    a.setAttribute("aria-describedby", "preview");
    if (aloud) status.textContent = shown.innerText;
  };

  const on = (name, act) => document.addEventListener(name, act);
  on("pointerover", ({ pointerType, target }) => {
    if (pointerType === "touch" || link && box.className) return;
    const a = linkAt(target);
    if (link && (a === link || box.contains(target))) clearTimeout(timer);
    else if (a) later(() => open(a, 0, ""), 400);
    else if (!link || link !== document.activeElement) later(close, 300);
  });
  on("focusin", ({ target }) => {
    const a = linkAt(target);
    if (a === link || box.contains(target)) return;
    close();
    if (a && a.matches(":focus-visible")) later(() => open(a, 1, ""), 500);
  });
  on("pointerdown", ({ pointerType, target }) => {
    touched = pointerType === "touch";
    if (linkAt(target) !== link && !box.contains(target)) close();
  });
  on("click", (event) => {
    const a = linkAt(event.target);
    if (!a || !touched || !event.detail || a === link) return; // the second tap follows the link
    event.preventDefault();
    open(a, 0, "sheet");
  });
  on("keydown", ({ key }) => key === "Escape" && close());
})();
