// Adds to a page that works without it: answers arrive in place, earlier commands come back with the arrow keys,
// and a download shows its progress.

const log = document.querySelector("#log");
const form = document.querySelector("#ask");
const input = document.querySelector("#command");
const send = form.querySelector("button");
const status = document.querySelector("#status");

const HISTORY = "smallcaps.commands";
const SLOW_MS = 4_000;
const ANNOUNCE_MS = 1_000;

// ---- asking ----

let asking = false;

async function ask(command, answerTakesFocus) {
  if (command.trim() === "") return;
  if (asking) return announce("Still working on the last command.");
  remember(command);
  asking = true;
  const turn = addPending(command);
  const slow = setTimeout(() => announce("Still working…"), SLOW_MS);
  announce("Working…");
  try {
    const answered = await showAnswer(turn, command);
    announce(answered ? "Answer ready." : "");
    if (!answered && input.value === "") input.value = command; // to mend, not to type again
  } catch {
    turn.append(noAnswer());
    announce("");
  } finally {
    clearTimeout(slow);
    asking = false;
    log.removeAttribute("aria-busy");
    send.removeAttribute("aria-disabled");
  }
  if (answerTakesFocus) log.lastElementChild.querySelector("h2")?.focus({ preventScroll: true });
  log.lastElementChild.scrollIntoView({ block: "start" });
}

async function showAnswer(turn, command) {
  const body = new URLSearchParams({ q: command });
  const response = await fetch("/ask", { method: "POST", body });
  if (!response.headers.get("Content-Type")?.startsWith("text/html")) throw new Error("not an answer");
  const template = document.createElement("template");
  template.innerHTML = await response.text(); // our own server's markup; it escapes what people typed
  const answer =
    template.content.querySelector(".turn") ?? wrapped(template.content.querySelector(".answer"));
  turn.replaceWith(answer);
  return answer.dataset.outcome === "answered";
}

function wrapped(article) {
  const turn = element("div", "turn");
  turn.append(article);
  return turn;
}

function addPending(command) {
  const turn = element("div", "turn pending");
  const asked = element("p", "asked");
  asked.textContent = command;
  const working = element("p", "working");
  working.textContent = "Working…";
  working.ariaHidden = "true"; // the status line says it
  turn.append(asked, working);
  log.setAttribute("aria-busy", "true");
  send.setAttribute("aria-disabled", "true");
  log.append(turn);
  turn.scrollIntoView({ block: "end" });
  return turn;
}

function noAnswer() {
  const article = element("article", "answer problem");
  article.setAttribute("role", "alert");
  const title = element("h2", "");
  title.textContent = "The console did not answer";
  title.tabIndex = -1;
  const hint = element("p", "hint");
  hint.textContent = "See whether smallcaps is still running, then ask again.";
  article.append(title, hint);
  return article;
}

function element(name, className) {
  const created = document.createElement(name);
  if (className !== "") created.className = className;
  return created;
}

function announce(text) {
  status.textContent = text;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (asking) return announce("Still working on the last command.");
  const command = input.value;
  input.value = "";
  ask(command, false);
  input.focus();
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-command]");
  if (link === null || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  ask(link.dataset.command, true);
});

// ---- copies for clients ----

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (button === null) return;
  const lines = document.getElementById(button.dataset.copy).querySelectorAll("p");
  try {
    await navigator.clipboard.writeText([...lines].map((line) => line.textContent).join("\n\n"));
    announce("Copied.");
    button.textContent = "Copied";
  } catch {
    announce("The browser does not let this page copy: mark the text instead.");
  }
});

// ---- earlier commands ----

const earlier = JSON.parse(sessionStorage.getItem(HISTORY) ?? "[]");
let place = earlier.length;
let draft = "";

function remember(command) {
  if (earlier.at(-1) !== command) earlier.push(command);
  if (earlier.length > 50) earlier.shift();
  place = earlier.length;
  sessionStorage.setItem(HISTORY, JSON.stringify(earlier));
}

