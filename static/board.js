// The board of wishes: pills with importance and must, one block a screen on a phone.
//
// The wish string is the only state. It is kept here while the visitor taps, so that a tap
// shows at once. The server answers with `data`: the wishes that hold, and which tap was the last
// that it heard. An answer that has not heard the last one is late, and changes no pill.

const LEVELS = ["1", "2", "must"];
const QUIET = 250; // milliseconds without a key before a search
const boards = new WeakMap();

export default function mount({ data, parentElement, setStateValue }) {
  const host = parentElement.querySelector(".zf-board") ?? parentElement;
  let board = boards.get(host);
  if (!board) {
    board = new Board(host, data);
    boards.set(host, board);
    // After Streamlit has told the server of it; which forgets that when a tap follows at once.
    addEventListener("popstate", () => setTimeout(() => host.isConnected && board.walk()));
  }
  // With the time: the same wishes twice, with the back button between, are two taps. With the
  // wishes before: a server that has just started again sees what is new.
  board.send = (before, wishes) => {
    board.sent = `${Date.now()} ${before} ${wishes}`;
    setStateValue("wishes", board.sent);
  };
  board.ask = (query) => setStateValue("query", query);
  board.update(data);
}

class Board {
  constructor(host, data) {
    this.host = host;
    this.step = 0;
    this.sent = null; // the last tap
    this.chosen = new Map(); // criterion -> level, in the order of choosing
    this.weights = new Map(); // block -> "0" | "1" | "2"
    this.home = ""; // not asked here, and not to be lost
    this.pills = new Map();
    this.blockOf = new Map(); // criterion -> block; found occupations join as they come
    for (const block of data.blocks) {
      for (const criterion of block.criteria) this.blockOf.set(criterion.id, block.id);
    }
    host.replaceChildren(
      ...(data.search ? [this.search(data)] : []),
      this.steps(data),
      ...data.blocks.map((block, i) => this.block(block, i, data)),
      this.bar(data),
    );
  }

  update(data) {
    this.data = data;
    if (this.sent === null || this.sent === data.heard) this.read(data.wishes);
    if (data.search) this.showFound(data);
    this.show();
  }

  // ------------------------------------------------------------------ the wish string

  read(text) {
    this.now = text;
    this.chosen.clear();
    this.weights.clear();
    this.home = new URLSearchParams(text).get("home") ?? "";
    for (const [key, value] of new URLSearchParams(text)) {
      if (key === "home") continue;
      for (const token of value.split(",").filter(Boolean)) {
        const [id, level = "1"] = token.split(":");
        (key === "weight" ? this.weights : this.chosen).set(id, level);
      }
    }
  }

  write() {
    const blocks = [...this.data.blocks, ...(this.data.search ? [this.data.search] : [])];
    const parts = blocks.map((block) => {
      const tokens = [...this.chosen].filter(([id]) => this.blockOf.get(id) === block.id);
      return tokens.length ? `${block.id}=${tokens.map(token).join(",")}` : "";
    });
    const weights = [...this.weights].filter(([, weight]) => weight !== "1");
    if (weights.length) parts.push(`weight=${weights.map((pair) => pair.join(":")).join(",")}`);
    if (this.home) parts.push(`home=${this.home}`);
    return parts.filter(Boolean).join("&");
  }

  // The browser went back or forward: that is a tap to other wishes.
  walk() {
    const asked = [...this.data.blocks, ...(this.data.search ? [this.data.search] : [])];
    const keys = [...asked.map((block) => block.id), "weight", "home"];
    const pairs = [...new URLSearchParams(location.search)].filter(([key]) => keys.includes(key));
    this.change(pairs.map((pair) => pair.join("=")).join("&"));
  }

  changed() {
    this.change(this.write());
  }

  change(wishes) {
    const before = this.now;
    if (wishes === before) return;
    this.read(wishes);
    this.show();
    this.send(before, wishes);
  }

  // ------------------------------------------------------------------ occupations

