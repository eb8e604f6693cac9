"use strict";
// What is chosen stands in the address, so that it can be sent on and gone back from.
(() => {
  const SHORT = 200;
  const form = document.querySelector(".filter");
  if (!form) return;
  const changes = [...document.querySelectorAll(".change")];
  const texts = changes.map((change) => change.textContent.toLowerCase());
  const count = document.querySelector("[data-count]");
  const more = document.querySelector("[data-more]");
  const names = ["kind", "outcome", "index", "words"];
  let all = false;

  function wanted() {
    return Object.fromEntries(names.map((name) => [name, form.elements[name].value]));
  }

  function show() {
    const want = wanted();
    const words = want.words.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    changes.forEach((change, at) => {
      const fits = names.slice(0, 3).every((name) => !want[name] || change.dataset[name] === want[name])
        && words.every((word) => texts[at].includes(word));
      found += fits;
      change.hidden = !fits || (!all && found > SHORT);
    });
    more.hidden = all || found <= SHORT;
    count.textContent = `${found.toLocaleString("id")} perubahan`;
  }

  function note() {
    const told = new URLSearchParams(Object.entries(wanted()).filter(([, value]) => value));
    history.replaceState(null, "", `${location.pathname}${location.search}${String(told) && `#${told}`}`);
  }

  function read() {
    const told = new URLSearchParams(location.hash.slice(1));
    for (const name of names) form.elements[name].value = told.get(name) || "";
    for (const name of names.slice(0, 3)) if (form.elements[name].selectedIndex < 0) form.elements[name].value = "";
    show();
  }

  form.addEventListener("input", () => { show(); note(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { show(); note(); }));
  more.addEventListener("click", () => { all = true; show(); });
  addEventListener("hashchange", () => { read(); count.scrollIntoView({ block: "center" }); });
  addEventListener("beforeprint", () => { all = true; show(); });
  read();
})();
