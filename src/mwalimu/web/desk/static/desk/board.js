// The board: arrow keys move between cells, one Tab stop a table, and the panel "why".
const panel = document.getElementById("why");
let opener = null;

const cells = (table) => [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll("td > a")]);

function prepare() {
  for (const table of document.querySelectorAll(".board table")) {
    const links = table.querySelectorAll("td > a");
    for (const link of links) link.tabIndex = -1;
    if (links.length) links[0].tabIndex = 0;
  }
}

function go(link) {
  const table = link.closest("table");
  for (const other of table.querySelectorAll('td > a[tabindex="0"]')) other.tabIndex = -1;
  link.tabIndex = 0;
  link.focus();
  link.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function moved(link, key) {
  const rows = cells(link.closest("table"));
  const line = rows.findIndex((row) => row.includes(link));
  const place = rows[line].indexOf(link);
  const steps = {
    ArrowRight: [line, place + 1],
    ArrowLeft: [line, place - 1],
    ArrowDown: [line + 1, place],
    ArrowUp: [line - 1, place],
    Home: [line, 0],
    End: [line, rows[line].length - 1],
  };
  const [row, column] = steps[key] ?? [];
  return rows[row]?.[column];
}

document.addEventListener("keydown", (event) => {
  const link = event.target.closest?.(".board td > a");
  const next = link && moved(link, event.key);
  if (next) {
    event.preventDefault();
    go(next);
  }
  if (event.key === "Escape" && panel?.contains(event.target)) close();
});

function close() {
  panel.replaceChildren();
  opener?.removeAttribute("aria-current");
  opener?.focus();
}

panel?.addEventListener("click", (event) => {
  if (event.target.closest("[data-close]")) close();
});

document.addEventListener("htmx:beforeRequest", (event) => {
  const link = event.detail.elt.closest?.(".board td > a");
  if (!link) return;
  opener?.removeAttribute("aria-current");
  opener = link;
  link.setAttribute("aria-current", "true");
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target === panel) panel.querySelector("[data-why]")?.focus({ preventScroll: true });
  else prepare();
});

prepare();
