// The map: dragged, sized by wheel, buttons and keys; what stands on it can be chosen. From afar it has fewer words.

function startMap(choose) {
  const canvas = document.getElementById("canvas");
  const svg = canvas && canvas.querySelector("svg");
  if (!svg) return;
  const whole = svg.getAttribute("viewBox").split(/[ ,]+/).map(Number);
  let box = whole.slice();
  svg.removeAttribute("width");
  svg.removeAttribute("height");

  const small = [13, 11]; // px: letters of the drawing, and how small they may become
  const suit = () => canvas.classList.toggle("afar", small[0] / scale() < small[1]);
  const show = () => {
    svg.setAttribute("viewBox", box.map((number) => +number.toFixed(2)).join(" "));
    suit();
  };
  const scale = () => {
    const size = svg.getBoundingClientRect();
    return Math.max(box[2] / Math.max(size.width, 1), box[3] / Math.max(size.height, 1));
  };
  const move = (right, down) => {
    box[0] += right;
    box[1] += down;
    show();
  };
  const size = (by, x = 0.5, y = 0.5) => {
    const factor = Math.min(Math.max(by, whole[2] / 20 / box[2]), (whole[2] * 4) / box[2]);
    box = [box[0] + box[2] * (1 - factor) * x, box[1] + box[3] * (1 - factor) * y, box[2] * factor, box[3] * factor];
    show();
  };
  const fit = () => {
    box = whole.slice();
    show();
  };

  new ResizeObserver(suit).observe(canvas); // also when its tab is opened

  let held = null;
  const fingers = new Map(); // two of them size the map
  const spread = () => {
    const [one, other] = [...fingers.values()];
    return { far: Math.hypot(one.x - other.x, one.y - other.y) || 1, x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    held = { x: event.clientX, y: event.clientY, far: fingers.size > 1, id: event.pointerId };
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!held) return;
    if (fingers.size === 2 && fingers.has(event.pointerId)) {
      const before = spread();
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const after = spread();
      const area = svg.getBoundingClientRect();
      move((before.x - after.x) * scale(), (before.y - after.y) * scale());
      size(before.far / after.far, (after.x - area.left) / area.width, (after.y - area.top) / area.height);
      return;
    }
    if (fingers.size > 1) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const [right, down] = [held.x - event.clientX, held.y - event.clientY];
    if (!held.far && Math.hypot(right, down) < 4) return;
    if (!held.far) canvas.setPointerCapture(held.id);
    held.far = true;
    move(right * scale(), down * scale());
    held.x = event.clientX;
    held.y = event.clientY;
  });
  let dragged = false;
  const leave = (event) => {
    fingers.delete(event.pointerId);
    dragged = held !== null && held.far;
    const [left] = fingers.entries();
    held = left ? { ...left[1], far: true, id: left[0] } : null;
  };
  canvas.addEventListener("pointerup", leave);
  canvas.addEventListener("pointercancel", leave);
  canvas.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const place = svg.getBoundingClientRect();
      const part = [(event.clientX - place.left) / place.width, (event.clientY - place.top) / place.height];
      size(Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 300), ...part);
    },
    { passive: false },
  );
  canvas.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-target]");
    if (chosen && !dragged) choose(chosen.dataset.target);
    dragged = false;
  });
  const keys = {
    ArrowLeft: () => move(-40 * scale(), 0),
    ArrowRight: () => move(40 * scale(), 0),
    ArrowUp: () => move(0, -40 * scale()),
    ArrowDown: () => move(0, 40 * scale()),
    "+": () => size(0.8),
    "=": () => size(0.8),
    "-": () => size(1.25),
    0: fit,
  };
  canvas.addEventListener("keydown", (event) => {
    const on = event.target.closest("[data-target]");
    if (on && (event.key === "Enter" || event.key === " ")) choose(on.dataset.target);
    else if (keys[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) keys[event.key]();
    else return;
    event.preventDefault();
  });
  const buttons = { in: () => size(0.8), out: () => size(1.25), fit };
  for (const button of document.querySelectorAll("[data-map]")) {
    button.addEventListener("click", buttons[button.dataset.map]);
  }
}
