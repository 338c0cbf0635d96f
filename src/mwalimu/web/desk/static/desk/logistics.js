// The logistics board: a key sets the step under the focus, for everybody who is ticked if
// that person is; arrows and the panel are those of board.js. And copying a text.
const KEYS = { o: "open", a: "asked", d: "done", n: "not_needed" };
const quick = document.getElementById("quick");
const said = () => document.getElementById("said");

document.addEventListener("keydown", (event) => {
  const link = event.target.closest?.(".logistics td > a");
  if (!link || event.ctrlKey || event.metaKey || event.altKey) return;
  const tick = link.closest("tr").querySelector("input[name=who]");
  if (event.key === "x" && tick) {
    event.preventDefault();
    tick.checked = !tick.checked;
  } else if (KEYS[event.key] && "set" in link.dataset && quick) {
    event.preventDefault();
    set(link, tick, KEYS[event.key]);
  }
});

function set(link, tick, state) {
  const href = link.getAttribute("href");
  const [, step] = href.split("/");
  const boxes = tick?.checked ? document.querySelectorAll(".logistics input[name=who]:checked") : [tick];
  const cells = [...boxes].filter(Boolean).map((box) => `${box.value}:${step}`);
  const ticked = [...boxes].map((box) => box?.value);
  htmx
    .ajax("POST", quick.getAttribute("action"), {
      source: quick,
      target: said(),
      swap: "innerHTML",
      values: { cell: cells, as: state },
    })
    .then(() => {
      for (const box of document.querySelectorAll(".logistics input[name=who]")) {
        if (boxes.length > 1 && ticked.includes(box.value)) box.checked = true;
      }
      focus(href);
    })
    .catch(() => {}); // said below
}

function focus(href) {
  const link = document.querySelector(`.logistics td > a[href="${href}"]`);
  if (!link) return;
  for (const other of document.querySelectorAll('.logistics td > a[tabindex="0"]')) other.tabIndex = -1;
  link.tabIndex = 0;
  link.focus();
}

// A sign-in page, an error page or no answer at all is not an answer for a key.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.requestConfig?.elt !== quick) return;
  detail.shouldSwap = detail.xhr.getResponseHeader("X-Logistics") === "1";
  if (!detail.shouldSwap) said().textContent = quick.dataset.broken;
});
document.addEventListener("htmx:sendError", ({ detail }) => {
  if (detail.requestConfig?.elt === quick) said().textContent = quick.dataset.broken;
});

function tickAll() {
  const all = document.querySelector("[data-all]");
  if (!all) return;
  all.hidden = false;
  all.addEventListener("change", () => {
    for (const box of document.querySelectorAll(".logistics input[name=who]")) box.checked = all.checked;
  });
}
document.addEventListener("htmx:afterSwap", ({ detail }) => detail.target.id === "logistics" && tickAll());
tickAll();

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      text.select(); // the browser lets nobody copy for the reader: Ctrl+C does
      return;
    }
    button.textContent = button.dataset.copied;
  });
}
