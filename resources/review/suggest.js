// Suggestions: what may be asked for of what, the form that asks it, and how it reads; and the form of a sign-off.

const ASKED = {
  theme: ["rename", "merge", "move", "redefine"],
  code: ["rename", "merge", "move", "redefine"],
  quote: ["move"],
  relation: ["rename", "redefine"],
};
const ASK = { rename: "Rename", merge: "Merge into another", move: "Move", redefine: "Put it in other words" };

const FIELDS = {
  definition: "Definition",
  full_definition: "Full definition",
  include: "When to use",
  exclude: "When not to use",
  example: "Example",
  near_miss: "Near miss",
  concept: "Central organising concept",
  boundary: "Boundary",
  counter_search: "Search for counter-evidence",
};

function kindsOf(target) {
  const about = data.targets[target];
  const kinds = ASKED[about.kind] || [];
  return about.kind === "quote" && !about.code ? [] : kinds;
}

function pathOf(id) {
  const found = data.codes.find(([key]) => key === id);
  return found ? found[1] : "";
}

function toldOf(each) {
  if (each.suggestion === "rename") return say("rename to “{name}”", { name: each.value });
  if (each.suggestion === "merge") return say("merge into “{name}”", { name: pathOf(each.value) });
  if (each.suggestion === "redefine") {
    return Object.entries(each.value).map(([field, text]) => `${say(FIELDS[field])}: “${text}”`).join("; ");
  }
  if (each.kind === "quote") return say("put under “{name}”", { name: pathOf(each.value.to) });
  return each.value ? say("move below “{name}”", { name: pathOf(each.value) }) : say("move to the top");
}

function labelled(label, control) {
  return make("label", { class: "field" }, make("span", {}, say(label)), control);
}

function codeChoice(target, top) {
  const list = make("select", { id: "value" });
  if (top) list.append(make("option", { value: "" }, say("(at the top)")));
  for (const [key, path] of data.codes) if (key !== target) list.append(make("option", { value: key }, path));
  return list;
}

// What no code can be called: accepting it would be refused.
function refusalOf(name, about) {
  if (about.kind === "relation" || !name.split(/\s+/).includes(">")) return "";
  return say("“{name}” holds “>”, which separates the levels of a path. Leave it out.", { name });
}

const isVisible = (text) => /[^\p{Cc}\p{Cf}\p{Cs}\p{Mn}\p{Me}\p{Z}\u115f\u1160\u2800\u3164\uffa0]/u.test(text);

function suggestForm(target) {
  const about = data.targets[target];
  const kinds = kindsOf(target);
  const which = make("select", { id: "suggestion" }, kinds.map((kind) => make("option", { value: kind }, say(ASK[kind]))));
  const slot = make("div", {});
  const why = make("textarea", { rows: 2, dir: "auto", id: "why" });
  const fill = () => {
    const kind = which.value;
    if (kind === "rename") {
      const field = make("input", { id: "value", type: "text", dir: "auto", maxlength: 200 });
      field.value = about.kind === "relation" ? about.call : about.name;
      const wrong = make("p", { class: "wrong", id: "wrong", role: "alert" });
      field.setAttribute("aria-describedby", "wrong");
      field.addEventListener("input", () => {
        wrong.textContent = refusalOf(field.value.trim(), about);
        field.setAttribute("aria-invalid", wrong.textContent ? "true" : "false");
      });
      slot.replaceChildren(labelled(about.kind === "relation" ? "What to call it" : "New name", field), wrong);
    } else if (kind === "merge") slot.replaceChildren(labelled("Merge into", codeChoice(target, false)));
    else if (kind === "move" && about.kind === "quote") slot.replaceChildren(labelled("Put under", codeChoice(about.code, false)));
    else if (kind === "move") slot.replaceChildren(labelled("Move below", codeChoice(target, true)));
    else {
      const field = make("select", { id: "field" }, Object.keys(about.words).map((name) => make("option", { value: name }, say(FIELDS[name]))));
      const text = make("textarea", { id: "value", rows: 4, dir: "auto" });
      field.addEventListener("change", () => (text.value = about.words[field.value]));
      text.value = about.words[field.value];
      slot.replaceChildren(labelled("Which part", field), labelled("In these words", text));
    }
  };
  which.addEventListener("change", fill);
  fill();
  const add = make("button", { type: "button", class: "edged" }, say("Add the suggestion"));
  add.addEventListener("click", () => {
    const value = wellFormed(byId("value").value.trim().slice(0, 20000));
    const kind = which.value;
    if (kind !== "move" && !value) return byId("value").focus();
    if (kind === "rename" && (!isVisible(value) || refusalOf(value, about))) {
      byId("value").dispatchEvent(new Event("input"));
      return byId("value").focus();
    }
    const made = Object.assign(said(target), { suggestion: kind, value, text: wellFormed(why.value.trim().slice(0, 20000)) });
    if (kind === "redefine") made.value = { [byId("field").value]: value };
    if (about.kind === "quote") made.value = { from: about.code, to: value };
    review.suggestions.push(made);
    suggesting = "";
    return changed(made.id);
  });
  return make(
    "section",
    { class: "form" },
    kinds.length > 1 ? labelled("Suggest to", which) : null,
    slot,
    labelled("Why", why),
    make("div", { class: "row" }, add),
  );
}

function signForm(target) {
  const what = make("select", { id: "signed" }, make("option", { value: "codebook" }, say("The codebook")));
  if (data.map) what.append(make("option", { value: "map" }, say("The map")));
  const words = make("textarea", { id: "statement", rows: 3, dir: "auto" });
  words.value = say("I have read this version and agree with it.");
  const add = make("button", { type: "button", class: "edged" }, say("Sign off this version"));
  add.addEventListener("click", () => {
    const made = {
      id: newId(),
      what: what.value,
      about: what.value === "map" ? data.map : target,
      statement: wellFormed(words.value.trim().slice(0, 2000)),
      at: now(),
    };
    review.sign_offs.push(made);
    signing = false;
    changed(made.id);
  });
  return make(
    "section",
    { class: "form" },
    make("h3", {}, say("Sign off this version")),
    theirs("p", data.label, "facts"),
    labelled("What you sign off", what),
    labelled("Your statement", words),
    make("div", { class: "row" }, add),
  );
}
