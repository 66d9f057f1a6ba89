// Slides: one at a time, full screen, turned by keys. Without this the page is the same slides, one below the other.
(() => {
  const find = (what) => document.querySelector(what), root = document.documentElement;
  const deck = find(".deck"), button = find("#present"), told = find("#slide-now");
  const slides = [...document.querySelectorAll(".slide")];
  if (!deck || !slides.length) return;
  for (const each of document.querySelectorAll(".deck [data-script]")) each.hidden = false;
  let now = 0;
  const presenting = () => root.classList.contains("presenting");

  const nearest = () => {
    const tops = slides.map((each) => Math.abs(each.getBoundingClientRect().top));
    return tops.indexOf(Math.min(...tops));
  };

  // Letters are as large as the screen holds, found in steps: a slide of few words fills it, a long one still fits.
  const fit = (slide) => {
    const body = slide.querySelector(".slide__body");
    const foot = slide.querySelector(".slide__foot"), room = () => slide.clientHeight * 0.9 - (foot?.offsetHeight || 0);
    const over = () => body.offsetHeight > room() || body.scrollWidth > body.clientWidth + 1;
    let scale = 1.65;
    do {
      scale -= 0.05;
      slide.style.setProperty("--fit", scale.toFixed(2));
    } while (over() && scale > 0.4);
  };

  const turn = (to) => {
    now = Math.max(0, Math.min(slides.length - 1, to));
    slides.forEach((each, index) => each.classList.toggle("now", index === now));
    if (presenting()) fit(slides[now]);
    else slides[now].scrollIntoView();
    slides[now].focus({preventScroll: true});
    told.textContent = `Slide ${now + 1} of ${slides.length}`;
  };

  const end = () => {
    if (!presenting()) return;
    root.classList.remove("presenting");
    for (const each of slides) each.style.removeProperty("--fit");
    stay();
    slides[now].focus({preventScroll: true});
  };

  // The window comes back from full screen in steps, and each moves the page.
  const stay = () => {
    slides[now].scrollIntoView({behavior: "instant"});
    for (const wait of [100, 400]) setTimeout(() => presenting() || slides[now].scrollIntoView({behavior: "instant"}), wait);
  };

  button.onclick = () => {
    const from = nearest();
    root.classList.add("presenting");
    turn(from);
    deck.requestFullscreen?.().then(() => fit(slides[now]), () => {}); // where a device has none, the window will do
  };
  document.addEventListener("fullscreenchange", () => document.fullscreenElement || end());
  addEventListener("resize", () => presenting() && fit(slides[now]));
  deck.addEventListener("click", (event) => {
    if (!presenting() || event.target.closest("a, button, label")) return;
    turn(now + (event.clientX < innerWidth / 3 ? -1 : 1));
  });
  let from = 0;
  deck.addEventListener("touchstart", (event) => { from = event.changedTouches[0].clientX; }, {passive: true});
  deck.addEventListener("touchend", (event) => {
    const moved = event.changedTouches[0].clientX - from;
    if (presenting() && Math.abs(moved) > 50) turn(now + (moved > 0 ? -1 : 1));
  }, {passive: true});

  const steps = {ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1};
  const more = {ArrowDown: 1, " ": 1, Enter: 1, ArrowUp: -1, Backspace: -1};
  addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!presenting() && event.target.closest?.("input, button, a, dialog")) return;
    const step = steps[event.key] ?? (presenting() ? more[event.key] : undefined);
    const far = presenting() ? {Home: 0, End: slides.length - 1}[event.key] : undefined;
    if (event.key === "Escape" && presenting()) {
      if (document.fullscreenElement) document.exitFullscreen();
      end();
    } else if (step !== undefined || far !== undefined) {
      event.preventDefault();
      turn(far ?? (presenting() ? now : nearest()) + step);
    }
  });
})();
