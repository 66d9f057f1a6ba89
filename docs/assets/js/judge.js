// Judge first: keeps the guess, and the wish to judge first, in this browser alone. The page is whole without it.
(() => {
  const find = (what) => document.querySelector(what);
  const fold = find(".fold"), guess = find(".guess"), always = find(".fold input"), yours = find(".compare dl div");
  if (!fold || !guess) return;
  const key = "guess:" + location.pathname, wish = "judge", title = document.title;
  let kept = {}, keys;
  try {
    kept = localStorage;
  } catch {} // where a browser forbids it, nothing outlives the page

  const folded = (on) => {
    fold.classList.toggle("on", on);
    document.title = on ? title.replace(/^[^:]*/, "Judge first") : title; // it begins with the finding
    find(".judge").open ||= on;
  };

  const show = () => {
    const choice = find(`.guess [value="${kept[key]}"]`), left = find(".guess :checked");
    if (left && !choice) left.checked = false; // a browser may bring back what was chosen before a reload
    yours.hidden = find(".judge button").parentNode.hidden = !choice;
    find(".compare").open = !!choice;
    if (!choice) return;
    find(".judge").open = choice.checked = true;
    yours.lastChild.replaceChildren(choice.nextSibling.cloneNode(true), choice.parentNode.textContent);
  };

  const keep = () => {
    const choice = find(".guess :checked");
    if (!choice || choice.value === kept[key]) return;
    kept[key] = choice.value;
    show();
    find(".judge [role]").textContent = find(".compare dl").innerText;
  };

  // An arrow key chooses as it passes: by keyboard the guess counts when it is left.
  guess.onpointerdown = () => { keys = 0; };
  guess.onkeydown = () => { keys = 1; };
  guess.onchange = () => keys || keep();
  guess.addEventListener("focusout", (event) => guess.contains(event.relatedTarget) || keep());
  find(".judge button").onclick = () => {
    delete kept[key];
    show();
    find(".guess input").focus();
  };

  always.checked = kept[wish];
  always.onchange = () => { kept[wish] = always.checked || ""; };
  find(".fold [hidden]").hidden = false;

  const follow = () => {
    if (location.hash === "#judge") folded(true);
    if (location.hash === "#finding") {
      folded(false);
      find("#finding").scrollIntoView();
    }
  };
  onhashchange = follow;
  show();
  folded(!!kept[wish] && !kept[key]);
  follow();
})();
