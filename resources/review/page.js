// The review: what is chosen, marked, said and suggested, kept until it is saved, and the file that is sent back.

const data = JSON.parse(document.getElementById("review-data").textContent);
const place = `qualcode review ${data.project} ${data.version.page}`;
const FORMAT = "qualcode review 1";
const MARKS = { accept: "Accept", "needs-work": "Needs work" };
const byId = (id) => document.getElementById(id);

let review = { id: newId(), reviewer: "", marks: [], comments: [], suggestions: [], sign_offs: [] };
let unsaved = new Set();
let chosen = "";
let drafts = {};
let suggesting = "";
let signing = false;
let cameFrom = null; // where one was before the column was shown below everything else

// ── words ──
function say(sentence, values = {}) {
  const words = data.words[sentence] || sentence;
  return words.replace(/{(\w+)}/g, (found, name) => (name in values ? values[name] : found));
}

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  for (const child of children.flat()) if (child !== null && child !== "") element.append(child);
  return element;
}

const theirs = (tag, text, name = "") => make(tag, { dir: "auto", class: name || null }, text);
const now = () => new Date().toISOString().replace(/\.\d+Z$/, "Z");
const day = (time) => time.slice(0, 10);

function tell(sentence, values = {}) {
  const notice = byId("notice");
  notice.textContent = sentence && say(sentence, values);
  notice.hidden = !sentence;
}

// ── what is kept ──
function keep() {
  try {
    localStorage.setItem(place, JSON.stringify({ review, unsaved: [...unsaved], drafts }));
  } catch {
    // a browser may keep nothing for files: then leaving the page is warned of, and saving keeps it
  }
}

function remember() {
  try {
    const kept = JSON.parse(localStorage.getItem(place) || "null");
    if (kept && kept.review && Array.isArray(kept.review.marks)) {
      review = Object.assign(review, kept.review);
      unsaved = new Set(kept.unsaved);
      drafts = kept.drafts || {};
    }
  } catch {
    // nothing is kept, or nothing that can be read
  }
  const field = byId("reviewer");
  if (review.reviewer) field.value = review.reviewer;
  else review.reviewer = field.value;
}

function changed(id) {
  if (id) unsaved.add(id);
  keep();
  draw();
}

const said = (target) => ({
  id: newId(),
  target,
  kind: data.targets[target].kind,
  name: data.targets[target].name,
  at: now(),
});

function markOf(target) {
  const found = review.marks.find((each) => each.target === target);
  return found ? found.mark : "";
}

function setMark(target, mark) {
  const before = markOf(target);
  for (const each of review.marks) if (each.target === target) unsaved.delete(each.id);
  review.marks = review.marks.filter((each) => each.target !== target);
  if (before === mark) return changed();
  const made = Object.assign(said(target), { mark });
  review.marks.push(made);
  return changed(made.id);
}

function addComment(target) {
  const text = wellFormed((drafts[target] || "").trim().slice(0, 20000));
  if (!text) return false;
  delete drafts[target];
  const made = Object.assign(said(target), { text });
  review.comments.push(made);
  changed(made.id);
  return true;
}

function takeBack(id) {
  for (const group of ["comments", "suggestions", "sign_offs"]) {
    review[group] = review[group].filter((each) => each.id !== id);
  }
  unsaved.delete(id);
  changed();
}

// ── saving and opening ──
function contents() {
  const made = {
    format: FORMAT,
    project: data.project,
    study: data.study,
    version: data.version,
    review: review.id,
    reviewer: wellFormed(review.reviewer.trim()),
    saved: now(),
    marks: review.marks,
    comments: review.comments,
    suggestions: review.suggestions,
    sign_offs: review.sign_offs,
  };
  made.digest = digestOf(made);
  return made;
}

