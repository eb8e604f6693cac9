"use strict";
// Day and night: by wish of the system until the reader says otherwise.
(() => {
  const root = document.documentElement;
  const night = matchMedia("(prefers-color-scheme: dark)");
  const tell = () => {
    root.classList.toggle("night", root.dataset.theme ? root.dataset.theme === "dark" : night.matches);
    document.dispatchEvent(new Event("theme"));
  };
  document.querySelector("[data-theme-switch]").addEventListener("click", () => {
    root.dataset.theme = root.classList.contains("night") ? "light" : "dark";
    tell();
  });
  night.addEventListener("change", tell);
  root.classList.add("js");
  tell();

  // What is chosen in a form stands in the address, so that it can be sent on and gone back from.
  // `show` is called after each choice; with all that stands in the address when that was read.
  window.kept = (form, names, show) => {
    const wanted = () => Object.fromEntries(names.map((name) => [name, form.elements[name].value]));
    const note = (more = {}) => {
      const told = new URLSearchParams(Object.entries({ ...wanted(), ...more }).filter(([, value]) => value));
      history.replaceState(null, "", `${location.pathname}${location.search}${String(told) && `#${told}`}`);
    };
    const read = (again) => {
      const told = new URLSearchParams(location.hash.slice(1));
      for (const name of names) {
        const field = form.elements[name];
        field.value = told.get(name) || "";
        if (field.selectedIndex < 0) field.value = "";
      }
      show(told, again);
    };
    form.addEventListener("input", () => { show(); note(); });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => { show(); note(); }));
    addEventListener("hashchange", () => read(true));
    return { wanted, note, read };
  };
})();
