// Attendance over a bad line. Each tap goes into a queue that outlives the page and
// leaves it only when the server has answered for it; htmx sends one tap at a time.
const form = document.querySelector("form[data-roll]");
if (form) takeRoll(form);

function takeRoll(form) {
  const waiting = queue(`roll ${form.action}`);
  const line = document.getElementById("roll-line");
  let sending = false;

  form.addEventListener("submit", (event) => {
    const mark = event.submitter?.value;
    if (event.submitter?.name !== "mark" || !window.htmx) return;
    event.preventDefault();
    const [person, presence] = mark.split(":");
    event.submitter.closest("details")?.removeAttribute("open");
    waiting.put(person, presence);
    show(person, presence);
    send();
  });

  // A sign-in page, an error page or no answer at all is not an answer for a tap.
  const answered = (xhr) => xhr?.getResponseHeader("X-Roll") === "1";
  document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.requestConfig?.path !== form.getAttribute("action")) return;
    detail.shouldSwap = answered(detail.xhr);
    detail.isError = !detail.shouldSwap;
  });

  async function send() {
    if (sending) return;
    sending = true;
    for (let next = waiting.first(); next; next = waiting.first()) {
      if (!(await post(next))) break;
      waiting.done(next);
    }
    sending = false;
    say();
  }

  function post([person, presence]) {
    const row = document.getElementById(`p-${person}`);
    return new Promise((resolve) => {
      const finish = ({ detail }) => resolve(answered(detail.xhr));
      form.addEventListener("htmx:afterRequest", finish, { once: true });
      htmx.ajax("POST", form.getAttribute("action"), {
        source: form,
        target: row ?? form,
        swap: row ? "outerHTML" : "none",
        values: { mark: `${person}:${presence}` },
      }).catch(() => {}); // said by afterRequest
    });
  }

  function show(person, presence) {
    const row = document.getElementById(`p-${person}`);
    if (!row) return;
    row.className = `roll-row is-waiting${presence ? ` is-${presence}` : ""}`;
    const state = presence ? form.dataset[presence] : "–";
    row.querySelector(".roll-state").textContent = `${state} (${form.dataset.waiting})`;
  }

  function say() {
    line.hidden = waiting.size() === 0;
    document.getElementById("roll-left").textContent = waiting.size();
  }

  // The other states of one person lie over the next rows: a tap elsewhere closes them.
  document.addEventListener("click", ({ target }) => {
    const open = form.querySelector(".roll-more[open]");
    if (open && !open.contains(target)) open.removeAttribute("open");
  });

  document.getElementById("roll-again").addEventListener("click", send);
  window.addEventListener("online", send);
  setInterval(() => waiting.size() && send(), 10000);
  waiting.each(show);
  say();
  if (waiting.size()) window.addEventListener("load", send);
}

// Taps by person, the last one of each; kept on the phone where it lets us.
function queue(key) {
  let taps = new Map();
  try {
    taps = new Map(JSON.parse(localStorage.getItem(key) ?? "[]"));
  } catch {
    taps = new Map();
  }
  const keep = () => {
    try {
      if (taps.size) localStorage.setItem(key, JSON.stringify([...taps]));
      else localStorage.removeItem(key);
    } catch {
      // a private window: they are kept as long as the page is open
    }
  };
  return {
    put(person, presence) {
      taps.delete(person);
      taps.set(person, presence);
      keep();
    },
    done([person, presence]) {
      if (taps.get(person) === presence) taps.delete(person); // not tapped anew since
      keep();
    },
    first: () => taps.entries().next().value,
    size: () => taps.size,
    each: (show) => taps.forEach((presence, person) => show(person, presence)),
  };
}

// Finding a name while one types; without JavaScript the form asks the server.
const search = document.getElementById("roll-search");
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
search?.addEventListener("input", () => {
  const words = folded(search.value).split(/\s+/).filter(Boolean);
  for (const row of document.querySelectorAll(".roll-row")) {
    row.hidden = !words.every((word) => row.dataset.name.includes(word));
  }
});
search?.form.addEventListener("submit", (event) => event.preventDefault());