function save() {
  for (const target of Object.keys(drafts)) addComment(target);
  const name = `${data.study}-${review.reviewer.trim() || say("review")}`.replace(/[\\/:*?"<>|\s\x00-\x1f]+/g, " ").trim();
  const file = new Blob([JSON.stringify(contents(), null, 1)], { type: "application/json" });
  const link = make("a", { href: URL.createObjectURL(file), download: `${name}.qcreview` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  unsaved.clear();
  keep();
  draw();
  if (review.reviewer.trim()) tell("Saved as {name}. Send that file back.", { name: `${name}.qcreview` });
  else tell("Saved without a name. Write your name above and save again, so that they know who speaks.");
}

async function open(file) {
  let found;
  try {
    found = JSON.parse(await file.text());
    if (found.format !== FORMAT || found.digest !== digestOf(found)) throw new Error("digest");
  } catch {
    return tell("That file is no review, or was changed since it was saved.");
  }
  if (found.project !== data.project || found.version.page !== data.version.page) {
    return tell("That review belongs to another page. Open the page it was made on.");
  }
  const known = new Set(["marks", "comments", "suggestions", "sign_offs"].flatMap((group) => review[group].map((each) => each.id)));
  for (const group of ["comments", "suggestions", "sign_offs"]) {
    review[group] = found[group].filter((each) => !known.has(each.id)).concat(review[group]);
  }
  const marked = new Set(review.marks.map((each) => each.target));
  review.marks = found.marks.filter((each) => !marked.has(each.target)).concat(review.marks);
  review.id = found.review;
  review.reviewer = byId("reviewer").value.trim() || found.reviewer;
  byId("reviewer").value = review.reviewer;
  tell("Opened the review of {name}.", { name: found.reviewer || say("somebody without a name") });
  return changed();
}

// ── the column ──
function choose(target, focus = false) {
  if (!data.targets[target]) return;
  if (target !== chosen) suggesting = "";
  signing = false;
  chosen = target;
  draw();
  const column = byId("detail");
  column.scrollTop = 0;
  const below = matchMedia("(max-width: 899px)").matches;
  if (below && column.getBoundingClientRect().top > innerHeight / 4) cameFrom = scrollY;
  if (focus || below) column.scrollIntoView({ block: "start" });
  if (focus) byId("comment").focus();
}

function heading(about) {
  const parts = about.title.map((text, number) => make(number % 2 ? "span" : "bdi", { class: number % 2 ? "soft" : "strong" }, text));
  return make("h2", { class: "title" }, parts.flatMap((part, number) => (number ? [" ", part] : [part])));
}

function quotes(keys, of, label) {
  if (!keys || !keys.length) return null;
  const shown = keys.length < of ? say(label + ", {shown} of {total}", { shown: keys.length, total: of }) : say(label);
  return make(
    "section",
    {},
    make("h3", {}, shown),
    keys.map((key) =>
      make(
        "div",
        { class: "evidence" },
        theirs("blockquote", data.quotes[key].text),
        make("p", {}, make("button", { type: "button", class: "name", "data-choose": key }, theirs("bdi", data.quotes[key].source))),
      ),
    ),
  );
}

function fieldList(about) {
  if (!about.fields || !about.fields.length) return null;
  const parts = about.fields.flatMap(([label, text]) => [make("dt", {}, label), theirs("dd", text)]);
  return make("section", {}, make("dl", {}, parts));
}

function button(action, target, label, name = "edged") {
  return make("button", { type: "button", class: name, "data-action": action, "data-target": target }, say(label));
}

function marks(target) {
  const buttons = Object.entries(MARKS).map(([mark, label]) => {
    const made = button(mark, target, label);
    made.setAttribute("aria-pressed", String(markOf(target) === mark));
    return made;
  });
  if (kindsOf(target).length) {
    const made = button("suggest", target, "Suggest a change");
    made.setAttribute("aria-expanded", String(suggesting === target));
    buttons.push(made);
  }
  return make("section", {}, make("h3", {}, say("Your mark")), make("div", { class: "row" }, buttons));
}

function remark(author, at, parts, own, id = "") {
  const head = [theirs("bdi", author || say("You"), "strong"), " ", make("time", { datetime: at }, own ? say("now") : day(at))];
  if (id) head.push(make("button", { type: "button", class: "quiet small", "data-away": id }, say("Remove")));
  return make("div", { class: own ? "remark own" : "remark" }, make("p", { class: "who" }, head), parts);
}

function asked(text) {
  return make("p", { class: "asked" }, make("strong", {}, say("Suggestion:")), " ", theirs("bdi", text));
}

function earlier(each) {
  const parts = [];
  if (MARKS[each.kind]) parts.push(make("p", { class: `mark ${each.kind}` }, say(MARKS[each.kind])));
  if (each.text) parts.push(theirs("p", each.text, "text"));
  if (each.asked) parts.push(asked(each.asked));
  if (each.state !== "open" && !MARKS[each.kind]) {
    parts.push(make("p", { class: "decided" }, say(each.state), each.answer ? ": " : "", theirs("bdi", each.answer)));
  }
  return remark(each.author, each.at, parts, false);
}

function thread(target) {
  const own = [
    ...review.comments.filter((each) => each.target === target).map((each) => [each, [theirs("p", each.text, "text")]]),
    ...review.suggestions
      .filter((each) => each.target === target)
      .map((each) => [each, [each.text ? theirs("p", each.text, "text") : "", asked(toldOf(each))]]),
    ...review.sign_offs
      .filter((each) => each.about === target)
      .map((each) => [each, [make("p", { class: "asked" }, make("strong", {}, say("Signed off")), " ", theirs("bdi", each.statement))]]),
  ].sort((one, other) => (one[0].at < other[0].at ? -1 : 1));
  return [
    ...(data.threads[target] || []).map(earlier),
    ...own.map(([each, parts]) => remark(review.reviewer, each.at, parts, true, each.id)),
  ];
}

function writing(target) {
  const field = make("textarea", { id: "comment", rows: 3, dir: "auto", placeholder: say("Write a comment"), "aria-label": say("Write a comment") });
  field.value = drafts[target] || "";
  field.addEventListener("input", () => {
    drafts[target] = field.value;
    if (!field.value.trim()) delete drafts[target];
    keep();
    count();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && addComment(target)) byId("comment").focus();
  });
  return make("div", { class: "writing" }, field, button("comment", target, "Comment"));
}

function drawDetail() {
  const about = data.targets[chosen];
  const column = byId("detail");
  const parts = [make("div", { class: "back" }, make("button", { type: "button", class: "quiet", "data-back": true }, say("Back to the page"))), heading(about)];
  if (about.claim) parts.push(make("section", {}, theirs("p", about.claim, "claim")));
  if (about.quote) parts.push(make("section", {}, theirs("blockquote", data.quotes[about.quote].text)));
  if (about.facts) parts.push(make("section", { class: "facts" }, theirs("p", about.facts)));
  parts.push(quotes(about.for, about.of_for, "Evidence for"), quotes(about.against, about.of_against, "Evidence against"));
  parts.push(fieldList(about));
  parts.push(signing ? signForm(chosen) : marks(chosen));
  if (suggesting === chosen) parts.push(suggestForm(chosen));
  parts.push(make("section", { class: "thread" }, make("h3", {}, say("Comments")), thread(chosen), writing(chosen)));
  column.replaceChildren(...parts.filter(Boolean));
}

// ── drawing ──
function count() {
  const number = unsaved.size + Object.keys(drafts).length;
  const sentence = number === 0 ? "" : number === 1 ? "1 thing not saved" : "{number} not saved";
  byId("unsaved").textContent = sentence && say(sentence, { number });
}

function stateOf(target) {
  const mark = markOf(target);
  if (mark) return " · " + say(mark === "accept" ? "marked accept" : "needs work");
  const number = thread(target).length;
  return number ? " · " + say(number === 1 ? "1 remark" : "{number} remarks", { number }) : "";
}

function drawCards() {
  for (const card of document.querySelectorAll("[data-of]")) {
    const target = card.dataset.of;
    const mark = markOf(target);
    for (const each of card.querySelectorAll("[data-action]")) {
      if (MARKS[each.dataset.action]) each.setAttribute("aria-pressed", String(each.dataset.action === mark));
    }
    card.classList.toggle("chosen", target === chosen);
    const there = thread(target);
    card.querySelector(".state").textContent = there.length ? say(there.length === 1 ? "1 remark" : "{number} remarks", { number: there.length }) : "";
    card.querySelector(".said").replaceChildren(...there);
  }
  for (const shape of document.querySelectorAll("#canvas [data-target]")) {
    shape.classList.toggle("chosen", shape.dataset.target === chosen);
    shape.classList.toggle("accepted", markOf(shape.dataset.target) === "accept");
    shape.classList.toggle("needs-work", markOf(shape.dataset.target) === "needs-work");
    for (const told of shape.querySelectorAll(".told")) told.textContent = stateOf(shape.dataset.target);
  }
}

function draw() {
  const active = document.activeElement;
  const held = active && active.closest("#detail") ? { id: active.id, action: active.dataset.action } : null;
  drawDetail();
  drawCards();
  count();
  if (held) {
    const again = held.id ? byId(held.id) : byId("detail").querySelector(`[data-action="${held.action}"]`);
    if (again) again.focus();
  }
}

function showTab(tab, focus) {
  for (const each of document.querySelectorAll("[role=tab]")) {
    const here = each === tab;
    each.setAttribute("aria-selected", String(here));
    each.tabIndex = here ? 0 : -1;
    byId(each.getAttribute("aria-controls")).hidden = !here;
  }
  if (focus) tab.focus();
}

const acts = {
  accept: (target) => setMark(target, "accept"),
  "needs-work": (target) => setMark(target, "needs-work"),
  comment: (target) => {
    if (target !== chosen || !addComment(target)) choose(target, true);
    else byId("comment").focus();
  },
  suggest: (target) => {
    const close = suggesting === target && target === chosen;
    choose(target);
    suggesting = close ? "" : target;
    draw();
    const first = byId("suggestion");
    if (first) first.focus();
  },
  "sign-off": (target) => {
    choose(target);
    signing = true;
    draw();
    byId("statement").focus();
  },
  save,
  open: () => byId("earlier").click(),
};

document.addEventListener("click", (event) => {
  const act = event.target.closest("[data-action]");
  const chooser = event.target.closest("[data-choose]");
  const away = event.target.closest("[data-away]");
  const back = event.target.closest("[data-back]");
  const tab = event.target.closest("[role=tab]");
  if (act && acts[act.dataset.action]) {
    tell("");
    acts[act.dataset.action](act.dataset.target);
  } else if (chooser) choose(chooser.dataset.choose);
  else if (away) takeBack(away.dataset.away);
  else if (back) scrollTo(0, cameFrom === null ? 0 : cameFrom);
  else if (tab) showTab(tab);
});

document.addEventListener("keydown", (event) => {
  const tab = event.target.closest("[role=tab]");
  if (tab && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
    const tabs = [...document.querySelectorAll("[role=tab]")];
    const next = tabs.indexOf(tab) + (event.key === "ArrowRight" ? 1 : -1);
    showTab(tabs[(next + tabs.length) % tabs.length], true);
  } else if (event.key === "Escape" && (suggesting || signing)) {
    suggesting = "";
    signing = false;
    draw();
  } else if (event.key === "s" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    save();
  }
});

byId("reviewer").addEventListener("input", () => {
  review.reviewer = byId("reviewer").value;
  keep();
});
byId("earlier").addEventListener("change", (event) => {
  if (event.target.files[0]) open(event.target.files[0]);
  event.target.value = "";
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved.size + Object.keys(drafts).length) event.preventDefault();
});

remember();
startMap(choose);
const first = document.querySelector("#canvas [data-target], [data-of]");
chosen = first && data.targets[first.dataset.target || first.dataset.of] ? first.dataset.target || first.dataset.of : data.project;
draw();
