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
})();
