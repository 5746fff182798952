"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const make = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (value !== false && value != null) made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children);
    return made;
  };

  // Entries that are in the page, and those that wait as markup our own generator wrote until they are looked at.
  const entries = (name) => {
    const box = document.getElementById(name);
    if (!box) return null;
    const rest = document.getElementById(`${name}-rest`);
    const waiting = rest ? rest.textContent.split("\n<!--·-->") : [];
    if (rest) rest.remove();
    const held = [...box.children, ...waiting];
    const at = (number) => {
      if (typeof held[number] === "string") {
        const holder = document.createElement("template");
        holder.innerHTML = held[number];
        held[number] = holder.content.firstElementChild;
      }
      return held[number];
    };
    return { box, at, count: held.length };
  };
  const list = entries("list");
  const dossiers = entries("dossiers");

  const PAGE = 50;
  const [ID, VERDICT, SEVERITY, RULE, SOURCES, SUBJECT, ATTRIBUTE, RANK, DATE, PLACE, WORDS] = Array(11).keys();
  const rows = data.findings;
  const numberOf = new Map(rows.map((row, number) => [row[ID], number]));
  const fields = {
    verdict: ["Verdict", (row) => [row[VERDICT]]],
    severity: ["Severity", (row) => [row[SEVERITY]]],
    rule: ["Rule", (row) => [row[RULE]]],
    source: ["Source", (row) => row[SOURCES].map((n) => data.sources[n])],
    subject: ["Subject", (row) => [row[SUBJECT]]],
    attribute: ["Attribute", (row) => [row[ATTRIBUTE]]],
  };
  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const orders = {
    gravity: ["gravest first", null],
    subject: ["subject", (a, b) => compare(a[SUBJECT], b[SUBJECT])],
    attribute: ["attribute", (a, b) => compare(a[ATTRIBUTE], b[ATTRIBUTE])],
    sources: ["most sources", (a, b) => b[SOURCES].length - a[SOURCES].length],
    date: ["date said", (a, b) => compare(a[DATE] || "~", b[DATE] || "~")],
    place: ["file", (a, b) => compare(a[PLACE], b[PLACE])],
    rule: ["rule", (a, b) => compare(a[RULE], b[RULE])],
  };
  const state = { q: "", sort: "gravity", page: 0 };
  for (const name of Object.keys(fields)) state[name] = "";
  const controls = {};
  let shown = rows.map((_, number) => number);
  let here = -1;

  const say = (words) => {
    toast.textContent = words;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => (toast.textContent = ""), 2500);
  };
  const copy = async (words, told) => {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      const area = make("textarea", { readonly: true }, "");
      area.value = words;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    say(told);
  };

  // The address keeps what is looked at: #f-…&q=…&verdict=…
  const address = (anchor) => {
    const asked = new URLSearchParams();
    for (const name of ["q", ...Object.keys(fields)]) if (state[name]) asked.set(name, state[name]);
    if (state.sort !== "gravity") asked.set("sort", state.sort);
    if (state.page) asked.set("page", state.page + 1);
    const query = asked.toString();
    return "#" + (anchor || (query ? "findings" : "")) + (query ? "&" + query : "");
  };
  const keep = (anchor) => {
    try {
      history.replaceState(null, "", address(anchor) === "#" ? location.pathname : address(anchor));
    } catch {
      /* a page that is shown within another one may not change its address */
    }
  };

  const filter = () => {
    const wanted = state.q.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const chosen = Object.entries(fields).filter(([name]) => state[name]);
    shown = [];
    rows.forEach((row, number) => {
      if (chosen.every(([name, [, of]]) => of(row).includes(state[name])) && wanted.every((word) => row[WORDS].includes(word))) shown.push(number);
    });
    const order = orders[state.sort][1];
    if (order) shown.sort((a, b) => order(rows[a], rows[b]) || a - b);
  };
  const show = () => {
    if (!list) return;
    const pages = Math.max(1, Math.ceil(shown.length / PAGE));
    state.page = Math.min(Math.max(state.page, 0), pages - 1);
    list.box.replaceChildren(...shown.slice(state.page * PAGE, (state.page + 1) * PAGE).map((n) => act(list.at(n))));
    tally.textContent = shown.length === rows.length ? `${rows.length.toLocaleString("en")} findings` : `${shown.length.toLocaleString("en")} of ${rows.length.toLocaleString("en")} findings`;
    if (pages > 1) tally.textContent += `, page ${state.page + 1} of ${pages}`;
    for (const pager of pagers) pager.hidden = pages < 2;
    for (const [button, step] of steps) button.disabled = state.page + step < 0 || state.page + step >= pages;
    here = -1;
  };
  const act = (article) => {
    if (!article.querySelector(":scope > .acts")) {
      const link = () => location.href.split("#")[0] + "#" + article.id;
      article.append(
        make("div", { class: "acts" },
          make("button", { type: "button", onclick: () => copy(link(), "Link copied") }, "Copy link"),
          make("button", { type: "button", onclick: () => copy(markdown(article), "Markdown copied") }, "Copy as Markdown")));
    }
    return article;
  };
  const escaped = (words) => words.replace(/\s+/g, " ").trim().replace(/[\\`*_\[\]<>#|~&@]/g, (c) => ("<>&@".includes(c) ? `&#${c.codePointAt(0)};` : "\\" + c));
  const markdown = (article) => {
    const of = (within, chosen) => escaped(within.querySelector(chosen)?.textContent || "");
    const lines = [`### ${of(article, "h3")}`, "", `**${of(article, ".severity")}.** ${of(article, ".message")}`];
    for (const position of article.querySelectorAll(".position")) {
      lines.push("", `**${of(position, "h4")}** (${of(position, ".count")})`);
      for (const quote of position.querySelectorAll(".quote")) {
        const sentence = [...quote.querySelector("blockquote").childNodes].map((n) => (n.nodeType === 3 ? escaped(n.textContent) : [...n.childNodes].map((m) => (m.nodeName === "MARK" ? ` **${escaped(m.textContent)}** ` : escaped(m.textContent))).join(""))).join(" ");
        lines.push("", `> “${sentence.replace(/ +/g, " ").trim()}”`, ">", `> ${of(quote, "figcaption")}`);
      }
    }
    return lines.join("\n") + "\n";
  };

  const focusOn = (number, quietly) => {
    const articles = [...list.box.children];
    if (!articles.length) return;
    here = Math.min(Math.max(number, 0), articles.length - 1);
    articles.forEach((article, n) => article.classList.toggle("here", n === here));
    articles[here].scrollIntoView({ block: "start", behavior: "instant" });
    articles[here].focus({ preventScroll: true });
    if (!quietly) keep(articles[here].id);
  };
  const changed = () => {
    state.page = 0;
    filter();
    show();
    keep();
  };

  // Filters
  const toast = make("div", { id: "toast", role: "status" });
  document.body.append(toast);
  const tally = make("p", { class: "tally", role: "status" });
  const pagers = [];
  const steps = [];
  const pager = () => {
    const button = (words, step) => {
      const made = make("button", { type: "button", onclick: () => { state.page += step; show(); keep(); focusOn(0, true); } }, words);
      steps.push([made, step]);
      return made;
    };
    const made = make("nav", { class: "pager", "aria-label": `Pages of findings ${pagers.length ? "(below)" : "(above)"}` }, button("← Previous", -1), button("Next →", 1));
    pagers.push(made);
    return made;
  };
  const select = (name, words, options) => {
    controls[name] = make("select", { onchange: (event) => { state[name] = event.target.value; changed(); } });
    controls[name].append(...options.map(([value, label]) => make("option", { value }, label.length > 60 ? label.slice(0, 59) + "…" : label)));
    return make("label", {}, words, controls[name]);
  };
  if (list) {
    controls.q = make("input", { type: "search", placeholder: "name, value, words of a quote", autocomplete: "off" });
    controls.q.addEventListener("input", () => { clearTimeout(controls.q.timer); controls.q.timer = setTimeout(() => { state.q = controls.q.value; changed(); }, 80); });
    const box = document.getElementById("filters");
    box.append(make("label", { class: "search" }, "Search", controls.q));
    for (const [name, [words, of]] of Object.entries(fields)) {
      const counts = new Map();
      for (const row of rows) for (const value of of(row)) counts.set(value, (counts.get(value) || 0) + 1);
      const options = [...counts].sort((a, b) => compare(a[0], b[0])).map(([value, count]) => [value, `${value} (${count})`]);
      box.append(select(name, words, [["", "all"], ...options]));
    }
    box.append(select("sort", "Sort by", Object.entries(orders).map(([value, [words]]) => [value, words])));
    box.append(make("button", { type: "button", onclick: () => clear() }, "Clear"), tally);
    list.box.before(pager());
    list.box.after(pager());
  }
  const clear = () => {
    for (const name of Object.keys(controls)) state[name] = name === "sort" ? "gravity" : "";
    for (const [name, control] of Object.entries(controls)) control.value = state[name];
    changed();
  };
  const markdownOfAll = () => shown.slice(0, 500).map((n) => markdown(list.at(n))).join("\n");

  // Theme, help
  const remember = (name, value) => {
    try {
      if (value === undefined) return localStorage.getItem(`factlint-${name}`);
      localStorage.setItem(`factlint-${name}`, value);
    } catch {
      /* not kept, then */
    }
    return null;
  };
  const themes = ["", "light", "dark"];
  const theme = make("button", { type: "button", id: "theme", onclick: () => setTheme(themes[(themes.indexOf(document.documentElement.dataset.theme || "") + 1) % 3]) });
  const setTheme = (name) => {
    if (name) document.documentElement.dataset.theme = name;
    else delete document.documentElement.dataset.theme;
    theme.textContent = `Theme: ${name || "system"}`;
    remember("theme", name);
  };
  setTheme(themes.includes(remember("theme")) ? remember("theme") : "");
  const keys = make("input", { type: "checkbox", id: "keys" });
  keys.checked = remember("keys") !== "off";
  keys.addEventListener("change", () => remember("keys", keys.checked ? "on" : "off"));
  const help = make("dialog", { "aria-labelledby": "h-help" }, make("h2", { id: "h-help" }, "Keyboard"),
    make("dl", {}, ...[["/", "search"], ["j, k", "next, previous finding"], ["c", "copy the finding's link"], ["m", "copy the finding as Markdown"], ["t", "theme"], ["?", "this"], ["Esc", "clear the search"]].flatMap(([key, does]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)])),
    make("p", {}, make("label", {}, keys, " Single keys work")), make("form", { method: "dialog" }, make("button", {}, "Close")));
  help.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); help.close(); });
  document.body.append(help);
  document.getElementById("tools").append(theme, make("button", { type: "button", onclick: () => help.showModal() }, "Keys"));
  if (list) document.getElementById("tools").append(make("button", { type: "button", onclick: () => copy(markdownOfAll(), "Findings copied as Markdown") }, "Copy all shown"));

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "Escape" && event.target === controls.q) { controls.q.value = state.q = ""; changed(); controls.q.blur(); return; }
    if (typing || !keys.checked) return;
    const current = list && list.box.children[here];
    const does = {
      "/": () => list && controls.q.focus(), j: () => list && focusOn(here + 1), k: () => list && focusOn(here - 1),
      c: () => current && copy(location.href.split("#")[0] + "#" + current.id, "Link copied"),
      m: () => current && copy(markdown(current), "Markdown copied"), t: () => theme.click(), "?": () => help.showModal(),
    }[event.key];
    if (does) { event.preventDefault(); does(); }
  });

  // Dossiers beyond the first are laid out page by page
  let laid = dossiers ? dossiers.box.children.length : 0;
  const more = make("button", { type: "button", onclick: () => lay(laid + 60) });
  const lay = (until) => {
    const next = [];
    for (; laid < Math.min(until, dossiers.count); laid++) next.push(dossiers.at(laid));
    dossiers.box.append(...next);
    more.textContent = `Show more subjects (${(dossiers.count - laid).toLocaleString("en")} left)`;
    more.hidden = laid >= dossiers.count;
  };
  if (dossiers && laid < dossiers.count) { dossiers.box.after(more); lay(laid); }

  // Go where the address says
  const go = () => {
    const [anchor, ...rest] = decodeURIComponent(location.hash.slice(1).replace(/%(?![0-9a-f]{2})/gi, "%25")).split("&");
    const asked = new URLSearchParams(location.hash.slice(1).split("&").slice(1).join("&"));
    if (rest.length || numberOf.has(anchor)) {
      for (const name of ["q", ...Object.keys(fields)]) state[name] = asked.get(name) || "";
      state.sort = orders[asked.get("sort")] ? asked.get("sort") : "gravity";
      state.page = (parseInt(asked.get("page"), 10) || 1) - 1;
      for (const [name, control] of Object.entries(controls)) control.value = state[name];
      filter();
    }
    if (list && numberOf.has(anchor)) {
      let place = shown.indexOf(numberOf.get(anchor));
      if (place < 0) { clearQuietly(); place = shown.indexOf(numberOf.get(anchor)); }
      state.page = Math.floor(place / PAGE);
      show();
      focusOn(place % PAGE, true);
      return;
    }
    show();
    if (dossiers && anchor.startsWith("s-")) {
      const number = data.dossiers.indexOf(anchor);
      if (number >= 0) lay(number + 1);
    }
    const target = anchor && document.getElementById(anchor);
    if (target) {
      if (target.matches("details")) target.open = true;
      target.scrollIntoView({ behavior: "instant" });
    }
  };
  const clearQuietly = () => {
    for (const name of Object.keys(controls)) state[name] = name === "sort" ? "gravity" : "";
    for (const [name, control] of Object.entries(controls)) control.value = state[name];
    filter();
  };
  window.addEventListener("hashchange", go);
  // A link to where one is already is no change of the address, but one wants to go there.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) { event.preventDefault(); go(); }
  });
  // Print what is filtered, all pages of it, with the dossiers of what is disputed open
  window.addEventListener("beforeprint", () => {
    if (list) list.box.replaceChildren(...shown.slice(0, 400).map((n) => act(list.at(n))));
  });
  window.addEventListener("afterprint", () => show());
  filter();
  go();
  document.documentElement.dataset.ready = "";
})();