  search(data) {
    const section = make("section", "zf-search", { "aria-labelledby": "zf-q-search" });
    const label = make("label", "zf-question", { id: "zf-q-search", for: "zf-query" });
    label.textContent = data.search.question;
    this.query = make("input", "zf-query", {
      id: "zf-query", type: "search", autocomplete: "off", maxlength: "80", enterkeyhint: "search",
      placeholder: data.words.example, "aria-describedby": "zf-search-help", "data-refocus": "",
    });
    let waiting;
    this.query.oninput = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.ask(this.query.value.trim()), QUIET);
    };
    this.found = make("div", "zf-pills zf-found", { role: "group", "aria-label": data.words.found });
    this.hint = make("p", "zf-help", { role: "status" });
    this.picked = make("div", "zf-pills zf-picked", { role: "group", "aria-label": data.words.picked });
    this.related = make("div", "zf-pills zf-found", { role: "group", "aria-label": data.words.related });
    section.append(
      label,
      make("p", "zf-help", { id: "zf-search-help" }, data.search.help),
      this.query, this.hint, this.found, this.picked, this.related,
    );
    return section;
  }

  showFound({ search, query, found, picked, related, words }) {
    const answered = query.length > 1 && query === this.query.value.trim();
    this.hint.textContent = answered ? (found.length ? words.pick : words.nothing) : "";
    const key = JSON.stringify([found, picked, related]);
    if (key === this.shownFound) return;
    this.shownFound = key;
    for (const criterion of [...found, ...picked]) this.blockOf.set(criterion.id, search.id);
    for (const id of this.pills.keys()) if (this.blockOf.get(id) === search.id) this.pills.delete(id);
    this.picked.replaceChildren(...picked.map((criterion) => this.pill(criterion, words)));
    this.found.replaceChildren(...found.map((criterion) => this.proposal(criterion, () => {
      this.query.value = "";
      this.query.focus();
      this.ask("");
    })));
    this.related.replaceChildren(
      ...(related.length ? [make("span", "zf-help", {}, `${words.related}:`)] : []),
      ...related.map((criterion) => this.proposal(criterion, () => {})),
    );
  }

  proposal(criterion, then) {
    const name = `propose:${criterion.id}`;
    const button = make("button", "zf-quiet", { type: "button", "data-name": name }, `+ ${criterion.label}`);
    button.onclick = () => {
      this.chosen.set(criterion.id, "1");
      then();
      this.changed();
    };
    return button;
  }

  // ------------------------------------------------------------------ drawing, once

  steps(data) {
    const list = make("ol", "zf-steps");
    this.stepButtons = data.blocks.map((block, i) => {
      const button = make("button", "zf-step", { type: "button" });
      button.append(make("span", "zf-step-name", {}, block.label), make("span", "zf-count"));
      button.onclick = () => this.go(i);
      const item = make("li");
      item.append(button);
      list.append(item);
      return button;
    });
    return list;
  }

  block(block, i, data) {
    const section = make("section", "zf-block", { "aria-labelledby": `zf-q-${block.id}` });
    section.dataset.step = i;
    const pills = make("div", "zf-pills", { role: "group", "aria-labelledby": `zf-q-${block.id}` });
    pills.append(...block.criteria.map((criterion) => this.pill(criterion, data.words)));
    section.append(
      make("h2", "zf-question", { id: `zf-q-${block.id}`, tabindex: "-1" }, block.question),
      make("p", "zf-help", {}, block.help),
      pills,
      this.foot(block, data.words),
      this.nextButton(i, data),
    );
    return section;
  }

  pill(criterion, words) {
    const pill = make("span", "zf-pill");
    const name = `pick:${criterion.id}`;
    const pick = make("button", "zf-pick", { type: "button", title: criterion.help, "data-name": name });
    pick.append(icon(criterion.icon), make("span", "", {}, criterion.label));
    pick.onclick = () => {
      if (!this.chosen.delete(criterion.id)) this.chosen.set(criterion.id, "1");
      this.changed();
    };
    const level = make("button", "zf-level", { type: "button", "data-name": `level:${criterion.id}` });
    level.onclick = () => {
      const now = LEVELS.indexOf(this.chosen.get(criterion.id));
      this.chosen.set(criterion.id, LEVELS[(now + 1) % LEVELS.length]);
      this.changed();
    };
    pill.append(pick, level);
    this.pills.set(criterion.id, { pill, pick, level, label: criterion.label, words });
    return pill;
  }

  foot(block, words) {
    const foot = make("div", "zf-foot");
    const group = make("fieldset", "zf-weight");
    group.append(make("legend", "", {}, words.weight));
    for (const [value, word] of Object.entries(words.weights)) {
      const label = make("label");
      const input = make("input", "", { type: "radio", name: `zf-w-${block.id}`, value });
      input.onchange = () => {
        this.weights.set(block.id, value);
        this.changed();
      };
      label.append(input, make("span", "", {}, word));
      group.append(label);
    }
    const details = make("details", "zf-terms");
    const list = make("dl");
    for (const criterion of block.criteria) {
      list.append(make("dt", "", {}, criterion.label), make("dd", "", {}, criterion.help));
    }
    details.append(make("summary", "", {}, words.terms), list);
    foot.append(group, details);
    return foot;
  }

  nextButton(i, data) {
    const last = i === data.blocks.length - 1;
    const text = last ? data.words.result : `${data.words.next}: ${data.blocks[i + 1].label}`;
    const button = make("button", "zf-next", { type: "button" }, text);
    button.onclick = () => (last ? toResult() : this.go(i + 1));
    return button;
  }

  bar(data) {
    this.top = make("span", "zf-bar-top");
    const bar = make("button", "zf-bar", { type: "button" });
    bar.append(this.top, make("span", "zf-bar-more", {}, data.words.result));
    bar.onclick = toResult;
    return bar;
  }

  // ------------------------------------------------------------------ showing, each time

  show() {
    const words = this.data.words;
    for (const [id, { pill, pick, level, label }] of this.pills) {
      const value = this.chosen.get(id);
      pill.classList.toggle("zf-on", value !== undefined);
      pill.dataset.level = value ?? "";
      pick.setAttribute("aria-pressed", String(value !== undefined));
      level.hidden = value === undefined;
      if (value === undefined) continue;
      level.textContent = words.levels[value];
      level.setAttribute("aria-label", `${label}: ${words.levels[value]}. ${words.change}`);
    }
    this.data.blocks.forEach((block, i) => {
      const count = block.criteria.filter((criterion) => this.chosen.has(criterion.id)).length;
      this.stepButtons[i].querySelector(".zf-count").textContent = count || "";
      this.stepButtons[i].setAttribute("aria-current", i === this.step ? "step" : "false");
      const section = this.host.querySelector(`.zf-block[data-step="${i}"]`);
      section.classList.toggle("zf-now", i === this.step);
      const weight = this.weights.get(block.id) ?? "1";
      section.querySelector(`input[value="${weight}"]`).checked = true;
      section.classList.toggle("zf-unweighted", weight === "0");
    });
    this.top.textContent = this.data.top;
    this.host.classList.toggle("zf-empty", this.chosen.size === 0);
  }

  go(step) {
    this.step = step;
    this.show();
    const question = this.host.querySelector(`.zf-block[data-step="${step}"] h2`);
    question.focus({ preventScroll: true });
    this.host.scrollIntoView({ block: "start" });
  }
}

function token([id, level]) {
  return level === "1" ? id : `${id}:${level}`;
}

function toResult() {
  const result = document.querySelector("#zf-result");
  result?.scrollIntoView({ block: "start" });
  result?.focus({ preventScroll: true });
}

function icon(name) {
  return make("span", "zf-icon", { "aria-hidden": "true" }, name);
}

function make(tag, className = "", attributes = {}, text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text) element.textContent = text;
  return element;
}
