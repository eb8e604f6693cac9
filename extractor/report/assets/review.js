"use strict";
// Going through the facts of an article: accept, correct, delete, add; by mouse, touch or keys.
(() => {
  const held = JSON.parse(document.getElementById("held").textContent);
  const at = (id) => document.getElementById(id);
  const made = (tag, name, text) => {
    const node = document.createElement(tag);
    if (name) node.className = name;
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const labels = Object.fromEntries(held.kinds.map((one) => [one.kind, one.label]));
  const codes = new Map(Object.entries(held.regions).map(([code, name]) => [name.toLowerCase(), code]));
  const OPEN = ["new", "draft"];
  const TOLD = { new: "usulan", draft: "belum diperiksa", kept: held.of_dataset ? "sudah diperiksa" : "di berkas", accepted: "diterima", refused: "bukan fakta", deleted: "dihapus" };
  const desk = document.querySelector(".desk");

  let number = -1;      // which article
  let article = null;   // as the server gave it
  let items = [];       // its facts
  let now = -1;         // which of them
  let past = [];        // what they were, to undo
  let dirty = false;
  let first = 0, last = 0, marking = false; // which words are being marked
  let listed = held.articles.map((_, place) => place); // the articles that are gone through
  let looked = "", sought = null, hits = [], hit = -1;  // what was looked for, and where it stands here

  const clone = (value) => JSON.parse(JSON.stringify(value));
  const say = (text) => { at("live").textContent = text; };
  function warn(text) { at("message").textContent = text; at("message").hidden = !text; }
  function soil(yes) { dirty = yes; at("save").disabled = !yes; }

  // --- the text: one paragraph a line, and ranges of characters in it ---
  function drawText() {
    at("title").textContent = article.title;
    at("about").textContent = article.about.join(" · ");
    const body = at("body");
    body.replaceChildren();
    let start = 0;
    for (const line of article.text.split("\n")) {
      const p = made("p", "", line);
      p.dataset.start = String(start);
      body.append(p);
      start += line.length + 1;
    }
    drawCopies(article.copies || []);
    hits = sought ? [...article.text.matchAll(sought)].map((match) => [match.index, match.index + match[0].length]) : [];
    hit = -1;
    paint("found", hits);
  }
  function drawCopies(copies) {
    const note = at("copies");
    note.hidden = !copies.length;
    note.replaceChildren("Naskah yang sama: ");
    for (const copy of copies) {
      held.articles[copy.number] ??= copy;
      const button = made("button", "", copy.name);
      button.type = "button";
      button.addEventListener("click", () => { if (!listed.includes(copy.number)) { listed.push(copy.number); drawPick(); } open(copy.number); });
      note.append(button, " ");
    }
    if (!copies.length) return;
    const label = made("label"), box = made("input");
    box.type = "checkbox";
    box.id = "also";
    box.addEventListener("change", () => { soil(true); choose(now); });
    label.append(box, " simpan juga di sana, yang terbaca sama");
    note.append(label);
  }
  function ranges(start, end) {
    const found = [];
    for (const p of at("body").children) {
      const base = Number(p.dataset.start), size = p.textContent.length;
      const from = Math.max(start - base, 0), to = Math.min(end - base, size);
      if (!size || from >= to) continue;
      const range = new Range();
      range.setStart(p.firstChild, from);
      range.setEnd(p.firstChild, to);
      found.push(range);
    }
    return found;
  }
  function paint(name, spans) {
    const found = spans.flatMap(([start, end]) => ranges(start, end));
    if (window.CSS && CSS.highlights) CSS.highlights.set(name, new Highlight(...found));
    return found;
  }
  function reveal(range) {
    if (!range) return;
    const box = range.getBoundingClientRect(), pane = document.querySelector(".text"), view = pane.getBoundingClientRect();
    if (box.top < view.top + 40 || box.bottom > view.bottom - 40)
      pane.scrollTop += box.top - view.top - view.height / 3;
  }
  function chosen() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0), body = at("body");
    if (!body.contains(range.startContainer) || !body.contains(range.endContainer)) return null;
    const place = (node, offset) => {
      const p = node.nodeType === 3 ? node.parentElement : node.closest("p");
      if (!p) return null;
      return Number(p.dataset.start) + (node.nodeType === 3 ? offset : 0);
    };
    const start = place(range.startContainer, range.startOffset);
    let end = place(range.endContainer, range.endOffset);
    if (start === null || end === null || start >= end) return null;
    return trimmed(start, end);
  }
  function trimmed(start, end) {
    const text = article.text;
    while (start < end && /\s/.test(text[start])) start++;
    while (end > start && /\s/.test(text[end - 1])) end--;
    return start < end ? [start, end] : null;
  }

  // --- the list ---
  const areas = { national: "nasional", world: "dunia" };
  const shownRegion = (code) => held.regions[code] || areas[code] || code;
  const comma = (value) => (value == null ? value : String(value).replace(".", ","));
  function told(item) {
    const data = item.data;
    const join = (...parts) => parts.filter((part) => part !== undefined && part !== null && part !== "").join(" · ");
    switch (item.kind) {
      case "regions": return [shownRegion(data), data, ""];
      case "indices": return [data, "", ""];
      case "scores": return [shownRegion(data.subject), comma(data.value) ?? data.predicate, join(data.index, data.aspect, data.period, data.value == null ? "" : data.predicate, data.comparison, data.basis)];
      case "ranks": return [shownRegion(data.subject), `ke-${data.position}${data.position_end ? `–${data.position_end}` : ""}${data.out_of ? ` dari ${data.out_of}` : ""}`, join(data.index, data.aspect, data.scope && shownRegion(data.scope), data.category, data.period)];
      case "officials": return [data.name, "", join(data.office, data.acting ? "penjabat sementara" : "")];
      case "quotes": return [data.starts === data.ends ? `“${data.starts}”` : `“${data.starts} … ${data.ends}”`, "", join(data.speaker || "penutur tidak disebut", data.kind === "indirect" ? "tidak langsung" : "")];
      default: return [data.text, data.date, ""];
    }
  }
  function drawItem(item, place) {
    const open = OPEN.includes(item.state), gone = ["deleted", "refused"].includes(item.state);
    const li = made("li", `item k-${item.kind} ${open ? "open" : gone ? "gone" : "done"}`);
    li.id = `item-${place}`;
    li.tabIndex = -1;
    const [head, value, details] = told(item);
    const row = made("div", "row");
    row.append(made("span", "head", head), made("span", "value", value ?? ""));
    const more = made("div", "details"), what = made("span");
    what.append(made("span", "kindname", labels[item.kind]), ` ${details ? `· ${details}` : ""}`);
    const sure = item.confidence == null ? "" : `${Math.floor(item.confidence * 100)} % `;
    more.append(what, made("span", "state", `${open ? sure : ""}${TOLD[item.state]}`));
    li.append(row, more);
    if (item.note) li.append(made("p", "note", item.note));
    if (item.fault) li.append(made("p", "fault", item.fault));
    const acts = made("div", "acts");
    for (const [name, key, act] of [["Terima", "a", accept], ["Ubah", "e", correct], ["Hapus", "d", remove]]) {
      const button = made("button", "", `${name} `);
      button.type = "button";
      button.title = `${name} ( ${key} )`;
      button.append(made("kbd", "", key));
      button.addEventListener("click", (event) => { event.stopPropagation(); choose(place, false); act(); });
      acts.append(button);
    }
    li.append(acts);
    li.addEventListener("click", () => choose(place, false));
    return li;
  }
  function draw() {
    const list = at("items");
    list.replaceChildren(...items.map(drawItem));
    if (!items.length) list.append(made("li", "none", "Tidak ada fakta. Tandai kata di dalam berita untuk menambahnya."));
    const open = items.filter((item) => OPEN.includes(item.state)).length;
    at("sum").textContent = open ? `${open} dari ${items.length} perlu diperiksa` : `${items.length} fakta, semua sudah diperiksa`;
    paint("read", items.filter((item) => !["deleted", "refused"].includes(item.state)).flatMap((item) => item.spans));
    choose(Math.min(now, items.length - 1), false);
  }
  function choose(place, focus = true) {
    now = place;
    for (const node of at("items").querySelectorAll(".on")) { node.classList.remove("on"); node.removeAttribute("aria-current"); }
    const item = items[now], node = item && at(`item-${now}`);
    const found = paint("now", item ? item.spans : []);
    if (!node) return;
    node.classList.add("on");
    node.setAttribute("aria-current", "true");
    node.scrollIntoView({ block: "nearest", behavior: "auto" });
    if (focus) node.focus({ preventScroll: true });
    reveal(found[0]);
    say(`${node.querySelector(".row").textContent} ${node.querySelector(".details").textContent}`);
  }
  function step(by) { if (items.length) choose(Math.max(0, Math.min(items.length - 1, now + by))); }
  function onward() {
    const after = items.findIndex((item, place) => place > now && OPEN.includes(item.state));
    const next = after >= 0 ? after : items.findIndex((item) => OPEN.includes(item.state));
    choose(next >= 0 ? next : now);
  }

  // --- what one can do ---
  function change(work) {
    past.push(clone({ items, complete: at("complete").checked, now }));
    work();
    soil(true);
    draw();
  }
  function accept() {
    if (!items[now]) return;
    change(() => { items[now].state = "accepted"; items[now].fault = ""; });
    onward();
  }
  function remove() {
    if (!items[now]) return;
    change(() => { items[now].state = "deleted"; items[now].fault = ""; });
    onward();
  }
  function undo() {
    const before = past.pop();
    if (!before) return say("Tidak ada yang diurungkan.");
    ({ items, now } = before);
    at("complete").checked = before.complete;
    soil(true);
    draw();
    choose(now);
  }

  // --- the form ---
  let editing = null; // {kind, place} or {kind, spans}
  function field(spec, value) {
    const label = made("label", "", spec.label);
    let input;
    if (spec.choices.length) {
      input = made("select");
      for (const choice of spec.choices) input.append(new Option(choice || "–", choice));
      input.value = value ?? spec.choices[0];
    } else {
      input = made("input");
      if (spec.of === "truth") { input.type = "checkbox"; input.checked = Boolean(value); } else input.value = value ?? "";
      if (spec.of === "regions" || spec.of === "indices") input.setAttribute("list", `list-${spec.of}`);
      if (spec.of === "regions") input.value = held.regions[value] || value || "";
      if (spec.name === "value") input.value = comma(value) ?? "";
      input.autocomplete = "off";
    }
    input.name = spec.name;
    input.required = false;
    label.append(input);
    return label;
  }
  function drawForm(data) {
    const asked = typeof data === "string" ? { code: data, name: data } : data;
    at("fields").replaceChildren(...held.forms[editing.kind].map((spec) => field(spec, asked[spec.name])));
    at("fault").textContent = "";
    const button = at("kinds").querySelector(`[data-kind=${editing.kind}]`);
    for (const other of at("kinds").children) other.setAttribute("aria-pressed", String(other === button));
  }
  function typed() {
    const data = {};
    for (const spec of held.forms[editing.kind]) {
      const input = at("form").elements.namedItem(spec.name);
      if (spec.of === "truth") { data[spec.name] = input.checked; continue; }
      let value = input.value.trim();
      if (spec.of === "regions") value = codes.get(value.toLowerCase()) || value;
      if (["value"].includes(spec.name) && /^-?\d+,\d+$/.test(value)) value = value.replace(",", ".");
      if (value) data[spec.name] = value;
    }
    if (editing.kind === "regions") return data.code || "";
    if (editing.kind === "indices") return data.name || "";
    if (editing.kind === "scores") { data.value ??= null; if (data.comparison === "eq") delete data.comparison; }
    if (editing.kind === "quotes") { data.speaker ??= null; if (data.kind === "direct") delete data.kind; }
    return data;
  }
  function missing() {
    const form = at("form").elements;
    for (const input of at("fields").querySelectorAll("input")) input.removeAttribute("aria-invalid");
    const spec = held.forms[editing.kind].find((one) => one.needed && !form.namedItem(one.name).value.trim());
    if (!spec) return false;
    const input = form.namedItem(spec.name);
    input.setAttribute("aria-invalid", "true");
    at("fault").textContent = `${spec.label}: harus diisi.`;
    input.focus();
    return true;
  }
  function correct() {
    const item = items[now];
    if (!item) return;
    editing = { kind: item.kind, place: now };
    at("dialog-title").textContent = `Ubah: ${labels[item.kind]}`;
    at("words").textContent = item.spans.map(([start, end]) => article.text.slice(start, end)).join(" … ");
    at("kinds").replaceChildren();
    drawForm(item.data);
    at("dialog").showModal();
    at("fields").querySelector("input, select").focus();
  }
  function guess(kind, words) {
    const near = items[now] && items[now].data && items[now].data.subject ? items[now].data : {};
    const any = (of) => (items.find((item) => item.kind === of && item.state !== "deleted") || {}).data;
    const about = { subject: near.subject || any("regions"), index: near.index || any("indices"), period: near.period };
    const figure = words.match(/-?\d+(?:[.,]\d+)?/);
    const parts = words.split(/\s+/);
    switch (kind) {
      case "regions": {
        const name = words.toLowerCase();
        const code = codes.get(name) || codes.get(`kota ${name}`) || codes.get(`kabupaten ${name}`) || codes.get(`provinsi ${name}`);
        return code || words;
      }
      case "indices": return words;
      case "scores": return { ...about, ...(figure ? { value: figure[0].replace(",", ".") } : { predicate: words }) };
      case "ranks": return { ...about, position: figure ? figure[0] : "" };
      case "officials": return { name: words };
      case "quotes": return { starts: parts.slice(0, 4).join(" "), ends: parts.slice(-4).join(" ") };
      default: {
        const day = words.match(/(\d{1,2})\/(\d{1,2})\/(\d{4})/);
        return { text: words, date: day ? `${day[3]}-${day[2].padStart(2, "0")}-${day[1].padStart(2, "0")}` : "" };
      }
    }
  }
  function addFrom(span) {
    const words = article.text.slice(...span);
    editing = { kind: "scores", spans: [span] };
    at("dialog-title").textContent = "Tambah fakta";
    at("words").textContent = words;
    at("kinds").replaceChildren(...held.kinds.map((one, place) => {
      const button = made("button", `k-${one.kind}`);
      button.append(made("kbd", "", String(place + 1)), ` ${one.label}`);
      button.type = "button";
      button.dataset.kind = one.kind;
      button.addEventListener("click", () => { pickKind(one.kind, words); });
      return button;
    }));
    drawForm(guess("scores", words));
    at("fields").replaceChildren();
    editing.kind = "";
    at("dialog").showModal();
    at("kinds").firstChild.focus();
  }
  function pickKind(kind, words) {
    editing.kind = kind;
    drawForm(guess(kind, words));
    at("fields").querySelector("input, select").focus();
  }
  function apply(event) {
    event.preventDefault();
    if (!editing.kind) { at("fault").textContent = "Pilih dulu jenisnya."; return; }
    if (missing()) return;
    const data = typed(), { kind, place, spans } = editing;
    at("dialog").close();
    change(() => {
      if (place !== undefined) Object.assign(items[place], { data, state: "accepted", fault: "", note: "" });
      else {
        items.splice(now + 1, 0, { kind, data, state: "accepted", order: 100000 + spans[0][0], confidence: null, spans, note: "" });
        now += 1;
      }
    });
    if (place !== undefined) onward(); else choose(now);
  }

  // --- marking words by keys alone ---
  let words = [];
  function startMarking() {
    const span = chosen();
    warn("");
    if (span) { getSelection().removeAllRanges(); addFrom(span); return; }
    if (matchMedia("(pointer: coarse)").matches) { warn("Tandai dulu kata-katanya di dalam berita, lalu tekan lagi."); return; }
    words = [...article.text.matchAll(/\S+/g)].map((match) => {
      const head = match[0].match(/^[“”"'‘(\[]*/)[0].length, tail = match[0].match(/[“”"'’)\],.;:!?]*$/)[0].length;
      return head + tail < match[0].length ? [match.index + head, match.index + match[0].length - tail] : null;
    }).filter(Boolean);
    if (!words.length) return;
    const here = items[now] && items[now].spans[0] ? items[now].spans[0][0] : 0;
    first = last = Math.max(0, words.findIndex(([, end]) => end > here));
    marking = true;
    at("marking").hidden = false;
    at("body").focus({ preventScroll: true });
    showMarking();
  }
  function showMarking() {
    const span = [words[Math.min(first, last)][0], words[Math.max(first, last)][1]];
    reveal(paint("marking", [span])[0]);
    say(article.text.slice(...span));
    return span;
  }
  function stopMarking() { marking = false; at("marking").hidden = true; paint("marking", []); }
  function moveMark(by, grow) {
    last = Math.max(0, Math.min(words.length - 1, last + by));
    if (!grow) first = last;
    showMarking();
  }
  function moveParagraph(by, grow) {
    const line = (place) => article.text.slice(0, words[place][0]).split("\n").length;
    const here = line(last);
    let place = last;
    while (words[place + by] && line(place) === here) place += by;
    while (by < 0 && words[place - 1] && line(place - 1) === line(place)) place -= 1;
    moveMark(place - last, grow);
  }
  function markKey(event) {
    const moves = { ArrowRight: () => moveMark(1, event.shiftKey), ArrowLeft: () => moveMark(-1, event.shiftKey), ArrowDown: () => moveParagraph(1, event.shiftKey), ArrowUp: () => moveParagraph(-1, event.shiftKey), Enter: () => { const span = showMarking(); stopMarking(); addFrom(span); }, Escape: () => { stopMarking(); choose(now); } };
    if (!moves[event.key]) return;
    event.preventDefault();
    moves[event.key]();
  }

  // --- opening and saving ---
  async function ask(method, body) {
    const answer = await fetch(`/articles/${number}`, { method, ...(body ? { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) } : {}) });
    return answer.json();
  }
  async function open(next) {
    if (dirty && !confirm("Perubahan belum disimpan. Tinggalkan?")) { at("pick").value = number; return; }
    number = next;
    at("pick").value = number;
    desk.setAttribute("aria-busy", "true");
    warn("");
    soil(false);
    past = [];
    const wanted = number;
    const content = await ask("GET");
    if (wanted !== number) return;
    desk.setAttribute("aria-busy", "false");
    if (content.reason) {
      article = { title: held.articles[number].name, about: [], text: "", file: "" };
      items = [];
      warn(content.reason);
    } else { article = content; items = content.items; at("complete").checked = content.complete; }
    now = 0;
    drawText();
    draw();
    document.querySelector(".text").scrollTop = 0;
    choose(items.length ? 0 : -1);
    if (hits.length) nextHit(1);
  }
  function drawPick() {
    at("pick").replaceChildren(...listed.map((place) => new Option(`${held.articles[place].known ? "✓ " : ""}${held.articles[place].name}`, place)));
    at("pick").value = number;
  }
  function turn(by) {
    const place = listed.indexOf(number);
    open(listed[((place < 0 && by < 0 ? 0 : place) + by + listed.length) % listed.length]);
  }

  // --- looking for words: in all articles, and where they stand in this one ---
  async function look(event) {
    event.preventDefault();
    const words = at("find").value.trim();
    if (!words) { unlook(); return; }
    if (words === looked) { nextHit(1); return; }
    at("search").setAttribute("aria-busy", "true");
    const content = await (await fetch(`/found?words=${encodeURIComponent(words)}`)).json();
    at("search").setAttribute("aria-busy", "false");
    if (content.reason) { warn(content.reason); return; }
    if (!content.articles.length) { tellFound("tidak ditemukan"); return; }
    looked = words;
    const escaped = content.parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&").replace(/ /g, "\\s+"));
    sought = new RegExp(escaped.join("|"), "giu");
    for (const one of content.articles) held.articles[one.number] ??= one;
    listed = content.articles.map((one) => one.number);
    drawPick();
    tellFound(content.of > listed.length ? `${listed.length} dari ${content.of} berita` : `${content.of} berita`);
    if (!listed.includes(number)) { await open(listed[0]); return; }
    drawText();
    choose(now);
    nextHit(1);
  }
  function tellFound(text) { at("hits").textContent = text; say(text); }
  function nextHit(by) {
    if (!hits.length) return;
    hit = (hit + by + hits.length) % hits.length;
    reveal(paint("hit", [hits[hit]])[0]);
  }
  function unlook() {
    looked = "";
    sought = null;
    at("find").value = "";
    listed = Object.keys(held.articles).map(Number);
    at("hits").textContent = "";
    drawPick();
    paint("hit", []);
    paint("found", []);
    hits = [];
    choose(now);
  }
  const isKept = (item) => ["draft", "kept", "accepted"].includes(item.state);
  async function save() {
    if (!article || !dirty) return;
    const sent = items.filter((item) => held.of_dataset || isKept(item)).sort((one, other) => one.order - other.order);
    const about = (item) => (held.of_dataset ? { gone: !isKept(item), row: item.row ?? null, spans: item.spans } : {});
    const facts = sent.map((item) => ({ kind: item.kind, data: item.data, checked: item.state !== "draft", ...about(item) }));
    const also = at("also") && at("also").checked;
    const content = await ask("PUT", { facts, complete: at("complete").checked, version: article.version, copies: Boolean(also) });
    for (const item of items) item.fault = "";
    if (content.version) {
      article.version = content.version;
      if (held.of_dataset) { await refresh(also ? content.carried : null); return; }
      soil(false);
      warn("");
      draw();
      choose(now);
      say(`Tersimpan: ${content.file}`);
      at("sum").textContent += ` · tersimpan di ${article.file}`;
      return;
    }
    if (!content.problems) { warn(content.reason); return; }
    for (const problem of content.problems) {
      const item = sent.filter((one) => one.kind === problem.kind)[problem.at];
      if (item) item.fault = `${problem.field ? `${problem.field}: ` : ""}${problem.reason}`;
    }
    warn("Belum tersimpan: ada yang perlu diperbaiki.");
    draw();
    const bad = items.findIndex((item) => item.fault);
    if (bad >= 0) choose(bad);
  }
  // Rows that were added have a number now, and what was deleted is no fact.
  async function refresh(carried) {
    const content = await ask("GET");
    if (content.reason) { warn(content.reason); return; }
    article = content;
    items = content.items;
    past = [];
    soil(false);
    warn("");
    draw();
    choose(Math.min(now, items.length - 1));
    const more = carried ? `, juga ${carried.corrections} di ${carried.articles} salinan` : "";
    say(`Tersimpan: ${content.file}${more}`);
    at("sum").textContent += ` · tersimpan di ${content.file}${more}`;
  }
  function turnComplete() { if (held.of_dataset) return; at("complete").checked = !at("complete").checked; soil(true); }

  const keys = { n: () => step(1), j: () => step(1), ArrowDown: () => step(1), p: () => step(-1), k: () => step(-1), ArrowUp: () => step(-1), a: accept, e: correct, Enter: correct, d: remove, Delete: remove, u: undo, t: startMarking, s: save, c: turnComplete, "]": () => turn(1), "[": () => turn(-1), "/": () => at("find").select(), Escape: () => { if (looked) unlook(); } };
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") { event.preventDefault(); save(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || !article) return;
    if (at("dialog").open) {
      const kind = held.kinds[Number(event.key) - 1];
      if (kind && at("kinds").children.length && !event.target.matches("input, select")) { event.preventDefault(); pickKind(kind.kind, at("words").textContent); }
      return;
    }
    if (marking) { markKey(event); return; }
    if (event.target === at("find") && event.key === "Escape") { event.preventDefault(); unlook(); return; }
    if (event.target.matches("input, textarea, select") || (event.target.matches("button") && event.key === "Enter")) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  at("form").addEventListener("submit", apply);
  at("cancel").addEventListener("click", () => at("dialog").close());
  at("dialog").addEventListener("close", () => { if (now >= 0 && at(`item-${now}`)) at(`item-${now}`).focus({ preventScroll: true }); });
  at("save").addEventListener("click", save);
  at("add").addEventListener("mousedown", (event) => event.preventDefault()); // keeps what is selected
  at("add").addEventListener("click", startMarking);
  at("complete").addEventListener("change", () => soil(true));
  at("pick").addEventListener("change", () => open(Number(at("pick").value)));
  at("search").addEventListener("submit", look);
  for (const button of document.querySelectorAll("[data-step]")) button.addEventListener("click", () => turn(Number(button.dataset.step)));
  addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });

  drawPick();
  for (const [code, name] of Object.entries(held.regions)) { const option = new Option(code, name); at("list-regions").append(option); }
  for (const name of held.indices) at("list-indices").append(new Option("", name));
  open(0);
})();