input.addEventListener("keydown", (event) => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const next = place + step;
  if (
    step === undefined ||
    event.altKey ||
    event.ctrlKey ||
    event.metaKey ||
    next < 0 ||
    next > earlier.length
  )
    return;
  event.preventDefault();
  if (place === earlier.length) draft = input.value;
  place = next;
  input.value = place === earlier.length ? draft : earlier[place];
  input.setSelectionRange(input.value.length, input.value.length);
});

// ---- charts that fail ----

function chartFailed(image) {
  image.hidden = true;
  image.closest("figure").querySelector(".chart-failed").hidden = false;
  image.closest("figure").querySelector(".chart-links").hidden = true;
}

// `error` does not bubble, but it can be caught on its way down.
log.addEventListener(
  "error",
  (event) => event.target.matches("figure img") && chartFailed(event.target),
  true,
);
for (const image of log.querySelectorAll("figure img")) {
  if (image.complete && image.naturalWidth === 0) chartFailed(image);
}

// ---- times, by the reader's clock ----

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
});

if (CLOCK.resolvedOptions().timeZone !== "UTC") {
  for (const time of document.querySelectorAll("time[data-instant]")) {
    const own = element("span", "own-clock");
    own.textContent = CLOCK.format(new Date(time.dateTime)).replaceAll(",", "");
    time.prepend(own, " ");
  }
}

// ---- loading real data ----

const panel = document.querySelector("#load");
const LOADED = "smallcaps.loaded";

function followLoading() {
  const button = panel.querySelector("#load-button");
  const said = panel.querySelector("#load-status");
  const bar = panel.querySelector("#load-progress");
  let lastSaid = 0;
  let later;

  function say(...content) {
    clearTimeout(later);
    lastSaid = Date.now();
    said.replaceChildren(...content);
  }

  function running(message) {
    button.setAttribute("aria-disabled", "true");
    bar.hidden = false;
    const percent = /(\d{1,3}(?:\.\d+)?)\s?%/.exec(message)?.[1];
    if (percent === undefined) bar.removeAttribute("value");
    else bar.value = Number(percent);
    clearTimeout(later); // screen readers get one message a second, the newest
    later = setTimeout(() => say(message), Math.max(0, lastSaid + ANNOUNCE_MS - Date.now()));
  }

  function failed(message, hint) {
    button.removeAttribute("aria-disabled");
    button.firstChild.textContent = "Try again ";
    bar.hidden = true;
    const strong = element("strong", "");
    strong.textContent = message;
    panel.dataset.phase = "failed";
    say(strong, ` ${hint}`);
  }

  function show(state) {
    panel.dataset.phase = state.phase;
    if (state.phase === "running") running(state.message);
    if (state.phase === "failed") failed(state.message, state.hint);
    if (state.phase !== "done") return;
    say("Real data are loaded. Opening them…");
    sessionStorage.setItem(LOADED, "yes");
    location.replace("/");
  }

  function listen() {
    const events = new EventSource("/data/progress");
    let lost = 0; // the browser tries again by itself, and would for ever
    events.onmessage = (event) => {
      lost = 0;
      const state = JSON.parse(event.data);
      if (state.phase !== "running") events.close();
      show(state);
    };
    events.onerror = () => {
      lost += 1;
      if (lost < 3 && events.readyState !== EventSource.CLOSED) return;
      events.close();
      failed("The console stopped answering.", "See whether smallcaps is still running, then try again.");
    };
  }

  async function start() {
    show({ phase: "running", message: "Starting the download" });
    try {
      const response = await fetch("/data/load", { method: "POST", headers: { Accept: "application/json" } });
      if (!response.ok) throw new Error(`status ${response.status}`);
      listen();
    } catch {
      failed("The download could not be started.", "See whether smallcaps is still running, then try again.");
    }
  }

  button?.closest("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (button.getAttribute("aria-disabled") !== "true") start();
  });
  if (panel.dataset.phase === "running") listen();
}

if (panel !== null) followLoading();
if (sessionStorage.getItem(LOADED) !== null) {
  sessionStorage.removeItem(LOADED);
  // Text that is there from the start is not read out; a change is.
  setTimeout(() => announce("Real public data are loaded. Answers are live now."), 300);
}
