// Sends files in pieces, so that a broken line does not mean to begin again.
// The address of the start, what it is for and all texts stand at the element
// [data-upload]; docs/reference/uploads.md says how the addresses answer.
const PIECE = 256 * 1024; // bytes: 30 seconds on a line of 70 kbit/s
const PATIENCE = [1, 2, 4, 8, 15, 30]; // seconds before the next attempt

const box = document.querySelector("[data-upload]");
if (box) sendInPieces(box);

function sendInPieces(box) {
  const form = box.closest("form");
  const input = box.querySelector("input[type=file]");
  const list = box.querySelector("[data-upload-list]");
  const texts = box.dataset;
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  let running = 0;

  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = ""; // they go in pieces, not with the form
    for (const file of files) sendFile(file);
  });
  form.addEventListener("submit", (event) => {
    if (!running) return;
    event.preventDefault();
    list.querySelector("progress")?.closest("li").scrollIntoView({ block: "nearest" });
    box.querySelector("[data-upload-wait]").hidden = false;
  });
  for (const item of list.children) onRemove(item, item.dataset.uuid);

  function onRemove(item, uuid) {
    item.querySelector("button")?.addEventListener("click", async () => {
      await ask(`${texts.upload}${uuid}/drop/`, { method: "POST" }).catch(() => {});
      item.remove();
      input.focus();
    });
  }

  async function sendFile(file) {
    const line = show(file);
    running += 1;
    try {
      let state = await begin(file, line);
      line.uuid = state.uuid;
      list.querySelector(`[data-uuid="${state.uuid}"]`)?.remove();
      while (!state.whole) {
        line.step(state.received);
        state = { ...state, ...(await next(state, file, line)) };
      }
      line.done();
    } catch (error) {
      line.fail(error.message);
    } finally {
      running -= 1;
      box.querySelector("[data-upload-wait]").hidden = true;
    }
  }

  function begin(file, line) {
    const body = new FormData();
    body.append("name", file.name);
    body.append("size", file.size);
    body.append("modified", file.lastModified);
    body.append("purpose", texts.purpose);
    return persist(texts.upload, { method: "POST", body }, line);
  }

  // The next piece, or the end once every piece is there.
  function next(state, file, line) {
    const here = `${texts.upload}${state.uuid}/`;
    if (state.received >= file.size) return persist(`${here}finish/`, { method: "POST" }, line);
    const end = Math.min(state.received + PIECE, state.received + state.piece);
    const body = file.slice(state.received, end);
    const headers = { "Content-Type": "application/octet-stream" };
    return persist(`${here}${state.received}/`, { method: "PUT", body, headers }, line);
  }

  // Tries until the server answers; a line that comes back is used at once.
  async function persist(url, options, line) {
    for (let failed = 0; ; failed += 1) {
      try {
        const answer = await ask(url, options);
        line.online();
        return answer;
      } catch (error) {
        if (error.final) throw error;
        line.waiting();
        await pause(PATIENCE[Math.min(failed, PATIENCE.length - 1)]);
      }
    }
  }

  async function ask(url, options) {
    const headers = { "X-CSRFToken": token, Accept: "application/json", ...options.headers };
    const response = await fetch(url, { ...options, headers, redirect: "manual" });
    if (response.ok || response.status === 409) return response.json();
    if (response.status >= 500 || response.status === 429) throw new Error("try again");
    const told = response.status === 422 ? (await response.json()).message : "";
    throw Object.assign(new Error(told || texts.signedOut), { final: true });
  }

  function show(file) {
    const item = list.appendChild(box.querySelector("template").content.cloneNode(true).firstElementChild);
    const bar = item.querySelector("progress");
    const state = item.querySelector("[data-state]");
    item.querySelector("[data-name]").textContent = file.name;
    bar.max = file.size;
    bar.setAttribute("aria-label", file.name);
    return {
      step(received) { bar.value = received; },
      online() { state.textContent = ""; },
      waiting() { state.textContent = texts.waiting; },
      fail(message) {
        bar.remove();
        state.textContent = message;
        item.classList.add("wrong");
        onRemove(item, this.uuid);
      },
      done() {
        bar.remove();
        state.textContent = texts.done;
        const field = item.querySelector("input");
        field.value = this.uuid;
        field.disabled = false;
        onRemove(item, this.uuid);
      },
    };
  }
}

function pause(seconds) {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      removeEventListener("online", wake);
      resolve();
    };
    const timer = setTimeout(wake, seconds * 1000);
    addEventListener("online", wake);
  });
}
