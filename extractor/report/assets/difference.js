"use strict";
// Of all changes those that are chosen.
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

  function show(told, again) {
    const want = choice.wanted();
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
    if (again) count.scrollIntoView({ block: "center" });
  }

  const choice = kept(form, names, show);
  more.addEventListener("click", () => { all = true; show(); });
  addEventListener("beforeprint", () => { all = true; show(); });
  choice.read();
})();
