// The search box of every page, and the button that copies a query. Text goes in as text nodes only.
"use strict";
(() => {
  const KEYS = new Set("SHARDS_OF_THE_SITE".split(" "));
  const FOLDERS = ["paper", "author", "method", "model", "dataset", "task", "metric"];
  const HEADS = ["Papers", "People", "Methods", "Models", "Datasets", "Tasks", "Metrics"];
  const MOST_OF_A_KIND = 5;
  const EVERYWHERE = new Set("a an and as at by for from in is of on the to via with without".split(" "));
  const root = document.body.dataset.root;
  const byId = (id) => document.getElementById(id);
  const box = byId("search");
  const list = byId("found");
  const loaded = new Map();
  let chosen = -1;

  // As the index has it: small letters, no accents, no differences of width, Hangul in whole syllables.
  const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").toLowerCase();
  const wordsOf = (text) => folded(text).match(/[\uac00-\ud7a3]+|(?:(?![\uac00-\ud7a3])[\p{L}\p{N}])+/gu) || [];
  const keyOf = (word) => (/^[\x00-\x7f]{1,2}$/.test(word.slice(0, 2)) ? word.slice(0, 2) : Array.from(word)[0]);
  const fileOf = (key) => `${root}search/${/^[\x00-\x7f]+$/.test(key) ? key : "u-" + Array.from(key, (sign) => sign.codePointAt(0).toString(16)).join("-")}.js`;

  // Endings of English and particles of Korean: what is typed may have them, what is called so need not.
  function stemmed(word) {
    if (/[\uac00-\ud7a3]/.test(word)) return word;
    for (const [ending, instead] of [["ies", "y"], ["ing", ""], ["ed", ""], ["es", ""], ["s", ""]]) {
      if (word.endsWith(ending) && word.length - ending.length > 2) return word.slice(0, -ending.length) + instead;
    }
    return word;
  }

  // What a word may begin with to be meant: the word itself, its stem, or a Korean word without its last syllables.
  function forms(word) {
    const found = [word, stemmed(word)];
    if (/^[\uac00-\ud7a3]+$/.test(word)) for (let left = word.length - 1; left >= 2; left -= 1) found.push(word.slice(0, left));
    return [...new Set(found)];
  }

  window.papergraphFound = (key, rows) => {
    loaded.set(key, rows.map((row) => ({
      kind: row[0], name: row[1], path: `${FOLDERS[row[0]]}/${row[2]}.html`, beside: row[3], names: [row[1], ...row[4]],
      words: [row[1], ...row[4]].map(wordsOf), joined: [row[1], ...row[4]].map((name) => wordsOf(name).join("")),
    })));
  };

  function load(key) {
    return new Promise((done) => {
      if (loaded.has(key) || !KEYS.has(key)) return done();
      const script = document.createElement("script");
      script.src = fileOf(key);
      script.onload = script.onerror = () => done();
      document.head.append(script);
    });
  }

  // How well a thing fits, and by which of its names; -1 when by none: whole name, then beginning of the name, then words in it; weaker when forms had to give.
  function fit(entry, wanted) {
    const whole = wanted.map((forms) => forms[0]).join("");
    let best = { score: -1, place: 0 };
    entry.words.forEach((words, place) => {
      let score = 0;
      for (const forms of wanted) {
        const at = forms.findIndex((form) => words.some((word) => word.startsWith(form)) || (form.length > 1 && entry.joined[place].startsWith(form)));
        if (at < 0) return;
        score += words.includes(forms[at]) ? 3 - Math.min(at, 2) : 2 - Math.min(at, 2);
      }
      if (entry.joined[place] === whole) score += 100;
      else if (entry.joined[place].startsWith(whole)) score += 10;
      if (place === 0) score += 1;
      if (score > best.score) best = { score, place };
    });
    return best;
  }

  async function search() {
    const typed = box.value;
    const words = wordsOf(typed);
    if (!words.length) return close();
    const telling = words.filter((word) => !EVERYWHERE.has(word));
    const lead = (telling.length ? telling : words).reduce((one, other) => (other.length > one.length ? other : one));
    await load(keyOf(lead));
    if (box.value !== typed) return;
    const wanted = (telling.length ? telling : words).map(forms);
    const found = (loaded.get(keyOf(lead)) || []).map((entry, order) => ({ entry, order, fits: fit(entry, wanted) }))
      .filter(({ fits }) => fits.score >= 0).sort((a, b) => b.fits.score - a.fits.score || a.order - b.order);
    show(found.map(({ entry, fits }) => ({ ...entry, by: fits.place ? entry.names[fits.place] : "" })), typed);
  }

  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  const isKorean = (text) => /[\u1100-\u11FF\u3130-\u318F\uAC00-\uD7A3]/.test(text);

  const named = (text, tag) => element(tag, { dir: "auto", lang: isKorean(text) ? "ko" : null }, text);

  function show(entries, typed) {
    const kinds = [];
    for (const entry of entries) if (!kinds.includes(entry.kind)) kinds.push(entry.kind);
    const groups = kinds.map((kind) => {
      const own = entries.filter((entry) => entry.kind === kind);
      const rows = own.slice(0, MOST_OF_A_KIND).map((entry) => element(
        "a", { href: root + entry.path, role: "option", tabindex: "-1", "aria-selected": "false" },
        element("span", {}, named(entry.name, "bdi"), ...(entry.by ? [named(entry.by, "i")] : [])), element("small", {}, beside(entry)),
      ));
      return element("div", { role: "group", "aria-label": HEADS[kind] }, element("span", { "aria-hidden": "true" }, `${HEADS[kind]} ${own.length}`), ...rows);
    });
    list.replaceChildren(...(groups.length ? groups : [element("p", {}, typed.trim().length < 2 ? "Type one more letter." : "Nothing is called so.")]));
    list.querySelectorAll("[role=option]").forEach((row, place) => { row.id = `found-${place}`; });
    list.hidden = false;
    list.scrollTop = 0;
    box.setAttribute("aria-expanded", "true");
    choose(groups.length ? 0 : -1);
    byId("status").textContent = `${entries.length} found`;
  }

  const beside = (entry) => (entry.kind === 0 ? entry.beside : `${entry.beside} ${entry.beside === "1" ? "paper" : "papers"}`);

  function choose(place) {
    const rows = [...list.querySelectorAll("[role=option]")];
    chosen = rows.length ? Math.max(0, Math.min(place, rows.length - 1)) : -1;
    rows.forEach((row, at) => row.setAttribute("aria-selected", String(at === chosen)));
    if (chosen >= 0) {
      box.setAttribute("aria-activedescendant", rows[chosen].id);
      rows[chosen].scrollIntoView({ block: "nearest" });
    } else box.removeAttribute("aria-activedescendant");
  }

  function close() {
    list.hidden = true;
    list.replaceChildren();
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function begin() {
    box.focus();
    box.select();
  }

  box.addEventListener("input", search);
  box.addEventListener("focus", () => { if (box.value && list.hidden) search(); });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;  // a syllable of Hangul is being put together
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter") {
      const row = list.querySelector("[aria-selected=true]");
      if (row) row.click();
    } else if (event.key === "Escape") {
      close();
      box.blur();
    }
  });
  document.addEventListener("click", (event) => { if (!byId("finder").contains(event.target)) close(); });
  byId("finder").addEventListener("focusout", (event) => { if (!byId("finder").contains(event.relatedTarget)) close(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      begin();
    }
  });
  byId("finder").hidden = false;

  for (const button of document.querySelectorAll("[data-copies]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const source = byId(button.dataset.copies);
      try {
        await navigator.clipboard.writeText(source.textContent);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(source);
        button.textContent = "Selected: copy it";
      }
      byId("status").textContent = button.textContent;
    });
  }
})();
