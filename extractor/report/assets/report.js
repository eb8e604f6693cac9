"use strict";
// The charts are drawn from the rows of the tables, so what is filtered there is filtered here.
(() => {
  const root = document.documentElement;
  const SHORT = 50;
  const COLORS = ["#0072b2", "#d55e00", "#009e73", "#b0569a", "#3a9ad0", "#c48a00", "#6a655c", "#1f1d1a"];
  const DARK = ["#4ea3dc", "#f08a3c", "#2fbf95", "#d58bc2", "#7cc4ee", "#e3b23c", "#a19c92", "#e9e6df"];
  const DASHES = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot"];
  const MARKS = ["circle", "square", "diamond", "triangle-up", "cross", "star", "x", "hexagon"];
  const form = document.querySelector(".filter");
  const live = document.querySelector(".live");
  const all = (selector) => [...document.querySelectorAll(selector)];
  const rows = all("#scores tbody tr");
  const items = [...all("table.filtered tbody tr"), ...all(".conflict")];
  const open = new Set();
  const text = (selector, words) => { document.querySelector(selector).textContent = words; };

  const years = [...new Set(items.map((item) => item.dataset.year).filter(Boolean))].sort().reverse();
  for (const year of years) form.elements.year.append(new Option(year, year));
  const choice = kept(form, ["index", "subject", "level", "province", "year"], (told, again) => {
    update();
    const row = told && document.getElementById(told.get("row"));
    if (row) reveal(rows.indexOf(row));
    else if (again) document.querySelector(".charts").scrollIntoView();
  });

  function count(list, key) {
    const counts = new Map();
    for (const item of list) counts.set(key(item), (counts.get(key(item)) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }

  // Where the period ends, in years: a month is a twelfth of one.
  function time(row) {
    const [year, month] = row.dataset.period.split("/").pop().split("-").map(Number);
    return year + (month ? (month - 1) / 12 : 0);
  }

  // A whole name means that region alone: Kota Jambi, and not whoever's name begins so.
  const names = new Set(items.map((item) => item.dataset.subject.toLowerCase()));

  function wanted() {
    const subject = form.elements.subject.value.trim().toLowerCase();
    return {
      ...choice.wanted(), subject, whole: names.has(subject),
    };
  }

  const named = (name, want) => (want.whole ? name === want.subject : name.includes(want.subject));

  function fits(item, want, but) {
    return (but === "index" || !want.index || item.dataset.index === want.index)
      && (!want.subject || named(item.dataset.subject.toLowerCase(), want))
      && (!want.level || item.dataset.level === want.level)
      && (!want.province || item.dataset.province === want.province)
      && (but === "year" || !want.year || item.dataset.year === want.year);
  }

  function filterTables(want) {
    for (const item of items) item.hidden = !fits(item, want);
    for (const table of all("table.filtered")) {
      const shown = [...table.tBodies[0].rows].filter((row) => !row.hidden);
      const more = document.querySelector(`[data-more="${table.id}"]`);
      more.hidden = open.has(table.id) || shown.length <= SHORT;
      if (!more.hidden) for (const row of shown.slice(SHORT)) row.hidden = true;
      text(`[data-count="${table.id}"]`, `${shown.length.toLocaleString("id")} baris`);
    }
    live.textContent = `${rows.filter((row) => fits(row, want)).length} skor`;
  }

  function theme() {
    const color = (selector, property) => getComputedStyle(document.querySelector(selector))[property];
    return {
      colors: root.classList.contains("night") ? DARK : COLORS,
      ink: color("body", "color"), line: color(".filter", "borderBottomColor"),
    };
  }

  function layout(look, more) {
    const axis = { gridcolor: look.line, linecolor: look.line, zerolinecolor: look.line, automargin: true, fixedrange: true };
    return {
      paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
      font: { family: getComputedStyle(document.body).fontFamily, size: 13, color: look.ink },
      separators: ",.", margin: { l: 8, r: 16, t: 12, b: 8 }, hovermode: "closest",
      showlegend: false, ...more,
      xaxis: { ...axis, ...(more.xaxis || {}) }, yaxis: { ...axis, ...(more.yaxis || {}) },
    };
  }

  const escape = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const short = (words, most) => (words.length > most ? `${words.slice(0, most - 1)}…` : words);

  // A chart of nothing is no chart: what stands above it says so.
  function draw(id, traces, more, onClick) {
    const chart = document.getElementById(id);
    chart.hidden = !traces.some((trace) => trace.x.length);
    if (chart.hidden) { Plotly.purge(chart); return; }
    const config = { displayModeBar: false, responsive: true, displaylogo: false };
    Plotly.react(chart, traces, layout(theme(), more), config);
    chart.removeAllListeners("plotly_click");
    chart.on("plotly_click", (event) => onClick(event.points[0].customdata));
  }

  function bars(id, names, values, words, data, look, onClick) {
    const shown = names.map((name) => escape(short(name, 30)));
    draw(id, [{
      type: "bar", orientation: "h", y: names.map((_, at) => at), x: values, text: words.map(escape),
      textposition: "auto", insidetextanchor: "end", cliponaxis: false, customdata: data,
      marker: { color: look.colors[0] }, hovertext: names.map((name, at) => `${escape(name)}: ${escape(words[at])}`),
      hoverinfo: "text",
    }], {
      height: Math.max(220, 44 + names.length * 27), bargap: .28,
      xaxis: { rangemode: "tozero", showticklabels: false, showgrid: false },
      yaxis: { autorange: "reversed", tickmode: "array", tickvals: names.map((_, at) => at), ticktext: shown, showgrid: false },
    }, onClick);
  }

  // What is drawn is of one index: the one chosen, else the one of which most is known.
  function chartedIndex(want) {
    if (want.index) return want.index;
    const numbers = rows.filter((row) => row.dataset.number && fits(row, want));
    return (count(numbers, (row) => row.dataset.index)[0] || [""])[0];
  }

  function drawSeries(index, want, look) {
    const found = rows.filter((row) => row.dataset.index === index && row.dataset.number
      && row.dataset.year && fits(row, { ...want, index }, "year"));
    const ranked = count(found, (row) => row.dataset.subject);
    const names = ranked.slice(0, 8).map(([name]) => name);
    const traces = names.flatMap((name, at) => {
      // Of several values of one time the line goes through that of most articles.
      const sorted = found.filter((row) => row.dataset.subject === name)
        .sort((a, b) => time(a) - time(b) || b.dataset.articles - a.dataset.articles);
      const line = sorted.filter((row, place) => !place || time(sorted[place - 1]) !== time(row));
      const beside = sorted.filter((row) => !line.includes(row));
      return [[line, "lines+markers"], [beside, "markers"]].filter(([points]) => points.length).map(([points, mode]) => ({
        type: "scatter", mode, name: escape(short(name, 34)), showlegend: mode !== "markers", legendgroup: name,
        x: points.map(time), y: points.map((row) => Number(row.dataset.number)),
        customdata: points.map((row) => rows.indexOf(row)), hoverinfo: "text",
        hovertext: points.map((row) => `${escape(name)}<br>${row.dataset.period}: <b>${escape(row.dataset.shown)}</b> (${row.dataset.articles} artikel)`),
        line: { color: look.colors[at], dash: DASHES[at % DASHES.length], width: 2 },
        marker: { color: look.colors[at], symbol: mode === "markers" ? `${MARKS[at]}-open` : MARKS[at], size: 9 },
      }));
    });
    text('[data-title="series"]', index ? `${index} dari tahun ke tahun` : "Nilai dari tahun ke tahun");
    const rest = ranked.length - names.length;
    text('[data-note="series"]', !traces.length ? "Tidak ada nilai berangka untuk pilihan ini."
      : `Klik sebuah titik untuk melihat sumbernya.${traces.length > names.length ? " Titik berongga: nilai lain untuk waktu yang sama." : ""}${rest > 0 ? ` ${names.length} dari ${ranked.length} wilayah, yang paling banyak nilainya; saring untuk yang lain.` : ""}`);
    const seen = [...new Set(found.map((row) => Number(row.dataset.year)))].sort();
    draw("chart-series", traces, {
      showlegend: true, legend: { orientation: "h", y: -.12, font: { size: 12 } }, height: 430,
      xaxis: { tickmode: "array", tickvals: seen, tickformat: "d", showgrid: false, range: seen.length ? [seen[0] - .4, Math.max(...found.map(time)) + .4] : undefined },
    }, reveal);
  }

  function drawTop(index, want, look) {
    const found = rows.filter((row) => row.dataset.index === index && !row.dataset.aspect && fits(row, { ...want, index }, "year"));
    const numbers = found.filter((row) => row.dataset.number);
    const used = numbers.length ? numbers : found;
    const year = want.year || (count(used.filter((row) => row.dataset.year), (row) => row.dataset.year)[0] || [""])[0];
    const now = used.filter((row) => row.dataset.year === year);
    const title = [index, year].filter(Boolean).join(" ");
    if (numbers.length) {
      const best = new Map();
      for (const row of now) {
        const before = best.get(row.dataset.subject);
        if (!before || Number(row.dataset.articles) > Number(before.dataset.articles)) best.set(row.dataset.subject, row);
      }
      const top = [...best.values()].sort((a, b) => b.dataset.number - a.dataset.number).slice(0, 15);
      text('[data-title="top"]', `Teratas di ${title}`);
      text('[data-note="top"]', `${top.length} dari ${best.size} yang nilainya diberitakan`);
      bars("chart-top", top.map((row) => row.dataset.subject), top.map((row) => Number(row.dataset.number)),
        top.map((row) => row.dataset.shown), top.map((row) => rows.indexOf(row)), look, reveal);
    } else {
      const grades = count(now, (row) => row.dataset.shown).slice(0, 15);
      text('[data-title="top"]', title ? `Predikat ${title}` : "Wilayah teratas");
      text('[data-note="top"]', grades.length ? "Berapa wilayah mendapat predikat apa" : "Tidak ada nilai untuk pilihan ini.");
      bars("chart-top", grades.map(([name]) => name), grades.map(([, number]) => number),
        grades.map(([, number]) => String(number)),
        grades.map(([name]) => rows.indexOf(now.find((row) => row.dataset.shown === name))), look, reveal);
    }
  }

  function drawIndices(want, look) {
    const found = rows.filter((row) => fits(row, want, "index"));
    const counts = count(found, (row) => row.dataset.index).slice(0, 15);
    bars("chart-indices", counts.map(([name]) => name), counts.map(([, number]) => number),
      counts.map(([, number]) => `${number} nilai`), counts.map(([name]) => name), look, (name) => {
        form.elements.index.value = name;
        update();
        choice.note();
      });
    text('[data-note="indices"]', counts.length ? "Klik sebuah batang untuk menyaring." : "Tidak ada nilai untuk pilihan ini.");
  }

  function reveal(at) {
    const row = rows[at];
    for (const other of all("tr.found")) other.classList.remove("found");
    row.hidden = false;
    row.classList.add("found");
    for (const more of row.querySelectorAll("details")) more.open = true;
    row.scrollIntoView({ block: "center", behavior: "auto" });
    choice.note({ row: row.id });
    live.textContent = row.textContent.replace(/\s+/g, " ").trim();
  }

  // --- sorting, and what is shown as a file ---
  const byName = new Intl.Collator("id", { numeric: true });
  function key(row, column) {
    const number = row.dataset.number ?? row.dataset.place;
    return column === "number" && number ? Number(number) : row.dataset[column] || "";
  }
  function compare(one, other) {
    if (one === "" || other === "") return (one === "") - (other === "");
    return typeof one === "number" && typeof other === "number" ? one - other : byName.compare(one, other);
  }
  function sort(table, head) {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const column = head.dataset.sort;
    const sorted = [...table.tBodies[0].rows].sort((one, other) => {
      const [first, second] = [key(one, column), key(other, column)];
      const empty = first === "" || second === "";
      return compare(first, second) * (down && !empty ? -1 : 1);
    });
    table.tBodies[0].append(...sorted);
    filterTables(wanted());
  }
  // A text that a spreadsheet would take for a formula is none.
  const cell = (words) => `"${(/^[=+\-@\t\r]/.test(words) && !/^-?[\d.,]+$/.test(words) ? `'${words}` : words).replace(/"/g, '""')}"`;
  function save(table) {
    const names = ["subject", "level", "province", "index", "aspect", "period", "shown", "number", "details", "articles"];
    const want = wanted();
    const lines = [[...names, "sentence", "who", "url"]];
    for (const row of table.tBodies[0].rows) {
      if (!fits(row, want)) continue;
      const first = row.querySelector(".sources li");
      const link = first.querySelector("a");
      lines.push([...names.map((name) => row.dataset[name] || ""), first.querySelector("q").textContent,
        first.querySelector(".from").textContent, link ? link.href : ""]);
    }
    const content = lines.map((line) => line.map(cell).join(",")).join("\r\n");
    const address = URL.createObjectURL(new Blob(["\ufeff", content, "\r\n"], { type: "text/csv" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${table.id}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  function update() {
    const want = wanted();
    const look = theme();
    filterTables(want);
    const index = chartedIndex(want);
    drawSeries(index, want, look);
    drawTop(index, want, look);
    drawIndices(want, look);
  }

  for (const button of all("[data-more]")) {
    button.addEventListener("click", () => { open.add(button.dataset.more); update(); });
  }
  for (const table of all("table.filtered")) {
    for (const head of table.tHead.rows[0].cells) {
      if (head.dataset.sort) head.querySelector("button").addEventListener("click", () => sort(table, head));
    }
    document.querySelector(`[data-save="${table.id}"]`).addEventListener("click", () => save(table));
  }
  document.addEventListener("theme", update);
  addEventListener("beforeprint", () => { for (const item of items) item.hidden = !fits(item, wanted()); });
  choice.read();
})();
