"use strict";
// Choosing a fact marks its words; choosing words shows their facts. All else works without script.
(() => {
  const live = document.querySelector(".live");
  const views = [...document.querySelectorAll(".view")];
  const all = (selector, within) => [...within.querySelectorAll(selector)];
  const idsOf = (run) => run.dataset.facts.split(" ");
  const narrow = matchMedia("(max-width: 56rem)");

  function clear(view) {
    view.classList.remove("chosen");
    for (const node of all(".on, .linked", view)) node.classList.remove("on", "linked");
    for (const node of all(".fact[aria-pressed=true]", view)) node.setAttribute("aria-pressed", "false");
    live.textContent = "";
    if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  }

  function show(node) {
    node.scrollIntoView({ block: narrow.matches ? "start" : "center", behavior: "auto" });
  }

  function sheet(view, open) {
    view.querySelector(".facts").classList.toggle("open", open);
    view.querySelector(".handle").setAttribute("aria-expanded", String(open));
  }

  function chooseFact(view, fact) {
    const again = fact.classList.contains("on");
    clear(view);
    if (again) return;
    view.classList.add("chosen");
    fact.classList.add("on");
    fact.setAttribute("aria-pressed", "true");
    const runs = all(".run", view).filter((run) => idsOf(run).includes(fact.dataset.fact));
    for (const run of runs) run.classList.add("on");
    if (narrow.matches) sheet(view, false);
    if (runs.length) show(runs[0]);
    history.replaceState(null, "", `#${fact.id}`);
    const words = runs.map((run) => run.textContent).join(" … ");
    live.textContent = words ? `Dibaca dari: ${words}` : "Tidak ada kata di dalam artikel.";
  }

  function chooseFacts(view, ids, run) {
    clear(view);
    view.classList.add("chosen");
    const facts = all(".fact", view).filter((fact) => ids.includes(fact.dataset.fact));
    for (const fact of facts) fact.classList.add("linked");
    if (run) run.classList.add("on");
    if (narrow.matches) sheet(view, true);
    if (narrow.matches && run) show(run);
    if (facts.length) facts[0].scrollIntoView({ block: "center", behavior: "auto" });
    live.textContent = facts.map((fact) => fact.querySelector(".row").textContent.trim()).join("; ");
  }

  function turn(view, kind, key) {
    const off = view.classList.toggle(`off-${kind}`);
    key.setAttribute("aria-pressed", String(!off));
  }

  // One stop of the Tab key for all mentions of an article; the arrow keys go from one to the next.
  function rove(view) {
    const marks = all(".mark", view);
    marks.forEach((mark, at) => {
      mark.setAttribute("role", "button");
      mark.tabIndex = at ? -1 : 0;
      mark.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        const next = step && marks[at + step];
        if (!next) return;
        event.preventDefault();
        mark.tabIndex = -1;
        next.tabIndex = 0;
        next.focus();
      });
    });
  }

  function step(view, by) {
    const facts = all(".fact", view).filter((fact) => fact.offsetParent || narrow.matches);
    const at = facts.findIndex((fact) => fact.classList.contains("on"));
    const next = facts[at < 0 ? (by > 0 ? 0 : facts.length - 1) : at + by];
    if (!next) return;
    chooseFact(view, next);
    if (!narrow.matches) next.scrollIntoView({ block: "nearest", behavior: "auto" });
  }

  for (const view of views) {
    rove(view);
    const count = all(".fact", view).length;
    view.querySelector("[data-handle]").textContent = `${count} fakta`;
    view.querySelector(".handle").addEventListener("click", () =>
      sheet(view, !view.querySelector(".facts").classList.contains("open")));
    for (const fact of all(".fact", view)) {
      fact.setAttribute("role", "button");
      fact.setAttribute("aria-pressed", "false");
    }
    view.addEventListener("click", (event) => {
      const fact = event.target.closest(".fact");
      const flag = event.target.closest(".flag");
      const mark = event.target.closest(".mark");
      const key = event.target.closest(".key");
      if (fact || flag) event.preventDefault();
      if (fact) chooseFact(view, fact);
      else if (flag) chooseFacts(view, [flag.dataset.note], null);
      else if (mark) chooseFacts(view, idsOf(mark), mark);
      else if (key) turn(view, key.dataset.kind, key);
    });
    view.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      if (!event.target.matches(".mark, .fact")) return;
      event.preventDefault();
      event.target.click();
    });
  }

  const select = document.querySelector(".pick select");
  let now = 0;
  function go(to) {
    now = (to + views.length) % views.length;
    views.forEach((view, at) => { view.hidden = at !== now; });
    if (!select) return;
    select.selectedIndex = now;
    document.querySelector("[data-now]").textContent = String(now + 1);
  }
  if (select) {
    select.addEventListener("change", () => { go(select.selectedIndex); scrollTo(0, 0); });
    for (const button of all("[data-step]", document)) {
      button.addEventListener("click", () => { go(now + Number(button.dataset.step)); scrollTo(0, 0); });
    }
  }
  function named() {
    const node = location.hash && document.getElementById(location.hash.slice(1));
    const holder = node && node.closest(".view");
    if (holder) go(views.indexOf(holder));
    if (holder && node.matches(".fact:not(.on)")) chooseFact(holder, node);
  }
  if (views.length) {
    go(0);
    named();
    addEventListener("hashchange", named);
  }

  // --- the box to paste into: a sample, sending by keys, and what was read as a file ---
  const form = document.querySelector(".paste form");
  if (form) {
    const sample = form.querySelector("[data-sample]");
    sample.hidden = false;
    sample.addEventListener("click", () => {
      form.elements.text.value = form.elements.text.placeholder;
      form.elements.text.focus();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); form.requestSubmit(); }
    });
  }
  const save = document.querySelector("[data-save]");
  if (save) {
    save.hidden = false;
    save.addEventListener("click", () => {
      const content = new Blob([document.getElementById("records").textContent], { type: "application/json" });
      const link = document.createElement("a");
      link.href = URL.createObjectURL(content);
      link.download = "fakta.json";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
  }

  document.addEventListener("keydown", (event) => {
    if (!views.length || event.target.matches("input, textarea, select")) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") { clear(views[now]); sheet(views[now], false); }
    else if (event.key === "n") step(views[now], 1);
    else if (event.key === "p") step(views[now], -1);
  });
})();
